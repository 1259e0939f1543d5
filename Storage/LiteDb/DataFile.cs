namespace AsyncBot.Storage.LiteDb;

/// <summary>The data file. Nothing of the log goes into it that a power cut could still take from the log.</summary>
internal sealed class DataFile(IDiskFile file, LogFile log) : PageStream(file)
{
    public override void Flush() => File.Flush();

    protected override void Write(ReadOnlySpan<byte> bytes, long position)
    {
        log.ToDisk();
        File.Write(bytes, position);
    }

    public override void SetLength(long value) => File.SetLength(value);
}
