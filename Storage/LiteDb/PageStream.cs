namespace AsyncBot.Storage.LiteDb;

/// <summary>A file of the database as LiteDB reads and writes it: page by page, from a position that it sets each time.</summary>
internal abstract class PageStream(IDiskFile file) : Stream
{
    public const int PageSize = 8192;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => File.Length;

    public override long Position { get; set; }

    protected IDiskFile File { get; } = file;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = File.Read(buffer.AsSpan(offset, count), Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Write(buffer.AsSpan(offset, count), Position);
        Position += count;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected abstract void Write(ReadOnlySpan<byte> bytes, long position);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            File.Dispose();
        base.Dispose(disposing);
    }
}
