using AsyncBot.Storage.LiteDb;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Real files that run full or lose what is written, when a test says so.</summary>
internal sealed class FaultyDisk : IDisposable
{
    private readonly List<FaultyStream> _streams = [];

    /// <summary>How many more pages fit on it.</summary>
    public int PagesLeft { get; set; } = int.MaxValue;

    /// <summary>Whether what is written silently vanishes.</summary>
    public bool Swallows { get; set; }

    public LiteEngine Open(string path) => new(new EngineSettings
    {
        DataStream = Stream(path),
        LogStream = Stream(DatabaseFile.LogPath(path)),
        Collation = Collation.Binary,
    });

    public void Dispose() => _streams.ForEach(stream => stream.Dispose());

    private FaultyStream Stream(string path)
    {
        var stream = new FaultyStream(this, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
        _streams.Add(stream);
        return stream;
    }

    private sealed class FaultyStream(FaultyDisk disk, FileStream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => file.Position = value; }

        public override void Flush() => file.Flush(flushToDisk: true);

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (disk.Swallows)
                return;
            if (disk.PagesLeft-- <= 0)
                throw new IOException("No space left on device");
            file.Write(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
            base.Dispose(disposing);
        }
    }
}
