using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Removes what was decided or done after the time that the admins set, once a day while one is set. Each kind has a job of its own.</summary>
public static class Retention
{
    /// <summary>The index that has what is closed, by when it was.</summary>
    private const string IndexName = "closed";

    private const int AtOnce = 200;

    /// <param name="closedAt">Null while it is open.</param>
    public static DocumentIndex<T> Index<T>(Func<T, Instant?> closedAt) =>
        new(IndexName, document => closedAt(document) is null ? null : "", document => SortKey.Of(closedAt(document)!.Value));

    /// <summary>Starts or stops clearing with the setting.</summary>
    public static Task Follow(Turn turn, WorkspaceSettings? before, WorkspaceSettings? after, string jobId, IJob job)
    {
        if (before?.KeepClosedDays == after?.KeepClosedDays)
            return Task.CompletedTask;
        turn.Unschedule(jobId);
        if (after?.KeepClosedDays is not null)
            turn.Schedule(jobId, turn.Now + Duration.FromDays(1), job);
        return Task.CompletedTask;
    }

    /// <summary>Clears what is too old by now, and comes again.</summary>
    public static async Task Clear<T>(Turn turn, DocumentType<T> type, string jobId, IJob job) where T : class
    {
        if ((await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value.KeepClosedDays is not { } days)
            return;
        var old = await turn.Query(type, new Slice(IndexName, "", To: SortKey.Of(turn.Now - Duration.FromDays(days)), Take: AtOnce));
        foreach (var document in old)
            turn.Delete(type, document);
        turn.Schedule(jobId, old.Count == AtOnce ? turn.Now : turn.Now + Duration.FromDays(1), job);
    }
}
