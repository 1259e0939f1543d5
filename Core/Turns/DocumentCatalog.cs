using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>The kinds of documents whose changes are followed and can be taken back.</summary>
public sealed class DocumentCatalog
{
    private readonly Dictionary<string, Entry> _byKind = [];

    /// <param name="follower">Told of each change in the turn that makes it; null where nothing follows from one.</param>
    public DocumentCatalog Add<T>(DocumentType<T> type, IFollow<T>? follower = null) where T : class
    {
        _byKind.Add(type.Kind, new Entry<T>(type, follower));
        return this;
    }

    /// <summary>Tells the followers of everything that the turn changed, and of what they change in turn.</summary>
    public async Task TellFollowers(Turn turn)
    {
        for (var told = 0; told < turn.Changes.Count; told++)
        {
            if (_byKind.TryGetValue(turn.Changes[told].Kind, out var entry))
                await entry.Tell(turn, turn.Changes[told]);
        }
    }

    /// <summary>Keeps what was there before a change, under the id of the Undo that may need it.</summary>
    public void Keep(Turn turn, string undo, Change change) => _byKind[change.Kind].Keep(turn, undo, change);

    public bool CanTakeBack(Change change) => _byKind.ContainsKey(change.Kind);

    /// <summary>Whether nobody changed it since.</summary>
    public Task<bool> IsAsLeft(Turn turn, string kind, string documentId, long? versionAfter) =>
        _byKind.TryGetValue(kind, out var entry) ? entry.IsAsLeft(turn, documentId, versionAfter) : Task.FromResult(false);

    /// <summary>Puts back what was there before; false if somebody changed it since.</summary>
    /// <param name="undo">Null where the document was new.</param>
    public Task<bool> TakeBack(Turn turn, string kind, string documentId, long? versionAfter, string? undo) =>
        _byKind.TryGetValue(kind, out var entry) ? entry.TakeBack(turn, documentId, versionAfter, undo) : Task.FromResult(false);

    /// <summary>Drops what <see cref="Keep"/> kept.</summary>
    public Task Drop(Turn turn, string kind, string documentId, string undo) => _byKind[kind].Drop(turn, documentId, undo);

    private abstract class Entry
    {
        public abstract Task Tell(Turn turn, Change change);

        public abstract void Keep(Turn turn, string undo, Change change);

        public abstract Task<bool> IsAsLeft(Turn turn, string documentId, long? versionAfter);

        public abstract Task<bool> TakeBack(Turn turn, string documentId, long? versionAfter, string? undo);

        public abstract Task Drop(Turn turn, string documentId, string undo);
    }

    private sealed class Entry<T>(DocumentType<T> type, IFollow<T>? follower) : Entry where T : class
    {
        private readonly DocumentType<Before> _before = new(type.Kind + ".before", before => $"{before.Undo} {before.Id}");

        public override Task Tell(Turn turn, Change change) => follower is not null && change is Change<T> typed
            ? follower.Changed(turn, typed.Before?.Value, typed.After)
            : Task.CompletedTask;

        public override void Keep(Turn turn, string undo, Change change) =>
            turn.Batch.Put(_before, new Before(undo, change.DocumentId, ((Change<T>)change).Before!.Value), Batch.New);

        public override async Task<bool> IsAsLeft(Turn turn, string documentId, long? versionAfter) =>
            (await turn.Find(type, documentId))?.Version == versionAfter;

        public override async Task<bool> TakeBack(Turn turn, string documentId, long? versionAfter, string? undo)
        {
            var now = await turn.Find(type, documentId);
            if (now?.Version != versionAfter)
                return false;
            if (undo is null)
            {
                turn.Delete(type, now!);
                return true;
            }

            if (await turn.Find(_before, $"{undo} {documentId}") is not { } before)
                return false;
            if (now is null)
                turn.Create(type, before.Value.Document);
            else
                turn.Change(type, now, before.Value.Document);
            return true;
        }

        public override async Task Drop(Turn turn, string documentId, string undo)
        {
            if (await turn.Find(_before, $"{undo} {documentId}") is { } before)
                turn.Batch.Delete(_before, $"{undo} {documentId}", before.Version);
        }

        private sealed record Before(string Undo, string Id, T Document);
    }
}
