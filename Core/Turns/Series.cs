using System.Globalization;
using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>Everything that ever got a number of a series and is still there, so that work on all of it can be done a part at a time.</summary>
public static class Series
{
    private const int AtOnce = 200;

    /// <param name="type">Of a kind that is the name of the series, and whose ids are the numbers.</param>
    public static async IAsyncEnumerable<Stored<T>> All<T>(Turn turn, DocumentType<T> type) where T : class
    {
        for (int? from = 0; from is { } behind;)
        {
            (var items, from) = await Part(turn, type, behind);
            foreach (var item in items)
                yield return item;
        }
    }

    /// <param name="from">Where to go on; 0 at first.</param>
    /// <returns>Some of it, and where to go on in another turn; null when nothing is left.</returns>
    public static async Task<(IReadOnlyList<Stored<T>> Items, int? Next)> Part<T>(Turn turn, DocumentType<T> type, int from) where T : class
    {
        var last = await turn.LastNumber(type.Kind);
        var items = new List<Stored<T>>();
        for (var number = from + 1; number <= Math.Min(last, from + AtOnce); number++)
        {
            if (await turn.Find(type, number.ToString(CultureInfo.InvariantCulture)) is { } item)
                items.Add(item);
        }

        return (items, from + AtOnce < last ? from + AtOnce : null);
    }
}
