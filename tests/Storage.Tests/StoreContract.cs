using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

/// <summary>What every engine must do. An engine's own fixture says how to open it, and how to let time pass for leases.</summary>
public abstract partial class StoreContract
{
    protected static readonly WorkspaceId Here = new("T1");
    protected static readonly WorkspaceId Elsewhere = new("T2");
    protected static readonly Duration LeaseTime = Duration.FromMinutes(1);

    protected static readonly DocumentType<Note> Notes = new(
        "note",
        note => note.Id,
        new DocumentIndex<Note>("author", note => note.Author, note => SortKey.Of(note.Rank)),
        new DocumentIndex<Note>("tag", note => note.Tags ?? [], note => SortKey.Of(note.Rank)));

    protected static readonly DocumentType<Note> OtherNotes = new("other", note => note.Id);

    protected IStore Store { get; set; } = null!;

    /// <summary>Opens a store that is empty.</summary>
    protected abstract Task<IStore> OpenEmpty();

    /// <summary>Stops the store in good order and opens it again.</summary>
    protected abstract Task<IStore> Reopen();

    /// <summary>The store as it would be found if the process were killed now.</summary>
    protected abstract Task<IStore> Kill();

    /// <summary>Makes the engine's own clock pass <see cref="LeaseTime"/>.</summary>
    protected abstract Task LetLeasesRunOut();

    [SetUp]
    public async Task Open_an_empty_store() => Store = await OpenEmpty();

    protected static Batch In(WorkspaceId workspace) => new(workspace, "the turn");

    protected Task Commit(Action<Batch> fill) => Commit(Here, fill);

    protected Task Commit(WorkspaceId workspace, Action<Batch> fill)
    {
        var batch = In(workspace);
        fill(batch);
        return Store.Commit(batch, default);
    }

    protected Task Put(params Note[] notes) => Commit(batch =>
    {
        foreach (var note in notes)
            batch.Put(Notes, note, Batch.New);
    });

    protected Task<Stored<Note>?> Find(string id) => Store.Find(Here, Notes, id, default);

    protected async Task<string> Ids(Slice slice) =>
        string.Join(' ', (await Store.Query(Here, Notes, slice, default)).Select(stored => stored.Value.Id));

    public sealed record Note(string Id, string Text = "", string? Author = null, long Rank = 0, IReadOnlyList<string>? Tags = null)
    {
        public Instant? At { get; init; }
    }
}
