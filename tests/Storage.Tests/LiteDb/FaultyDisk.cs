using AsyncBot.Storage.LiteDb;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Real files that run full or lose what is written, when a test says so.</summary>
internal sealed class FaultyDisk : IDisposable
{
    private readonly List<FaultyFile> _files = [];

    /// <summary>How many more pages fit on it.</summary>
    public int PagesLeft { get; set; } = int.MaxValue;

    /// <summary>Whether what is written silently vanishes.</summary>
    public bool Swallows { get; set; }

    /// <summary>How often it was made to write down what it had.</summary>
    public int Flushes { get; private set; }

    public IDiskFile Open(string path)
    {
        var file = new FaultyFile(this, new DiskFile(path));
        _files.Add(file);
        return file;
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());

    private sealed class FaultyFile(FaultyDisk disk, DiskFile file) : IDiskFile
    {
        public long Length => file.Length;

        public int Read(Span<byte> bytes, long position) => file.Read(bytes, position);

        public void Write(ReadOnlySpan<byte> bytes, long position)
        {
            if (disk.Swallows)
                return;
            if (disk.PagesLeft-- <= 0)
                throw new IOException("No space left on device");
            file.Write(bytes, position);
        }

        public void SetLength(long length) => file.SetLength(length);

        public void Flush()
        {
            disk.Flushes++;
            file.Flush();
        }

        public void Dispose() => file.Dispose();
    }
}
