namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Counts what is being worked on: at most so much at once, nothing new when it is over, and somebody can wait for the end.</summary>
internal sealed class SocketWork(int atOnce)
{
    private readonly SemaphoreSlim _places = new(atOnce);
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _isOver;
    private bool _isAsked;

    /// <summary>Waits for a place; false when nothing new is begun any more.</summary>
    public async Task<bool> Begin(CancellationToken givenUp)
    {
        lock (_gate)
        {
            if (_isOver)
                return false;
            _running++;
        }

        try
        {
            await _places.WaitAsync(givenUp);
            return true;
        }
        catch (OperationCanceledException)
        {
            Leave();
            return false;
        }
    }

    public void End()
    {
        _places.Release();
        Leave();
    }

    public void Refuse()
    {
        lock (_gate)
            _isOver = true;
    }

    /// <summary>Completes at the first moment at which nothing is being worked on; from then on nothing new is begun.</summary>
    public Task Idle()
    {
        lock (_gate)
        {
            _isAsked = true;
            Settle();
            return _idle.Task;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _running--;
            Settle();
        }
    }

    private void Settle()
    {
        if (!_isAsked || _running > 0)
            return;
        _isOver = true;
        _idle.TrySetResult();
    }
}
