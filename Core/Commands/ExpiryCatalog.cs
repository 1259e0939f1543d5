using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>The kinds of documents that are only kept for a while.</summary>
public sealed class ExpiryCatalog
{
    private readonly Dictionary<string, Func<Turn, string, int, Task<int>>> _clearing = [];
    private readonly List<Type> _types = [];

    public IReadOnlyList<Type> Types => _types;

    /// <param name="before">Describes what goes with a document; null where nothing does.</param>
    public void Add<T>(DocumentType<T> type, Func<Turn, T, Task>? before) where T : class, IExpires
    {
        _types.Add(typeof(T));
        _clearing.Add(type.Kind, (turn, bucket, most) => Clear(turn, type, bucket, most, before));
    }

    /// <summary>Deletes what has expired of one kind in one bucket.</summary>
    /// <returns>How many there were; none of a kind that another version of the bot knew.</returns>
    public Task<int> Clear(Turn turn, string kind, string bucket, int most) =>
        _clearing.TryGetValue(kind, out var clear) ? clear(turn, bucket, most) : Task.FromResult(0);

    private static async Task<int> Clear<T>(Turn turn, DocumentType<T> type, string bucket, int most, Func<Turn, T, Task>? before) where T : class, IExpires
    {
        var expired = await Expiry.Over(turn, type, bucket, most);
        foreach (var document in expired)
        {
            if (before is not null)
                await before(turn, document.Value);
            turn.Batch.Delete(type, type.IdOf(document.Value), document.Version);
        }

        return expired.Count;
    }
}
