namespace AsyncBot.Storage.LiteDb;

/// <summary>What is on disk is not what was written, so it is not handed out; everything else can still be read.</summary>
public sealed class DocumentDamagedException(string kind, string id, Exception? inner = null)
    : Exception($"The stored {kind} {id} is damaged: restore it from a backup.", inner)
{
    public string Kind { get; } = kind;

    public string Id { get; } = id;
}
