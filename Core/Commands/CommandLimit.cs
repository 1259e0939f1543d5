using System.Collections.Concurrent;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>Keeps one person, or one broken script, from using up what belongs to everybody.</summary>
/// <param name="perMinute">Commands a person may give in a minute, all at once if they like; 0 = no limit.</param>
public sealed class CommandLimit(int perMinute, TimeProvider time)
{
    private readonly ConcurrentDictionary<(WorkspaceId, PersonId), Allowance> _allowances = new();

    public int PerMinute => perMinute;

    public bool Allows(WorkspaceId workspace, PersonId person)
    {
        if (perMinute == 0)
            return true;
        var allowance = _allowances.GetOrAdd((workspace, person), _ => new Allowance { Left = perMinute, At = time.GetTimestamp() });
        lock (allowance)
        {
            var now = time.GetTimestamp();
            allowance.Left = Math.Min(perMinute, allowance.Left + time.GetElapsedTime(allowance.At, now).TotalMinutes * perMinute);
            allowance.At = now;
            if (allowance.Left < 1)
                return false;
            allowance.Left--;
            return true;
        }
    }

    private sealed class Allowance
    {
        public double Left { get; set; }

        public long At { get; set; }
    }
}
