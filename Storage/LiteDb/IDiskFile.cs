namespace AsyncBot.Storage.LiteDb;

/// <summary>A file as far as a database needs one. Tests give it files that run full, lose what is written, or lose power.</summary>
internal interface IDiskFile : IDisposable
{
    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <returns>How many bytes there were.</returns>
    int Read(Span<byte> bytes, long position);

    void Write(ReadOnlySpan<byte> bytes, long position);

    void SetLength(long length);

    /// <summary>Returns when all of it would outlast a power cut.</summary>
    void Flush();
}
