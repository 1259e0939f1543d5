using System.Text;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Primary keys made of parts. The separator is the smallest character that a part may not hold, so the ordinal order of
/// the joined keys is the order of their parts, and everything under one prefix is one run.
/// </summary>
internal static class Keys
{
    private const char Separator = '\u0001';
    private const char AfterSeparator = '\u0002';
    private const int MostCharacters = 250;

    /// <summary>Behind every key: no character is encoded with a larger byte.</summary>
    public const string Last = "\U0010FFFF";

    /// <summary>LiteDB refuses index keys past 1023 bytes (Constants.cs), and it would do so in the middle of a transaction.</summary>
    private const int MostBytes = 1000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Document(WorkspaceId workspace, string kind, string id) =>
        Fit(string.Join(Separator, Named(workspace), Named(kind, nameof(kind)), Named(id, nameof(id))));

    public static string QueueItem(string queue, WorkspaceId workspace, string id) =>
        Fit(string.Join(Separator, Named(queue, nameof(queue)), Named(workspace), Named(id, nameof(id))));

    /// <summary>What comes between workspace/kind and id in the key of an entry.</summary>
    public static string Entry(IndexEntry entry) =>
        string.Join(Separator, Named(entry.Index, nameof(entry.Index)), Part(entry.Key, nameof(entry.Key)), Part(entry.Sort, nameof(entry.Sort)));

    public static string Entry(WorkspaceId workspace, string kind, string entry, string id) =>
        Fit(string.Join(Separator, workspace.Value, kind, entry, id));

    /// <summary>What all entries of one index under one key begin with.</summary>
    public static string Run(WorkspaceId workspace, string kind, Slice slice) => string.Join(Separator, workspace.Value, kind, slice.Index, slice.Key);

    /// <summary>The run in which an entry stands.</summary>
    public static string RunOf(WorkspaceId workspace, string kind, string entry) =>
        string.Concat(workspace.Value, $"{Separator}{kind}{Separator}", entry.AsSpan(0, entry.LastIndexOf(Separator)));

    /// <summary>The ends of a slice: no entry equals either of them, because an entry goes on with a separator and its id.</summary>
    public static (string From, string To) Range(WorkspaceId workspace, string kind, Slice slice)
    {
        var run = string.Join(
            Separator, Named(workspace), Named(kind, nameof(kind)), Named(slice.Index, nameof(slice.Index)), Part(slice.Key, nameof(slice.Key)));
        return (
            Fit(run + Separator + Part(slice.From ?? "", nameof(slice.From))),
            Fit(slice.To is null ? run + AfterSeparator : run + Separator + Part(slice.To, nameof(slice.To))));
    }

    /// <summary>The ends of everything of a workspace.</summary>
    public static (string From, string To) Range(WorkspaceId workspace) => (Named(workspace) + Separator, Named(workspace) + AfterSeparator);

    public static WorkspaceId WorkspaceIn(string documentKey) => new(documentKey[..documentKey.IndexOf(Separator)]);

    public static string IdIn(string key) => key[(key.LastIndexOf(Separator) + 1)..];

    public static (string Queue, string Workspace, string Id) PartsOfQueueItem(string key) =>
        key.Split(Separator) is [var queue, var workspace, var id]
            ? (queue, workspace, id)
            : throw new InvalidDataException($"Not the key of a queued thing: {key.Replace(Separator, '/')}");

    private static string Named(WorkspaceId workspace) => Named(workspace.Value, nameof(workspace));

    private static string Named(string part, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(part, name);
        return Part(part, name);
    }

    private static string Part(string part, string name)
    {
        ArgumentNullException.ThrowIfNull(part, name);
        if (part.Length > MostCharacters)
            throw new ArgumentException($"At most {MostCharacters} characters, not {part.Length}: {part[..40]}…", name);
        if (part.AsSpan().ContainsAnyInRange('\0', Separator))
            throw new ArgumentException("The characters U+0000 and U+0001 are reserved.", name);
        return part;
    }

    private static string Fit(string key) => Utf8.GetByteCount(key) <= MostBytes
        ? key
        : throw new ArgumentException($"Together at most {MostBytes} bytes: {key[..40].Replace(Separator, '/')}…");
}
