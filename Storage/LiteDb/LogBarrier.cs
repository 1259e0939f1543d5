using System.Diagnostics;
using LiteDB;
using LiteDB.Engine;
using Microsoft.Win32.SafeHandles;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Makes a commit durable. LiteDB hands its pages to a queue that happens to write and flush them on the calling thread,
/// but not at the first commit after opening, and nothing promises it. So every commit waits until the log is as long
/// as LiteDB says, and flushes it again through a handle of its own, which costs nearly nothing when there is nothing left to flush.
/// </summary>
internal sealed class LogBarrier(LiteEngine engine, string logPath, TimeSpan patience) : IDisposable
{
    private SafeFileHandle? _log;

    public void Wait()
    {
        var length = EngineLength();
        if (length == 0)
            return; // a checkpoint has moved the log into the data file and flushed that

        var started = Stopwatch.GetTimestamp();
        var spinner = new SpinWait();
        while (FileLength() < length)
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
                throw new IOException($"The log {logPath} is shorter than the {length} bytes that were committed.");
            spinner.SpinOnce();
        }
        // FlushFileBuffers needs a handle that may write, which LiteDB's own sharing mode forbids on Windows.
        if (!OperatingSystem.IsWindows())
            RandomAccess.FlushToDisk(_log!);
    }

    /// <summary>How long the log is when all that was committed is in it, in bytes.</summary>
    public long EngineLength()
    {
        using var reader = engine.Query("$database", new Query { Select = BsonExpression.Create("{l: logFileSize}") });
        return reader.Read() ? reader.Current["l"].AsInt64 : throw new InvalidOperationException("LiteDB doesn't say how long its log is.");
    }

    public void Dispose() => _log?.Dispose();

    private long FileLength()
    {
        if (_log is null)
        {
            if (!File.Exists(logPath))
                return 0;
            _log = File.OpenHandle(logPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        return RandomAccess.GetLength(_log);
    }
}
