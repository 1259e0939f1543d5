using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;

namespace AsyncBot.TestKit;

/// <summary>
/// Real LiteDB stores in a temporary folder, for any test that stores something:
/// <c>await using var stores = new LiteDbStores(); var store = await stores.Open();</c>
/// </summary>
public sealed class LiteDbStores(DocumentJson? json = null, string name = "asyncbot.db") : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<LiteDbStore> _opened = [];
    private int _copies;

    public DocumentJson Json { get; } = json ?? new DocumentJson();

    /// <summary>By which leases run out.</summary>
    public ManualTime Time { get; } = new();

    public string Path => _folder.File(name);

    public Task<LiteDbStore> Open() => Open(Path);

    public async Task<LiteDbStore> Open(string path)
    {
        var store = await LiteDbStore.Open(new LiteDbOptions(path), Json, Time);
        _opened.Add(store);
        return store;
    }

    /// <summary>Stops in good order and starts again.</summary>
    public async Task<LiteDbStore> Reopen()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
        _opened.Clear();
        return await Open();
    }

    /// <summary>What a restart finds after <c>kill -9</c> at this moment: a store on a copy of the files, taken while the original has them open.</summary>
    public Task<LiteDbStore> Snapshot() => Open(CopyFiles());

    /// <summary>Copies the files as they are and returns the path of the copy.</summary>
    /// <param name="path">The files to copy, where they are not the first ones.</param>
    public string CopyFiles(string? path = null)
    {
        var copy = _folder.File($"copy{++_copies}.db");
        Copy(path ?? Path, copy);
        Copy(LogOf(path ?? Path), LogOf(copy));
        return copy;
    }

    public static string LogOf(string path) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, System.IO.Path.GetFileNameWithoutExtension(path) + "-log" + System.IO.Path.GetExtension(path));

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
        _folder.Dispose();
    }

    private static void Copy(string from, string to)
    {
        if (!System.IO.File.Exists(from))
            return;
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = System.IO.File.Create(to);
        source.CopyTo(target);
    }
}
