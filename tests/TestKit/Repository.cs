namespace AsyncBot.TestKit;

/// <summary>The files of this repository, for tests of its shape and for pages that are written from the code.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(FindRoot);

    public static string PathOf(string relative) => Path.Combine(Root.Value, relative);

    /// <summary>The source files below a folder, as paths relative to the root, with their text.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        from file in Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Root.Value, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    /// <summary>Whether files that are written from the code should be written anew rather than compared.</summary>
    public static bool IsRewriting => Environment.GetEnvironmentVariable("ASYNCBOT_REWRITE") == "1";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AsyncBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("AsyncBot.sln is not above the tests.");
    }
}
