using LiteDB;

namespace AsyncBot.Storage.LiteDb;

/// <summary>How documents and queued things lie in the file. The field names are short because every row repeats them.</summary>
internal static class Rows
{
    /// <summary>All that is kept in memory of a queued thing: everything but its body.</summary>
    public const string QueueFields = "{_id, l, u, d, s, a, n, p}";

    public static BsonDocument Of(DocumentState document) => new()
    {
        ["_id"] = document.Body.Key,
        ["v"] = document.Body.Version,
        ["e"] = new BsonArray(document.Entries.Select(entry => new BsonValue(entry))),
        ["j"] = document.Body.Json,
        ["c"] = document.Body.Checksum,
    };

    public static DocumentState Document(BsonDocument row) => new(
        BodyOf(row, row["v"].IsInt64 ? row["v"].AsInt64 : 0),
        row["e"] is BsonArray entries ? [.. entries.Where(entry => entry.IsString).Select(entry => entry.AsString)] : []);

    public static BsonDocument Of(QueueItem item, Body body)
    {
        var row = new BsonDocument
        {
            ["_id"] = item.Key,
            ["l"] = item.Lane,
            ["u"] = item.Cause,
            ["d"] = item.Due,
            ["s"] = item.Sequence,
            ["a"] = item.Attempts,
            ["j"] = body.Json,
            ["c"] = body.Checksum,
        };
        if (item.NotBefore is { } at)
            row["n"] = at;
        if (item.ParkedFor is { } reason)
            row["p"] = reason;
        return row;
    }

    public static QueueItem Item(BsonDocument row)
    {
        var (queue, workspace, id) = Keys.PartsOfQueueItem(row["_id"].AsString);
        return new QueueItem(row["_id"].AsString, queue, new WorkspaceId(workspace), id, row["l"].AsString, row["u"].AsString, row["d"].AsInt64)
        {
            Sequence = row["s"].AsInt64,
            Attempts = row["a"].AsInt32,
            NotBefore = row["n"].IsInt64 ? row["n"].AsInt64 : null,
            ParkedFor = row["p"].IsString ? row["p"].AsString : null,
        };
    }

    public static Body QueueBody(BsonDocument row) => BodyOf(row, 0);

    /// <summary>A row without its fields is a damaged one; the checksum says so when it is used.</summary>
    private static Body BodyOf(BsonDocument row, long version) => new(
        row["_id"].AsString,
        version,
        row["j"].IsString ? row["j"].AsString : "",
        row["c"].IsInt64 ? row["c"].AsInt64 : 0);
}
