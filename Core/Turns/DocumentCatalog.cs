using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>The kinds of documents whose changes are followed and can be taken back.</summary>
public sealed class DocumentCatalog
{
    private readonly Dictionary<string, Entry> _byKind = [];
    private readonly List<(string Kind, Type Follower)> _followed = [];
    private readonly Dictionary<string, List<Func<IServiceProvider, Turn, Change, Task>>> _followers = [];

    /// <summary>The kinds whose changes can be taken back.</summary>
    public IEnumerable<string> Kinds => _byKind.Keys;

    /// <summary>The kinds that are followed, with each follower.</summary>
    public IEnumerable<(string Kind, Type Follower)> Followers => _followed;

    public void Add<T>(DocumentType<T> type, UndoRules<T> undo) where T : class => _byKind.Add(type.Kind, new Entry<T>(type, undo));

    /// <summary>Has somebody told of each change to a kind, in the turn that makes it.</summary>
    public void Follow<T, TFollower>(DocumentType<T> type)
        where T : class
        where TFollower : class, IFollow<T>
    {
        _followed.Add((type.Kind, typeof(TFollower)));
        _followers.TryAdd(type.Kind, []);
        _followers[type.Kind].Add((services, turn, change) =>
            ((TFollower)services.GetService(typeof(TFollower))!).Changed(turn, ((Change<T>)change).Before?.Value, ((Change<T>)change).After));
    }

    /// <summary>Tells the followers of everything that the turn changed, and of what they change in turn.</summary>
    public async Task TellFollowers(IServiceProvider services, Turn turn)
    {
        for (var told = 0; told < turn.Changes.Count; told++)
        {
            if (!_followers.TryGetValue(turn.Changes[told].Kind, out var followers))
                continue;
            foreach (var tell in followers)
                await tell(services, turn, turn.Changes[told]);
        }
    }

    public bool CanTakeBack(Change change) => _byKind.ContainsKey(change.Kind);

    /// <summary>What an Undo of a change must find again.</summary>
    public UndoItem ItemOf(Change change) => _byKind[change.Kind].ItemOf(change);

    /// <summary>Keeps what was there before a change, under the id of the Undo that may need it.</summary>
    public void Keep(Turn turn, string undo, Change change) => _byKind[change.Kind].Keep(turn, undo, change);

    /// <summary>Looks whether a change can be taken back now; null where nothing is left of what it made.</summary>
    public Task<Undoable?> Look(Turn turn, UndoItem item, string undo) => _byKind[item.Kind].Look(turn, item, undo);

    /// <summary>Puts back what was there before.</summary>
    public Task TakeBack(Turn turn, UndoItem item, string undo) => _byKind[item.Kind].TakeBack(turn, item, undo);

    /// <summary>Whether what <see cref="Keep"/> kept is about somebody.</summary>
    public Task<bool> IsAbout(Turn turn, UndoItem item, string undo, PersonId person) => _byKind[item.Kind].IsAbout(turn, item, undo, person);

    /// <summary>Drops what <see cref="Keep"/> kept.</summary>
    public Task Drop(Turn turn, UndoItem item, string undo) => _byKind[item.Kind].Drop(turn, item, undo);

    private abstract class Entry
    {
        public abstract UndoItem ItemOf(Change change);

        public abstract void Keep(Turn turn, string undo, Change change);

        public abstract Task<Undoable?> Look(Turn turn, UndoItem item, string undo);

        public abstract Task TakeBack(Turn turn, UndoItem item, string undo);

        public abstract Task<bool> IsAbout(Turn turn, UndoItem item, string undo, PersonId person);

        public abstract Task Drop(Turn turn, UndoItem item, string undo);
    }

    private sealed class Entry<T>(DocumentType<T> type, UndoRules<T> rules) : Entry where T : class
    {
        private readonly DocumentType<Before> _before = new(type.Kind + ".before", before => $"{before.Undo} {before.Id}");

        public override UndoItem ItemOf(Change change)
        {
            var (before, after) = (((Change<T>)change).Before, ((Change<T>)change).After);
            var state = rules.Parts is { } parts ? parts.ChangedIn(before?.Value, after) : StateOf(after, change.VersionAfter);
            return new UndoItem(type.Kind, change.DocumentId, state, change.VersionAfter, before is null);
        }

        public override void Keep(Turn turn, string undo, Change change) =>
            turn.Batch.Put(_before, new Before(undo, change.DocumentId, ((Change<T>)change).Before!.Value), Batch.New);

        public override async Task<Undoable?> Look(Turn turn, UndoItem item, string undo)
        {
            var now = await turn.Find(type, item.DocumentId);
            var before = item.WasNew ? null : await turn.Find(_before, $"{undo} {item.DocumentId}");
            if ((now?.Value ?? before?.Value.Document) is not { } known)
                return null;
            var isVisible = await Sees(turn, known) && (before is null || await Sees(turn, before.Value.Document));
            var isAsLeft = rules.Parts is { } parts ? parts.IsIn(now?.Value, known, item.StateAfter) : StateOf(now?.Value, now?.Version) == item.StateAfter;
            return new Undoable(
                isVisible,
                isAsLeft && (item.WasNew || before is not null),
                rules.Parts?.NameOf(item.StateAfter) ?? rules.NameOf(known),
                rules.LookWith(known),
                rules.Parts is not null,
                rules.Against is null ? null : await rules.Against(turn, now?.Value, before?.Value.Document),
                rules.IsForGood?.Invoke(now?.Value, before?.Value.Document) == true);
        }

        private async Task<bool> Sees(Turn turn, T document) =>
            (rules.HomeOf is null || await turn.Sees(rules.HomeOf(document))) && (rules.Sees is null || await rules.Sees(turn, document));

        public override async Task TakeBack(Turn turn, UndoItem item, string undo)
        {
            var now = await turn.Find(type, item.DocumentId);
            if (item.WasNew && (rules.Parts is null || now!.Version == item.VersionAfter))
            {
                turn.Delete(type, now!);
                await Tell(now!.Value, null);
                return;
            }

            var before = item.WasNew ? null : (await turn.Find(_before, $"{undo} {item.DocumentId}"))!.Value.Document;
            var restored = rules.Parts is { } parts ? parts.Restore(now?.Value, before, item.StateAfter)
                : now is null || rules.Restore is null || now.Version == item.VersionAfter ? before!
                : rules.Restore(now.Value, before!);
            if (now is null)
                turn.Create(type, restored);
            else
                turn.Change(type, now, restored);
            await Tell(now?.Value, restored);

            Task Tell(T? was, T? restored) => rules.TakenBack?.Invoke(turn, was, restored) ?? Task.CompletedTask;
        }

        public override async Task<bool> IsAbout(Turn turn, UndoItem item, string undo, PersonId person) =>
            rules.IsAbout is not null && await turn.Find(_before, $"{undo} {item.DocumentId}") is { } before && rules.IsAbout(before.Value.Document, person);

        public override async Task Drop(Turn turn, UndoItem item, string undo)
        {
            if (await turn.Find(_before, $"{undo} {item.DocumentId}") is { } before)
                turn.Batch.Delete(_before, $"{undo} {item.DocumentId}", before.Version);
        }

        private string? StateOf(T? document, long? version) => document is null ? null
            : rules.StateOf is null ? version!.Value.ToString(CultureInfo.InvariantCulture)
            : rules.StateOf(document);

        private sealed record Before(string Undo, string Id, T Document);
    }
}
