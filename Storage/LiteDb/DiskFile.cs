using Microsoft.Win32.SafeHandles;

namespace AsyncBot.Storage.LiteDb;

/// <summary>A file of the disk, made if there is none.</summary>
internal sealed class DiskFile(string path) : IDiskFile
{
    private readonly SafeFileHandle _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    public long Length => RandomAccess.GetLength(_handle);

    public int Read(Span<byte> bytes, long position) => RandomAccess.Read(_handle, bytes, position);

    public void Write(ReadOnlySpan<byte> bytes, long position) => RandomAccess.Write(_handle, bytes, position);

    public void SetLength(long length) => RandomAccess.SetLength(_handle, length);

    public void Flush() => RandomAccess.FlushToDisk(_handle);

    public void Dispose() => _handle.Dispose();
}
