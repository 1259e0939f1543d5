namespace AsyncBot.Storage.LiteDb;

/// <summary>Where the file lies and how much memory may stand in for it.</summary>
/// <param name="Path">Created with its folder; a relative path is against the working directory.</param>
public sealed record LiteDbOptions(string Path)
{
    /// <summary>About how many bytes of recently used documents are kept in memory.</summary>
    public long CacheBytes { get; init; } = 12 << 20;

    /// <summary>How many waiting batches share one transaction, and with it the wait for the disk.</summary>
    public int GroupSize { get; init; } = 64;

    /// <summary>How long a commit waits for the log before the engine counts as failed.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
