namespace AsyncBot.Core.Documents;

/// <summary>
/// Says how one kind of document is found again: its id within the workspace, and the orders in which lists are read.
/// Documents are immutable records; changing one means putting a new one.
/// </summary>
/// <param name="kind">A short word that never changes, because it is part of what is on disk.</param>
/// <param name="id">Unique within workspace and kind; at most 250 characters.</param>
public sealed class DocumentType<T>(string kind, Func<T, string> id, params DocumentIndex<T>[] indexes)
    where T : class
{
    public string Kind { get; } = kind;

    public string IdOf(T document) => id(document);

    public IReadOnlyList<IndexEntry> EntriesOf(T document) =>
        [.. indexes.SelectMany(index => index.Entries(document), (index, entry) => new IndexEntry(index.Name, entry.Key, entry.Sort))];
}

/// <summary>
/// One order in which documents can be read. A document appears once under each of its keys, and under none it leaves the index.
/// </summary>
/// <param name="Entries">
/// Its keys, and where it stands under each. That is compared by ordinal; numbers and instants go through <see cref="SortKey"/> so that they are of
/// fixed width.
/// </param>
public sealed record DocumentIndex<T>(string Name, Func<T, IEnumerable<(string Key, string Sort)>> Entries)
{
    public DocumentIndex(string name, Func<T, IEnumerable<string>> keys, Func<T, string> sort)
        : this(name, document => keys(document).Select(key => (key, sort(document))))
    {
    }

    public DocumentIndex(string name, Func<T, string?> key, Func<T, string> sort)
        : this(name, document => key(document) is { } only ? [only] : Enumerable.Empty<string>(), sort)
    {
    }
}

/// <summary>Where a document stands in an index. Key and sort are at most 250 characters each.</summary>
public readonly record struct IndexEntry(string Index, string Key, string Sort);
