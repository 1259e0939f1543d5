using AsyncBot.Bot.Delivery;
using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Playground;

/// <summary>A clock that can be stopped, moved and let go on, and that stands where it stood after a restart.</summary>
/// <param name="isMovable">Off beside a real platform, whose people live in real time: then it is simply live.</param>
public sealed class PlaygroundClock(SystemBotClock system, bool isMovable) : IBotClock
{
    private static readonly DocumentType<State> Type = new("playground.clock", _ => "clock");

    private readonly Lock _gate = new();
    private State _state = new(null, 0);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsMovable { get; } = isMovable;

    public bool IsLive => _state.Still is null;

    /// <summary>Whole microseconds, because that is what the store gives back: a message has one time, before and after a restart.</summary>
    public Instant GetCurrentInstant()
    {
        var now = _state.Still ?? system.GetCurrentInstant() + Duration.FromNanoseconds(_state.AheadNanoseconds);
        return Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / 10 * 10);
    }

    public async Task Reaches(Instant? due, CancellationToken ct)
    {
        Task changed;
        lock (_gate)
            changed = _changed.Task;
        var (still, ahead) = _state;
        var reached = still is null && due is { } instant
            ? system.Reaches(instant - Duration.FromNanoseconds(ahead), ct)
            : system.Reaches(due <= still ? system.GetCurrentInstant() : null, ct);
        await Task.WhenAny(reached, changed);
    }

    public void StandAt(Instant instant) => Change(new State(instant, 0));

    public void RunOn()
    {
        var ahead = _state.Still is { } still ? (long)(still - system.GetCurrentInstant()).TotalNanoseconds : _state.AheadNanoseconds;
        Change(new State(null, ahead));
    }

    public void Reset() => Change(new State(null, 0));

    public async Task Load(IStore store, CancellationToken ct)
    {
        if (IsMovable && await store.Find(PlaygroundDirectory.Workspace, Type, "clock", ct) is { } stored)
            Change(stored.Value);
    }

    public async Task Save(IStore store)
    {
        var stored = await store.Find(PlaygroundDirectory.Workspace, Type, "clock", CancellationToken.None);
        var batch = new Batch(PlaygroundDirectory.Workspace, "playground");
        batch.Put(Type, _state, stored?.Version ?? Batch.New);
        await store.Commit(batch, CancellationToken.None);
    }

    private void Change(State state)
    {
        lock (_gate)
        {
            _state = state;
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <param name="Still">Where it stands; null while it runs.</param>
    /// <param name="AheadNanoseconds">How far ahead of real time it runs.</param>
    private sealed record State(Instant? Still, long AheadNanoseconds);
}
