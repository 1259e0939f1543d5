using System.Reflection;
using System.Text.RegularExpressions;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Architecture;

/// <summary>The plan of the house: who may know whom.</summary>
public sealed partial class FloorsTests
{
    /// <summary>Bottom to top. A folder knows those below it, and not its neighbours.</summary>
    private static readonly string[][] Floors =
    [
        ["Documents"],
        ["Time"],
        ["Messages"],
        ["Turns"],
        ["Jobs", "Outbox"],
        ["Commands"],
        ["Home", "Texts"],
        ["Help", "People", "Ideas"],
        ["Attention"],
        ["Online"],
        ["OnCall", "Due"],
        ["Blockers"],
        ["CheckIns"],
        ["Catalogs"],
    ];

    [Test]
    public void Every_folder_of_Core_stands_on_a_floor()
    {
        var folders = Repository.Sources("Core").Select(source => FolderOf(source.Path)).Distinct();

        Assert.That(folders.Except(Floors.SelectMany(floor => floor)), Is.Empty);
    }

    [Test]
    public void Every_folder_of_Core_knows_only_those_below_it()
    {
        var wrong =
            from source in Repository.Sources("Core")
            from known in NamedIn(source.Text)
            where known != FolderOf(source.Path) && FloorOf(known) >= FloorOf(FolderOf(source.Path))
            select $"{source.Path} knows {known}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_folder_is_a_namespace()
    {
        var wrong =
            from root in new[] { "Core", "Storage", "Bot" }
            from source in Repository.Sources(root)
            let declared = Namespace().Match(source.Text)
            where declared.Success && declared.Groups[1].Value != "AsyncBot." + source.Path[..source.Path.LastIndexOf('/')].Replace('/', '.')
            select $"{source.Path} says {declared.Groups[1].Value}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Core_references_NodaTime_and_nothing_that_does_input_or_output() =>
        Assert.That(ReferencesOf("AsyncBot.Core").Where(name => !IsOfTheRuntime(name)), Is.EqualTo(new[] { "NodaTime" }));

    [Test]
    public void Core_opens_no_file_no_socket_and_no_process()
    {
        string[] doors = ["System.IO", "System.Net", "System.Diagnostics.Process", "File.", "Directory.Enumerate", "HttpClient", "Socket"];
        var wrong =
            from source in Repository.Sources("Core")
            from door in doors
            where Regex.IsMatch(source.Text, $@"(?<![\w.]){Regex.Escape(door)}")
            select $"{source.Path} uses {door}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Storage_references_Core_and_its_engines_only() =>
        Assert.That(ReferencesOf("AsyncBot.Storage").Where(name => !IsOfTheRuntime(name)),
            Is.SubsetOf(new[] { "AsyncBot.Core", "LiteDB", "NodaTime", "NodaTime.Serialization.SystemTextJson", "Npgsql" }));

    [Test]
    public void Storage_knows_of_Core_the_documents_only()
    {
        var wrong =
            from source in Repository.Sources("Storage")
            from known in NamedIn(source.Text)
            where known != "Documents"
            select $"{source.Path} knows {known}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_engines_of_Storage_do_not_know_each_other()
    {
        string[] engines = ["LiteDb", "Postgres"];
        var wrong =
            from engine in engines
            where Directory.Exists(Repository.PathOf("Storage/" + engine))
            from source in Repository.Sources("Storage/" + engine)
            from other in engines.Except([engine])
            where source.Text.Contains($"AsyncBot.Storage.{other}", StringComparison.Ordinal)
            select $"{source.Path} knows {other}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Surfaces_do_not_know_each_other()
    {
        string[] surfaces = ["Slack", "Teams", "Playground"];
        var wrong =
            from surface in surfaces
            where Directory.Exists(Repository.PathOf("Bot/" + surface))
            from source in Repository.Sources("Bot/" + surface)
            from other in surfaces.Except([surface])
            where Regex.IsMatch(source.Text, $@"\b(AsyncBot\.)?Bot\.{other}\b")
            select $"{source.Path} knows {other}";

        Assert.That(wrong, Is.Empty);
    }

    private static string FolderOf(string path) => path.Split('/')[1];

    private static int FloorOf(string folder) => Array.FindIndex(Floors, floor => floor.Contains(folder));

    /// <summary>The folders of Core that a source names, in a using or in full.</summary>
    private static IEnumerable<string> NamedIn(string text) => CoreFolder().Matches(Namespace().Replace(text, ""))
        .Select(match => match.Groups[1].Value)
        .Where(name => FloorOf(name) >= 0)
        .Distinct();

    private static IEnumerable<string> ReferencesOf(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsOfTheRuntime(string name) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));

    [GeneratedRegex(@"(?:\bAsyncBot\.Core|(?<![\w.])Core)\.(\w+)")]
    private static partial Regex CoreFolder();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
