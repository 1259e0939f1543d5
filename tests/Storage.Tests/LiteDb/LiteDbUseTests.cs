using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AsyncBot.Core.Documents;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Which version of LiteDB is used, how much of it, and from where.</summary>
public sealed class LiteDbUseTests
{
    private static readonly string[] Values = [nameof(BsonValue), nameof(BsonDocument), nameof(BsonArray), nameof(IBsonDataReader)];

    [Test]
    public void The_version_whose_commits_reach_the_disk_is_the_one_in_use() =>
        Assert.That(typeof(LiteEngine).Assembly.GetName().Version!.ToString(3), Is.EqualTo("5.0.20"));

    [Test]
    public void No_other_version_may_take_its_place()
    {
        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);

        Assert.That(versions["LiteDB"], Is.EqualTo("[5.0.20]"));
    }

    /// <summary>
    /// No Rebuild, which loses what has an index; no shared mode and no password, which aren't safe; no repair at opening; no collections,
    /// mapped classes or queries with a value in their text. What is not on the list was not tried.
    /// </summary>
    [Test]
    public void Of_LiteDB_only_what_held_is_used() => Assert.That(UsedOf("LiteDB").Where(member => !Values.Contains(member.Type)).Select(member => $"{member.Type}.{member.Name}").Distinct(), Is.EquivalentTo(new[]
    {
        "BsonExpression.Create",
        "BsonExpression.get_Parameters",
        "Collation.Binary",
        "EngineSettings..ctor",
        "EngineSettings.set_Collation",
        "EngineSettings.set_DataStream",
        "EngineSettings.set_LogStream",
        "LiteEngine..ctor",
        "LiteEngine.BeginTrans",
        "LiteEngine.Commit",
        "LiteEngine.Delete",
        "LiteEngine.Dispose",
        "LiteEngine.Insert",
        "LiteEngine.Pragma",
        "LiteEngine.Query",
        "LiteEngine.Upsert",
        "Query..ctor",
        "Query.get_Where",
        "Query.set_Limit",
        "Query.set_Order",
        "Query.set_OrderBy",
        "Query.set_Select",
    }));

    [Test]
    public void A_commit_flushes_the_log_itself() =>
        Assert.That(UsedOf("System.Runtime").Concat(UsedOf("System.Private.CoreLib")), Has.Member((nameof(RandomAccess), nameof(RandomAccess.FlushToDisk))));

    [Test]
    public void No_cursor_collection_or_transaction_leaves_the_storage()
    {
        var shown =
            from type in typeof(LiteDbStore).Assembly.GetExportedTypes()
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            from each in TypesOf(member)
            where each.Assembly == typeof(LiteEngine).Assembly
            select $"{type.Name}.{member.Name} shows {each.Name}";
        var used =
            from root in new[] { "Core", "Bot" }
            from source in Repository.Sources(root)
            where Regex.IsMatch(source.Text, @"\busing LiteDB\b|\bLiteDB\.\w")
            select source.Path;

        Assert.That(shown.Concat(used), Is.Empty);
    }

    [Test]
    public async Task What_people_write_is_never_compiled_into_an_expression_that_stays_in_memory()
    {
        const string written = "written-by-ana";
        var here = new WorkspaceId(written);
        var type = new DocumentType<Line>("line", line => line.Id, new DocumentIndex<Line>("all", _ => written, line => line.Id));
        var queue = new DueQueue<Line>("queue");
        await using var stores = new LiteDbStores();
        var store = await stores.Open();

        for (var version = 0; version < 2; version++)
        {
            var batch = new Batch(here, written);
            batch.Put(type, new Line(written), version);
            batch.Enqueue(queue, $"{written} {version}", written, Instant.FromUnixTimeTicks(0), new Line(written));
            await store.Commit(batch, default);
            store = await stores.Reopen();
            Assert.That(await store.Query(here, type, new Slice("all", written, From: written), default), Has.Count.EqualTo(1));
            Assert.That(await store.Take(queue, Instant.FromUnixTimeTicks(0), 1, Duration.FromMinutes(1), default), Has.Count.EqualTo(1));
            store = await stores.Reopen();
            Assert.That(await store.Find(here, type, written, default), Is.Not.Null);
            Assert.That(await store.Find(here, type, written + " never", default), Is.Null);
        }
        await store.Clear(here, default);

        Assert.That(Compiled("_cacheEnumerable").Concat(Compiled("_cacheScalar")), Is.Not.Empty.And.None.Contain(written));
    }

    [Test]
    public async Task Rows_are_text_and_numbers_and_the_body_is_one_text()
    {
        var here = new WorkspaceId("T1");
        var now = Instant.FromUtc(2026, 3, 9, 8, 0);
        var type = new DocumentType<Line>("line", line => line.Id, new DocumentIndex<Line>("all", _ => "", line => line.Id));
        var queue = new DueQueue<Line>("queue");
        await using var stores = new LiteDbStores();
        var store = await stores.Open();
        await Commit(batch =>
        {
            batch.Put(type, new Line("1"), Batch.New);
            batch.Enqueue(queue, "1", "lane", now, new Line("1"));
            batch.Enqueue(queue, "2", "", now, new Line("2"));
        });
        var leases = await store.Take(queue, now, 2, Duration.FromMinutes(1), default);
        await Commit(batch =>
        {
            batch.Retry(leases[0], now);
            batch.Park(leases[1], "gone");
        });
        await store.DisposeAsync();

        using var engine = new LiteEngine(new EngineSettings { Filename = stores.Path, Collation = Collation.Binary });
        foreach (var collection in new[] { DatabaseFile.Documents, DatabaseFile.Entries, DatabaseFile.Queue, DatabaseFile.Meta })
        {
            using var rows = engine.Query(collection, new Query());
            var fields = rows.ToEnumerable().SelectMany(row => row.AsDocument).ToList();
            Assert.That(fields.Select(field => (field.Key, field.Value.Type)).Distinct(), Is.Not.Empty.And.SubsetOf(new[]
            {
                ("_id", BsonType.String), ("v", BsonType.Int64), ("v", BsonType.Int32), ("e", BsonType.Array), ("j", BsonType.String), ("c", BsonType.Int64),
                ("l", BsonType.String), ("u", BsonType.String), ("d", BsonType.Int64), ("s", BsonType.Int64), ("a", BsonType.Int32), ("n", BsonType.Int64), ("p", BsonType.String),
            }), collection);
            Assert.That(fields.Where(field => field.Key == "e").SelectMany(field => field.Value.AsArray).Select(entry => entry.Type), Is.All.EqualTo(BsonType.String));
        }

        Task Commit(Action<Batch> fill)
        {
            var batch = new Batch(here, "turn");
            fill(batch);
            return store.Commit(batch, default);
        }
    }

    private static IEnumerable<string> Compiled(string cache) =>
        ((System.Collections.IDictionary)typeof(BsonExpression).GetField(cache, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!).Keys.Cast<string>();

    private static IEnumerable<Type> TypesOf(MemberInfo member) => (member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    }).OfType<Type>().SelectMany(type => type.GetGenericArguments().Append(type));

    /// <summary>What the compiled storage calls of another assembly.</summary>
    private static List<(string Type, string Name)> UsedOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(typeof(LiteDbStore).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            where type.ResolutionScope.Kind == HandleKind.AssemblyReference
            where metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == assembly
            select (metadata.GetString(type.Name), metadata.GetString(member.Name)),
        ];
    }

    private sealed record Line(string Id);
}
