using System.Threading.Channels;

namespace AsyncBot.Bot.Delivery;

/// <summary>Ends a loop's sleep early. Many calls before it looks are one.</summary>
public sealed class WakeUp
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Forgets calls so far; whoever does this looks right afterwards.</summary>
    public void Clear() => _calls.Reader.TryRead(out _);

    public Task Called(CancellationToken ct) => _calls.Reader.WaitToReadAsync(ct).AsTask();
}
