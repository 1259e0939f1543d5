using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.LiteDb;

/// <summary>One version of a document: its body, and where the indexes know it. Read from JSON once, on the thread of whoever first wants it.</summary>
/// <param name="Entries">Without the workspace, kind and id that its key already holds.</param>
internal sealed record DocumentState(Body Body, IReadOnlyList<string> Entries)
{
    private object? _stored;

    public long Version => Body.Version;

    /// <summary>A guess at the memory it takes: the text, and as much again for the object read from it.</summary>
    public long Bytes { get; } = 200 + 4L * (Body.Key.Length + Body.Json.Length) + 2L * Entries.Sum(entry => entry.Length);

    public Stored<T> Stored<T>(DocumentJson json, string kind) where T : class
    {
        if (_stored is not Stored<T> stored)
            _stored = stored = new Stored<T>(Body.Value<T>(json, kind, Keys.IdIn(Body.Key)), Version);
        return stored;
    }
}
