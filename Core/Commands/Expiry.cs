using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using SortKey = AsyncBot.Core.Documents.SortKey;

namespace AsyncBot.Core.Commands;

/// <summary>A document that is only needed for a while: the answer to a delivery, what an Undo puts back, the text of a long button.</summary>
public interface IExpires
{
    /// <summary>Whose words it may hold.</summary>
    PersonId Person { get; }

    Instant Until { get; }
}

/// <summary>Clears away what has expired, by a job that exists only while there is something to clear.</summary>
public static class Expiry
{
    private const int Minutes = 10;

    private const string IndexName = "expires";

    /// <summary>Gathers what expires within the same ten minutes, in the order in which it does.</summary>
    public static DocumentIndex<T> Index<T>() where T : IExpires => new(IndexName, document => Bucket(document.Until), document => SortKey.Of(document.Until));

    /// <summary>Stores a document until the minute in which it expires is over.</summary>
    public static void Create<T>(Turn turn, DocumentType<T> type, T document) where T : class, IExpires
    {
        turn.Batch.Put(type, document, Batch.New);
        var minute = document.Until.ToUnixTimeSeconds() / 60 + 1;
        var sweep = string.Create(CultureInfo.InvariantCulture, $"sweep {type.Kind} {minute}");
        turn.Schedule(sweep, Instant.FromUnixTimeSeconds(minute * 60), new Sweep(type.Kind, Bucket(document.Until)));
    }

    /// <summary>What expires in one bucket.</summary>
    public static Task<IReadOnlyList<Stored<T>>> In<T>(Turn turn, DocumentType<T> type, string bucket, int most) where T : class, IExpires =>
        turn.Query(type, new Slice(IndexName, bucket, Take: most));

    /// <summary>What has expired in one bucket by now.</summary>
    public static Task<IReadOnlyList<Stored<T>>> Over<T>(Turn turn, DocumentType<T> type, string bucket, int most) where T : class, IExpires =>
        turn.Query(type, new Slice(IndexName, bucket, To: SortKey.Of(turn.Now), Take: most));

    /// <summary>The buckets of what is still there and lasts at most a day.</summary>
    public static IEnumerable<string> BucketsOfADay(Instant now)
    {
        for (var at = now - Duration.FromHours(1); at <= now + Duration.FromHours(25); at += Duration.FromMinutes(Minutes))
            yield return Bucket(at);
    }

    private static string Bucket(Instant until) => (until.ToUnixTimeSeconds() / (60 * Minutes)).ToString(CultureInfo.InvariantCulture);
}
