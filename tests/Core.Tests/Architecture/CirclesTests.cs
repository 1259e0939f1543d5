using System.Text.RegularExpressions;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Architecture;

/// <summary>Folders, also those within folders, can be read one after the other: none needs one that needs it.</summary>
public sealed partial class CirclesTests
{
    [Test]
    public void No_folder_knows_one_that_knows_it()
    {
        var known = Known();
        var circles = known.Keys.Select(folder => PathBackTo(folder, known)).Where(path => path.Count > 0).Select(path => string.Join(" -> ", path));

        Assert.That(circles, Is.Empty);
        Assert.That(known["Core/Time/When"], Does.Contain("Core/Time/Recurrences").And.Contain("Core/Time"));
        Assert.That(known["Bot/Slack/Setup"], Does.Contain("Bot/Slack/Incoming").And.Contain("Bot/Hosting"));
    }

    /// <summary>For each folder those that it names in a using, and of those around it, whose names need no using, the ones whose types it names.</summary>
    private static Dictionary<string, HashSet<string>> Known()
    {
        var sources = new[] { "Core", "Storage", "Bot" }.SelectMany(Repository.Sources).Select(source => (Folder: FolderOf(source.Path), source.Text)).ToList();
        var typesOf = sources.GroupBy(source => source.Folder)
            .ToDictionary(folder => folder.Key, folder => folder.SelectMany(source => Words(Declared(), source.Text)).ToHashSet());
        var known = typesOf.Keys.ToDictionary(folder => folder, _ => new HashSet<string>());
        foreach (var (folder, text) in sources)
        {
            known[folder].UnionWith(Words(Using(), text).Select(name => name.Replace('.', '/')).Where(typesOf.ContainsKey));
            known[folder].UnionWith(Words(Qualified(), text).SelectMany(name => Meant(name, folder, typesOf)));
            var named = Words(Name(), text).ToHashSet();
            for (var around = FolderOf(folder); around.Contains('/', StringComparison.Ordinal); around = FolderOf(around))
            {
                if (typesOf.TryGetValue(around, out var types) && types.Except(typesOf[folder]).Any(named.Contains))
                    known[folder].Add(around);
            }
        }

        return known;
    }

    /// <summary>The folder in which a name such as <c>Setup.Manifest</c> or <c>Core.Time.Clock</c> stands for a type, seen from another.</summary>
    private static IEnumerable<string> Meant(string name, string folder, Dictionary<string, HashSet<string>> typesOf)
    {
        var path = name[..name.LastIndexOf('.')].Replace('.', '/');
        var type = name[(name.LastIndexOf('.') + 1)..];
        for (var around = folder; ; around = FolderOf(around))
        {
            var meant = around.Length == 0 ? path : $"{around}/{path}";
            if (meant != folder && typesOf.TryGetValue(meant, out var types) && types.Contains(type))
                yield return meant;
            if (around.Length == 0)
                break;
        }
    }

    /// <summary>The folders on a way from one back to itself; none where there is no such way.</summary>
    private static List<string> PathBackTo(string folder, Dictionary<string, HashSet<string>> known)
    {
        var from = new Dictionary<string, string>();
        var open = new Queue<string>([folder]);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in known[at].Where(next => next != at && from.TryAdd(next, at)))
            {
                if (next == folder)
                    return Way(folder, from);
                open.Enqueue(next);
            }
        }

        return [];
    }

    private static List<string> Way(string folder, Dictionary<string, string> from)
    {
        List<string> way = [folder];
        do
            way.Insert(0, from[way[0]]);
        while (way[0] != folder);
        return way;
    }

    private static string FolderOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";

    private static IEnumerable<string> Words(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?<![\w.])(?:AsyncBot\.)?((?:[A-Z]\w*\.)+[A-Z]\w*)")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^using (?:static )?AsyncBot\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:[a-z]+ )*(?:class|record struct|record|struct|interface|enum) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b([A-Z]\w*)\b")]
    private static partial Regex Name();
}
