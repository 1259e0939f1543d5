namespace AsyncBot.Storage.LiteDb;

/// <summary>What one group of batches changes in total: a document written by three of them is written once.</summary>
internal sealed class GroupChanges
{
    private readonly Dictionary<string, DocumentChange> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemChange> _items = new(StringComparer.Ordinal);

    public IReadOnlyCollection<DocumentChange> Documents => _documents.Values;

    public IReadOnlyCollection<ItemChange> Items => _items.Values;

    public bool IsEmpty => _documents.Count == 0 && _items.Count == 0;

    public DocumentChange? Find(string key) => _documents.GetValueOrDefault(key);

    public void Set(DocumentChange change) => _documents[change.Key] = change;

    public void Set(ItemChange change) => _items[change.Key] = change;
}

internal sealed record DocumentChange(string Key, WorkspaceId Workspace, string Kind, string Id, DocumentState? Before, DocumentState? After);

/// <param name="After">Null when it is gone.</param>
/// <param name="Body">Given when the thing is new; otherwise the one that is stored already stays.</param>
internal sealed record ItemChange(string Key, QueueItem? After, Body? Body);
