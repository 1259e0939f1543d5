namespace AsyncBot.Bot.Playground;

/// <summary>Lets many calls happen at once, or one thing alone: what began before a reset must not leave anything behind after it.</summary>
public sealed class Traffic
{
    private const int AtOnce = 256;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly SemaphoreSlim _closing = new(1);

    /// <summary>Takes part until it is disposed. Whoever takes part must not ask to again.</summary>
    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        return new Left(() => _places.Release());
    }

    /// <summary>Waits until all have left, and keeps everybody out until it is disposed.</summary>
    public async Task<IDisposable> Close(CancellationToken ct)
    {
        await _closing.WaitAsync(ct);
        var taken = 0;
        try
        {
            for (; taken < AtOnce; taken++)
                await _places.WaitAsync(ct);
        }
        catch
        {
            Open(taken);
            throw;
        }

        return new Left(() => Open(taken));
    }

    private void Open(int taken)
    {
        if (taken > 0)
            _places.Release(taken);
        _closing.Release();
    }

    private sealed class Left(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
