using AsyncBot.Core.Turns;

namespace AsyncBot.TestKit;

/// <summary>Keeps what was logged, with the turn it was logged in.</summary>
public sealed class RecordingLog : ITurnLog
{
    private static readonly AsyncLocal<string?> Turn = new();

    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    public IReadOnlyList<Entry> Failures => [.. Entries.Where(entry => entry.Error is not null)];

    public IDisposable Begin(string turn)
    {
        Turn.Value = turn;
        return new Scope();
    }

    public void Ended(string what, string outcome, TimeSpan took, bool changed = true) => Keep(new Entry(Turn.Value, what, outcome, null, changed));

    public void Failed(string what, Exception error) => Keep(new Entry(Turn.Value, what, "failed", error));

    private void Keep(Entry entry)
    {
        lock (_gate)
            _entries.Add(entry);
    }

    public sealed record Entry(string? Turn, string What, string Outcome, Exception? Error, bool Changed = true);

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Turn.Value = null;
    }
}
