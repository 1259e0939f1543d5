namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// Keeps a second process away. LiteDB takes no lock on Linux, and two writers silently overwrite each other
/// (https://github.com/litedb-org/LiteDB/issues/2163). The kernel lets go of it when a process is killed.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private readonly FileStream _stream;

    private LockFile(FileStream stream) => _stream = stream;

    public static LockFile Hold(string path)
    {
        try
        {
            return new LockFile(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            throw new StoreInUseException(path, refused);
        }
    }

    /// <summary>The file itself stays: deleting it would race with a process that has just opened it.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>.NET reports a lock of another process by number only: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeld(IOException refused) => refused.HResult is 11 or 35 or unchecked((int)0x80070020);
}
