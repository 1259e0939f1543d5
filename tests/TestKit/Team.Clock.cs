using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.TestKit;

/// <summary>How time passes, and what lies in the store.</summary>
public sealed partial class Team
{
    private Instant? _lastAlive;

    /// <summary>Lets time pass: what falls due on the way happens at its time, in its order.</summary>
    public Task Advance(Duration time) => ClockTo(Clock.GetCurrentInstant() + time);

    public async Task ClockTo(Instant target)
    {
        while (await NextDue() is { } due && due <= target)
        {
            if (due > Clock.GetCurrentInstant())
                Clock.Reset(due);
            await Settle();
        }

        if (target > Clock.GetCurrentInstant())
            Clock.Reset(target);
    }

    /// <summary>The clock moves on while the bot is down, until <see cref="Restart"/>.</summary>
    public void Sleeps(Duration time)
    {
        _lastAlive ??= Clock.GetCurrentInstant();
        Clock.Advance(time);
    }

    /// <summary>As the host does again and again while the bot is up.</summary>
    private async Task LeaveSign()
    {
        var now = Clock.GetCurrentInstant();
        Clock.Reset(_lastAlive ?? now);
        await Uptime.Live(CancellationToken.None);
        Clock.Reset(now);
        _lastAlive = null;
    }

    /// <summary>Does and delivers everything that is due now.</summary>
    public async Task Settle()
    {
        while (await NextDue() is { } due && due <= Clock.GetCurrentInstant())
        {
            await RunJobs();
            await Deliver();
        }
    }

    public async Task RunJobs()
    {
        while (await Runner.Start(Clock.GetCurrentInstant(), CancellationToken.None) is { Count: > 0 } started)
            await Task.WhenAll(started);
    }

    public async Task Deliver()
    {
        while (await Courier.Start(Clock.GetCurrentInstant(), CancellationToken.None) is { Count: > 0 } started)
            await Task.WhenAll(started);
    }

    public async Task<Instant?> NextDue()
    {
        var job = await Store.NextDue(Queues.Jobs, CancellationToken.None);
        var message = await Store.NextDue(Queues.Outbox, CancellationToken.None);
        return job is null || message < job ? message ?? job : job;
    }

    /// <summary>What another process finds after <c>kill -9</c> at this moment: the path of a copy of the database.</summary>
    public string CopyOfFiles() => _stores.CopyFiles(_path);

    public async Task<T?> Find<T>(DocumentType<T> type, string id) where T : class =>
        (await Store.Find(Workspace, type, id, CancellationToken.None))?.Value;

    /// <summary>Everything that is in the database file, a row a line, as somebody who stole it would read it.</summary>
    public string Database()
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = _stores.CopyFiles(_path), Collation = Collation.Binary });
        return string.Join('\n', new[] { "document", "entry", "queue", "meta" }.SelectMany(collection => Rows(engine, collection)));
    }

    private static List<string> Rows(LiteEngine engine, string collection)
    {
        var rows = new List<string>();
        using var reader = engine.Query(collection, new Query());
        while (reader.Read())
            rows.Add($"{collection} {string.Join(' ', reader.Current.AsDocument.Select(field => field.Value.IsString ? field.Value.AsString : field.Value.ToString()))}");
        return rows;
    }
}
