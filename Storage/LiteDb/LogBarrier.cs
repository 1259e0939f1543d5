using System.Diagnostics;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Makes a commit durable. LiteDB hands its pages to a queue that happens to write them on the calling thread, but not at the first commit after opening,
/// and nothing promises it. So every commit waits until the log is as long as LiteDB says, and flushes it.
/// </summary>
internal sealed class LogBarrier(LiteEngine engine, LogFile log, TimeSpan patience)
{
    public void Wait()
    {
        var length = EngineLength();
        if (length == 0)
            return; // a checkpoint has moved the log into the data file and flushed that

        var started = Stopwatch.GetTimestamp();
        var spinner = new SpinWait();
        while (log.Length < length)
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
                throw new IOException($"The log is shorter than the {length} bytes that were committed.");
            spinner.SpinOnce();
        }
        log.ToDisk();
    }

    /// <summary>How long the log is when all that was committed is in it, in bytes.</summary>
    public long EngineLength()
    {
        using var reader = engine.Query("$database", new Query { Select = BsonExpression.Create("{l: logFileSize}") });
        return reader.Read() ? reader.Current["l"].AsInt64 : throw new InvalidOperationException("LiteDB doesn't say how long its log is.");
    }
}
