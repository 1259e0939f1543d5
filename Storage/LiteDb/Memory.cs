using System.Collections.ObjectModel;
using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// What can be answered without the database thread: documents, that there is no such document, and what slices gave. Only that
/// thread fills it, and it forgets before a commit is reported, so whoever has seen their commit return reads what they wrote.
/// </summary>
/// <param name="documentBytes">About how much memory documents may take; what slices gave may take a third of that besides.</param>
internal sealed class Memory(long documentBytes)
{
    /// <summary>Of ten thousand people most never said anything about themselves, and that is asked about each of them again and again.</summary>
    private const long AbsentBytes = 4 << 20;

    private readonly ReadCache<DocumentState> _documents = new(documentBytes, document => document.Bytes);
    private readonly ReadCache<string> _absent = new(AbsentBytes, key => 150 + 2L * key.Length);
    private readonly ReadCache<RunMemory> _runs = new(documentBytes / 3, run => run.Bytes);

    /// <summary>Larger ones would push out everything else.</summary>
    private readonly long _mostBytesOfOne = documentBytes / 24;

    public DocumentState? Find(string key) => _documents.Find(key);

    /// <summary>Whether it is known that there is no such document.</summary>
    public bool IsAbsent(string key) => _absent.Find(key) is not null;

    /// <param name="run">The key of the run that the slice lies in, see <see cref="Keys.Run(WorkspaceId, string, Slice)"/>.</param>
    public SliceMemory? Find(string run, Slice slice) => _runs.Find(run)?.Find(slice);

    public void Keep(DocumentState document) => _documents.Set(document.Body.Key, document);

    public void KeepAbsent(string key) => _absent.Set(key, key);

    public void Keep(string run, SliceMemory slice)
    {
        if (slice.Bytes <= _mostBytesOfOne)
            _runs.Set(run, (_runs.Find(run) ?? RunMemory.Empty).With(slice));
    }

    /// <summary>What was committed becomes what everyone reads.</summary>
    public void Publish(IReadOnlyCollection<DocumentChange> changes)
    {
        // The runs go first, so that nobody who has read a new document is given an older list after it.
        foreach (var change in changes)
            ForgetRuns(change);
        foreach (var change in changes)
            if (change.After is null)
            {
                _documents.Remove(change.Key);
                _absent.Set(change.Key, change.Key);
            }
            else
            {
                _absent.Remove(change.Key);
                _documents.Set(change.Key, change.After);
            }
    }

    /// <summary>The document was removed without a commit.</summary>
    public void Forget(string key) => _documents.Remove(key);

    public void ForgetRuns() => _runs.Clear();

    /// <summary>Also where the document keeps its place: what is remembered of a run holds the documents themselves.</summary>
    private void ForgetRuns(DocumentChange change)
    {
        foreach (var entry in change.Before?.Entries ?? [])
            _runs.Remove(Keys.RunOf(change.Workspace, change.Kind, entry));
        foreach (var entry in change.After?.Entries ?? [])
            _runs.Remove(Keys.RunOf(change.Workspace, change.Kind, entry));
    }
}

/// <summary>What was asked lately of one run of an index.</summary>
internal sealed class RunMemory
{
    private const int MostSlices = 8;

    public static readonly RunMemory Empty = new([]);

    private readonly SliceMemory[] _slices;

    private RunMemory(SliceMemory[] slices)
    {
        _slices = slices;
        Bytes = 100 + slices.Sum(slice => slice.Bytes);
    }

    public long Bytes { get; }

    public SliceMemory? Find(Slice slice) => Array.Find(_slices, known => known.Slice == slice);

    public RunMemory With(SliceMemory newest) => new([newest, .. _slices.Where(known => known.Slice != newest.Slice).Take(MostSlices - 1)]);
}

/// <summary>The documents that a slice gave, all as of one moment between two commits.</summary>
internal sealed class SliceMemory(Slice slice, IReadOnlyList<DocumentState> documents)
{
    private object? _read;

    public Slice Slice { get; } = slice;

    /// <summary>As if no other slice and no other memory held the same documents.</summary>
    public long Bytes { get; } = 150 + documents.Sum(document => document.Bytes);

    public IReadOnlyList<Stored<T>> Stored<T>(DocumentJson json, string kind) where T : class
    {
        if (_read is not ReadOnlyCollection<Stored<T>> read)
            _read = read = new ReadOnlyCollection<Stored<T>>([.. documents.Select(document => document.Stored<T>(json, kind))]);
        return read;
    }
}
