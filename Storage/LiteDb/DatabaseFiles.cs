using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.LiteDb;

/// <summary>The two files of a database, and the engine on them.</summary>
internal sealed class DatabaseFiles : IDisposable
{
    private readonly string _path;
    private readonly DataFile _data;

    private DatabaseFiles(string path, IDiskFile data, IDiskFile log)
    {
        _path = path;
        Log = new LogFile(log);
        _data = new DataFile(data, Log);
    }

    public LogFile Log { get; }

    public static DatabaseFiles Open(string path, Func<string, IDiskFile> open)
    {
        var data = open(path);
        IDiskFile? log = null;
        try
        {
            log = open(LogPath(path));
            return new DatabaseFiles(path, data, log);
        }
        catch
        {
            log?.Dispose();
            data.Dispose();
            throw;
        }
    }

    /// <summary>LiteDB's own rule for the name of its log.</summary>
    public static string LogPath(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    /// <summary>Asked before the engine sees the file, because LiteDB cuts it to whole pages, and so makes a short text file an empty database.</summary>
    public static bool IsForeign(string path)
    {
        if (!File.Exists(path))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[59];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return read > 0 && !header[..read].EndsWith("** This is a LiteDB file **"u8); // HeaderPage.cs: 27 bytes from 32 on
    }

    public LiteEngine OpenEngine() => new(new EngineSettings { DataStream = _data, LogStream = Log, Collation = Collation.Binary });

    /// <summary>A log that was moved into the data file is removed.</summary>
    public void Dispose()
    {
        var isEmpty = Log.Length == 0;
        Log.Dispose();
        _data.Dispose();
        if (isEmpty)
            File.Delete(LogPath(_path));
    }
}
