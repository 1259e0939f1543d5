using AsyncBot.Storage.LiteDb;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>
/// Files in memory that tell what a disk would hold after a power cut: all that was there when the last flush that has returned began, and of what came
/// later any of the sectors, in no order. Once a new length is lost, so is all that was written after it.
/// </summary>
internal sealed class PowerCutDisk
{
    private const int Sector = 4096;

    /// <summary>A disk takes its time, in which others go on.</summary>
    private static readonly TimeSpan FlushTime = TimeSpan.FromMilliseconds(3);

    private readonly Dictionary<string, byte[]> _atFirst = new(StringComparer.Ordinal);
    private readonly List<Happening> _happened = [];

    /// <summary>How much has happened on it so far. Each is a moment at which the power may be cut.</summary>
    public int Moments
    {
        get
        {
            lock (_happened)
                return _happened.Count;
        }
    }

    /// <summary>When most was on its way.</summary>
    public IReadOnlyList<int> BeforeFlushes
    {
        get
        {
            lock (_happened)
                return [.. _happened.Index().Where(each => each.Item.Flushes is not null).Select(each => each.Index)];
        }
    }

    public IDiskFile Open(string path)
    {
        _atFirst[path] = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return new RecordedFile(this, path, _atFirst[path]);
    }

    /// <summary>Puts the files into a folder as a cut at this moment leaves them.</summary>
    /// <param name="keeps">How likely a sector that was not flushed is there all the same.</param>
    public void Cut(int moment, double keeps, Random chance, string folder)
    {
        foreach (var (path, atFirst) in _atFirst)
        {
            var before = _happened.Take(moment).Index().Where(each => each.Item.Path == path).ToList();
            var flushed = before.Max(each => each.Item.Flushes) ?? 0;
            var left = new Content(atFirst);
            foreach (var change in before.Where(each => each.Index < flushed).Select(each => each.Item.Change).OfType<Change>())
                left.Do(change);
            foreach (var change in before.Where(each => each.Index >= flushed).Select(each => each.Item.Change).OfType<Change>())
            {
                if (change.Bytes is null && chance.NextDouble() >= keeps)
                    break;
                foreach (var part in Sectors(change).Where(part => part.Bytes is null || chance.NextDouble() < keeps))
                    left.Do(part);
            }

            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), left.Bytes);
        }
    }

    private static List<Change> Sectors(Change change)
    {
        if (change.Bytes is not { } bytes)
            return [change];
        var parts = new List<Change>();
        for (var from = 0L; from < bytes.Length;)
        {
            var until = Math.Min(bytes.Length, ((change.At + from) / Sector + 1) * Sector - change.At);
            parts.Add(new Change(change.At + from, bytes[(int)from..(int)until]));
            from = until;
        }

        return parts;
    }

    private void Happened(Happening what)
    {
        lock (_happened)
            _happened.Add(what);
    }

    /// <param name="Change">Null where it is the end of a flush.</param>
    /// <param name="Flushes">How much had happened when that flush began.</param>
    private sealed record Happening(string Path, Change? Change, int? Flushes = null);

    /// <param name="At">A position, or the new length.</param>
    /// <param name="Bytes">What was written; null for a new length.</param>
    private sealed record Change(long At, byte[]? Bytes);

    private sealed class Content(byte[] bytes)
    {
        private readonly MemoryStream _stream = Of(bytes);

        public byte[] Bytes => _stream.ToArray();

        public long Length => _stream.Length;

        public void Do(Change change)
        {
            if (change.Bytes is null)
            {
                _stream.SetLength(change.At);
                return;
            }

            _stream.Position = change.At;
            _stream.Write(change.Bytes);
        }

        public int Read(Span<byte> into, long position)
        {
            _stream.Position = position;
            return _stream.Read(into);
        }

        private static MemoryStream Of(byte[] bytes)
        {
            var stream = new MemoryStream();
            stream.Write(bytes);
            return stream;
        }
    }

    private sealed class RecordedFile(PowerCutDisk disk, string path, byte[] bytes) : IDiskFile
    {
        private readonly Content _content = new(bytes);

        public long Length
        {
            get
            {
                lock (_content)
                    return _content.Length;
            }
        }

        public int Read(Span<byte> bytes, long position)
        {
            lock (_content)
                return _content.Read(bytes, position);
        }

        public void Write(ReadOnlySpan<byte> bytes, long position) => Do(new Change(position, bytes.ToArray()));

        public void SetLength(long length) => Do(new Change(length, null));

        public void Flush()
        {
            var begun = disk.Moments;
            Thread.Sleep(FlushTime);
            disk.Happened(new Happening(path, null, begun));
        }

        public void Dispose()
        {
        }

        private void Do(Change change)
        {
            lock (_content)
            {
                _content.Do(change);
                disk.Happened(new Happening(path, change));
            }
        }
    }
}
