using LiteDB;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// The versions of the file's layout. A file is brought up to date when it is opened, one version at a time, each in a
/// transaction of its own; a file from the future is refused.
/// </summary>
internal static class Migrations
{
    private const string Schema = "schema";
    private const string Opens = "opens";

    /// <summary>Each step leads from the version that is its index + 1 to the next. Never change one that was released.</summary>
    private static readonly Action<DatabaseFile>[] Steps = [AddChecksums];

    public static int Latest => Steps.Length + 1;

    /// <returns>How often the file was opened, this time included.</returns>
    public static long Run(DatabaseFile file, string path)
    {
        var collections = file.CollectionNames();
        if (collections.Count == 0)
        {
            file.UseUtc();
            file.InTransaction(() =>
            {
                file.CreateCollections();
                file.Upsert(DatabaseFile.Meta, [Number(Schema, Latest)]);
            });
        }
        else
        {
            var version = collections.Contains(DatabaseFile.Meta) && file.Read(DatabaseFile.Meta, Schema) is { } schema
                ? schema["v"].AsInt32
                : throw new StoreOpenException($"{path} is a LiteDB file of another program: set Storage:Path to a file of AsyncBot's own.");
            if (version > Latest)
                throw new NewerFileException(path, version, Latest);

            for (; version < Latest; version++)
                file.InTransaction(() =>
                {
                    Steps[version - 1](file);
                    file.Upsert(DatabaseFile.Meta, [Number(Schema, version + 1)]);
                });
        }

        var opens = (file.Read(DatabaseFile.Meta, Opens)?["v"].AsInt64 ?? 0) + 1;
        file.InTransaction(() => file.Upsert(DatabaseFile.Meta, [Number(Opens, opens)]));
        return opens;
    }

    private static BsonDocument Number(string id, BsonValue value) => new() { ["_id"] = id, ["v"] = value };

    /// <summary>2: every body carries a checksum.</summary>
    private static void AddChecksums(DatabaseFile file)
    {
        AddChecksums(file, DatabaseFile.Documents, row => row["v"].AsInt64);
        AddChecksums(file, DatabaseFile.Queue, _ => 0);
    }

    private static void AddChecksums(DatabaseFile file, string collection, Func<BsonDocument, long> version)
    {
        foreach (var row in file.All(collection))
        {
            row["c"] = Body.ChecksumOf(row["_id"].AsString, version(row), row["j"].AsString);
            file.Upsert(collection, [row]);
        }
    }
}
