namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// The log. LiteDB flushes it after every page, and trusts the order of the pages: the last of a transaction confirms all of it, and nothing would tell
/// that one before it is missing. Here a transaction is flushed twice, however many pages it has: all of it, not confirmed yet, and then the one byte that
/// confirms it. So whatever a power cut leaves, a confirmed transaction is whole.
/// </summary>
internal sealed class LogFile : PageStream
{
    /// <summary>Where a page says that it confirms its transaction (BasePage.cs, P_IS_CONFIRMED).</summary>
    private const int Confirms = 18;

    private static readonly byte[] Yes = [1];

    /// <summary>
    /// LiteDB writes the first transactions after opening on a thread of its own; whoever flushes waits for the page that is being written, and its mark.
    /// </summary>
    private readonly Lock _writing = new();
    private readonly byte[] _page = new byte[PageSize];
    private bool _isBehind;
    private Exception? _failure;

    public LogFile(IDiskFile file) : base(file) => CutUnconfirmed();

    /// <summary>LiteDB asks for it after every page; <see cref="ToDisk"/> does it.</summary>
    public override void Flush()
    {
    }

    /// <summary>Returns when all that was written would outlast a power cut.</summary>
    /// <exception cref="IOException">Something could not be written; LiteDB keeps that to itself where it happened on its own thread.</exception>
    public void ToDisk()
    {
        lock (_writing)
        {
            if (_failure is not null)
                throw new IOException("The log could not be written.", _failure);
            if (!_isBehind)
                return;
            File.Flush();
            _isBehind = false;
        }
    }

    /// <summary>The log is emptied once all of it is in the data file. What follows must never lie before what was there.</summary>
    public override void SetLength(long value)
    {
        lock (_writing)
        {
            File.SetLength(value);
            File.Flush();
            _isBehind = false;
        }
    }

    protected override void Write(ReadOnlySpan<byte> bytes, long position)
    {
        lock (_writing)
        {
            try
            {
                WriteInOrder(bytes, position);
            }
            catch (Exception failure)
            {
                _failure = failure;
                throw;
            }
        }
    }

    private void WriteInOrder(ReadOnlySpan<byte> bytes, long position)
    {
        _isBehind = true;
        if (bytes.Length != PageSize || bytes[Confirms] == 0)
        {
            File.Write(bytes, position);
            return;
        }

        bytes.CopyTo(_page);
        _page[Confirms] = 0;
        File.Write(_page, position);
        File.Flush();
        File.Write(Yes, position + Confirms);
    }

    /// <summary>
    /// Behind the last confirmed page lies what was never told to be stored, perhaps in pieces. LiteDB would count on from the numbers of
    /// transactions in it.
    /// </summary>
    private void CutUnconfirmed()
    {
        var end = File.Length / PageSize * PageSize;
        while (end > 0 && !IsConfirmed(end - PageSize))
            end -= PageSize;
        if (end < File.Length)
            SetLength(end);
    }

    private bool IsConfirmed(long page)
    {
        Span<byte> confirms = stackalloc byte[1];
        return File.Read(confirms, page + Confirms) == 1 && confirms[0] != 0;
    }
}
