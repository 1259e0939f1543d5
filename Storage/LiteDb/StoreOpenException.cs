namespace AsyncBot.Storage.LiteDb;

/// <summary>The file can't be used; the message is one sentence that names it and what to do.</summary>
public class StoreOpenException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process has the file open.</summary>
public sealed class StoreInUseException(string path, Exception? inner = null)
    : StoreOpenException($"{path} is in use by another AsyncBot: stop that one first, or set Storage:Path to another file.", inner);

/// <summary>A later version of AsyncBot has written the file.</summary>
public sealed class NewerFileException(string path, int version, int known)
    : StoreOpenException($"{path} was written by a newer AsyncBot (file version {version}, this one knows up to {known}): "
        + "install that version again, or restore the backup made before the update.");
