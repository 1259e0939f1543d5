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
        catch (IOException refused) when (refused is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreInUseException(path, refused);
        }
    }

    /// <summary>The file itself stays: deleting it would race with a process that has just opened it.</summary>
    public void Dispose() => _stream.Dispose();
}
