using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>
/// Since when this process does what is due, and when none did before, so that a downtime is blamed only for what fell into one, and nobody for what they
/// could not do in it. Each process leaves a sign of life again and again; what lies between the last one and the next start is a downtime.
/// </summary>
/// <param name="clock">The bot's, by which people see a downtime.</param>
/// <param name="real">What was a moment of real time was no downtime, however far the bot's clock was moved in it.</param>
public sealed class Uptime(IStore store, IClock clock, TimeProvider real)
{
    /// <summary>So often it leaves a sign of life; a downtime seems longer by as much at most.</summary>
    public static readonly Duration Often = Duration.FromSeconds(30);

    /// <summary>The signs are of the process, and of no workspace that it serves.</summary>
    public static readonly WorkspaceId Own = new("bot");

    /// <summary>A new start after less than this kept nobody waiting.</summary>
    private static readonly Duration Shortest = Duration.FromMinutes(1);

    /// <summary>So many downtimes are remembered; where there were more, the shortest are not.</summary>
    private const int Most = 50;

    /// <summary>By the bot's clock.</summary>
    public Instant Since { get; private set; } = Instant.MinValue;

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<Downtime> Downtimes { get; private set; } = [];

    /// <summary>Before anything that is due is done.</summary>
    public async Task Begin(CancellationToken ct)
    {
        Since = clock.GetCurrentInstant();
        if (await store.Find(Own, Sign.Type, Sign.Id, ct) is { Value: var last })
        {
            Downtimes = Before(Since, last.Downtimes);
            var from = Instant.Max(last.At, Since - (Real() - last.Real));
            if (Since - from >= Shortest)
                Downtimes = [.. Downtimes.Append(new Downtime(from, Since)).OrderByDescending(each => each.Length).Take(Most).OrderBy(each => each.From)];
        }

        await Live(ct);
    }

    /// <summary>Leaves a sign of life.</summary>
    public async Task Live(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        Downtimes = Before(now, Downtimes);
        var batch = new Batch(Own, "uptime");
        batch.Put(Sign.Type, new Sign(now, Real(), Downtimes), (await store.Find(Own, Sign.Type, Sign.Id, ct))?.Version ?? Batch.New);
        await store.Commit(batch, ct);
    }

    /// <summary>For how long of the time between two instants nothing was done.</summary>
    public Duration DownBetween(Instant from, Instant to) =>
        Downtimes.Select(each => each.Within(from, to)).Aggregate(Duration.Zero, (sum, each) => sum + each);

    /// <summary>A clock that was set back has that time once more, in which the bot may be up.</summary>
    private static IReadOnlyList<Downtime> Before(Instant now, IReadOnlyList<Downtime> downtimes) =>
        downtimes.All(each => each.Until <= now) ? downtimes : [.. downtimes.Where(each => each.Until <= now)];

    private Instant Real() => Instant.FromDateTimeOffset(real.GetUtcNow());

    private sealed record Sign(Instant At, Instant Real, IReadOnlyList<Downtime> Downtimes)
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
