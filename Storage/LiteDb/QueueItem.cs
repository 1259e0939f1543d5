namespace AsyncBot.Storage.LiteDb;

/// <summary>A queued thing without its body. Times are whole microseconds since 1970.</summary>
internal sealed class QueueItem(string key, string queue, WorkspaceId workspace, string id, string lane, string cause, long due)
{
    public string Key { get; } = key;

    public string Queue { get; } = queue;

    public WorkspaceId Workspace { get; } = workspace;

    public string Id { get; } = id;

    /// <summary>Empty when it stands in no lane.</summary>
    public string Lane { get; } = lane;

    public string Cause { get; } = cause;

    public long Due { get; } = due;

    /// <summary>The order in which things were committed.</summary>
    public long Sequence { get; set; }

    /// <summary>How often it was handed out. On disk as of the last retry.</summary>
    public int Attempts { get; set; }

    /// <summary>Set by a retry.</summary>
    public long? NotBefore { get; set; }

    /// <summary>Why it was given up on; null while it is alive.</summary>
    public string? ParkedFor { get; set; }

    /// <summary>The fence of the last lease; 0 when that was ended.</summary>
    public long Fence { get; set; }

    public bool IsHeld { get; set; }

    /// <summary>Its body can't be read: not handed out again by this process.</summary>
    public bool IsSetAside { get; set; }

    public long ReadyAt => Math.Max(Due, NotBefore ?? long.MinValue);
}
