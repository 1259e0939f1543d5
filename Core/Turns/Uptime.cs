using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>
/// When this bot did nothing, so that a downtime is blamed only for what fell into one, and nobody for what they could not do in it. Each process leaves a
/// sign of life again and again. Whatever is missing between two of them, or before a start, is a gap; gaps with hardly anything between them, as of a
/// process that dies again and again, are one; and a gap in which nobody was kept waiting is no downtime.
/// </summary>
/// <param name="clock">The bot's, by which people see a downtime.</param>
/// <param name="real">What was a moment of real time was no downtime, however far the bot's clock was moved in it.</param>
public sealed class Uptime(IStore store, IClock clock, TimeProvider real)
{
    /// <summary>So often it leaves a sign of life; a downtime seems longer by as much at most.</summary>
    public static readonly Duration Often = Duration.FromSeconds(30);

    /// <summary>The signs are of the process, and of no workspace that it serves.</summary>
    public static readonly WorkspaceId Own = new("bot");

    /// <summary>A gap of less than this kept nobody waiting.</summary>
    private static readonly Duration Shortest = Duration.FromMinutes(1);

    /// <summary>Who is up for less than this between two gaps did not get to what was due.</summary>
    private static readonly Duration Settled = Duration.FromMinutes(2);

    /// <summary>Gaps that ended longer ago than this concern nobody any more.</summary>
    private static readonly Duration Kept = Duration.FromDays(35);

    /// <summary>So many gaps are remembered, the latest ones.</summary>
    private const int Most = 500;

    private IReadOnlyList<Downtime> _gaps = [];
    private (Instant At, Instant Real)? _last;

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<Downtime> Downtimes { get; private set; } = [];

    /// <summary>Before anything that is due is done.</summary>
    public async Task Begin(CancellationToken ct)
    {
        if (await store.Find(Own, Sign.Type, Sign.Id, ct) is { Value: var sign })
            Learn([.. sign.Gaps, .. Gap(sign.At, sign.Real)]);
        await Live(ct);
    }

    /// <summary>Leaves a sign of life.</summary>
    public async Task Live(CancellationToken ct)
    {
        Learn(_gaps);
        _last = (clock.GetCurrentInstant(), Real());
        var batch = new Batch(Own, "uptime");
        var next = new Sign(_last.Value.At, _last.Value.Real, _gaps);
        batch.Put(Sign.Type, next, (await store.Find(Own, Sign.Type, Sign.Id, ct))?.Version ?? Batch.New);
        await store.Commit(batch, ct);
    }

    /// <summary>Leaves the next sign of life. Where it comes much later than it should, the process, or its machine, stood still.</summary>
    public Task LiveOn(CancellationToken ct)
    {
        if (_last is { } last && Real() - last.Real > Often + Shortest)
            Learn([.. _gaps, .. Gap(last.At, last.Real)]);
        return Live(ct);
    }

    /// <summary>Whether nothing was done at an instant.</summary>
    public bool WasDownAt(Instant instant) => Downtimes.Any(down => down.From <= instant && instant < down.Until);

    /// <summary>For how long of the time between two instants nothing was done.</summary>
    public Duration DownBetween(Instant from, Instant to) =>
        Downtimes.Select(each => each.Within(from, to)).Aggregate(Duration.Zero, (sum, each) => sum + each);

    /// <summary>What lies between a sign of life and now; a clock that was moved meanwhile makes it no longer than it really was.</summary>
    private IEnumerable<Downtime> Gap(Instant at, Instant realAt)
    {
        var now = clock.GetCurrentInstant();
        var from = Instant.Max(at, now - (Real() - realAt));
        return from < now ? [new Downtime(from, now)] : [];
    }

    /// <summary>A clock that was set back has the time behind it once more, in which the bot may be up.</summary>
    private void Learn(IReadOnlyList<Downtime> gaps)
    {
        var now = clock.GetCurrentInstant();
        _gaps = [.. gaps.Where(gap => gap.Until <= now && now - gap.Until < Kept).OrderBy(gap => gap.From).TakeLast(Most)];
        var joined = new List<Downtime>();
        foreach (var gap in _gaps)
        {
            if (joined.Count > 0 && gap.From - joined[^1].Until < Settled)
                joined[^1] = joined[^1] with { Until = Instant.Max(joined[^1].Until, gap.Until) };
            else
                joined.Add(gap);
        }

        Downtimes = joined.FindAll(each => each.Length >= Shortest);
    }

    private Instant Real() => Instant.FromDateTimeOffset(real.GetUtcNow());

    private sealed record Sign(Instant At, Instant Real, IReadOnlyList<Downtime> Gaps)
    {
        public const string Id = "life";

        public static readonly DocumentType<Sign> Type = new("life", _ => Id);
    }
}

/// <summary>A time in which the bot did nothing, because it was not running.</summary>
/// <param name="Until">When it started again.</param>
public sealed record Downtime(Instant From, Instant Until)
{
    [JsonIgnore]
    public Duration Length => Until - From;

    /// <summary>How much of it lies between two instants.</summary>
    public Duration Within(Instant from, Instant to) => Duration.Max(Duration.Zero, Instant.Min(to, Until) - Instant.Max(from, From));
}
