using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;
using SortKey = AsyncBot.Core.Documents.SortKey;

namespace AsyncBot.Core.Commands;

/// <summary>The kinds of documents that are done with at some time, and are kept after it for as long as the admins say.</summary>
public sealed class ClosingCatalog
{
    private const string IndexName = "closed";

    private readonly List<Func<Turn, Instant, int, Task<int>>> _kinds = [];

    /// <summary>The order in which such documents were closed; open ones are not in it.</summary>
    public static DocumentIndex<T> Index<T>(Func<T, Instant?> closedAt) =>
        new(IndexName, document => closedAt(document) is null ? null : "", document => SortKey.Of(closedAt(document)!.Value));

    /// <param name="type">With an <see cref="Index"/>.</param>
    public void Add<T>(DocumentType<T> type) where T : class => _kinds.Add(async (turn, before, most) =>
    {
        var old = await turn.Query(type, new Slice(IndexName, "", To: SortKey.Of(before), Take: most));
        foreach (var document in old)
            turn.Delete(type, document);
        return old.Count;
    });

    /// <summary>Deletes what was closed before an instant.</summary>
    /// <returns>Whether there may be more than <paramref name="most"/> of a kind.</returns>
    public async Task<bool> Clear(Turn turn, Instant before, int most)
    {
        var isMore = false;
        foreach (var clear in _kinds)
            isMore |= await clear(turn, before, most) == most;
        return isMore;
    }
}
