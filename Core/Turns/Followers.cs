using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>Who follows which kind of document.</summary>
public sealed class Followers
{
    private readonly Dictionary<string, Func<Turn, Change, Task>> _byKind = [];

    public Followers Add<T>(DocumentType<T> type, IFollow<T> follower) where T : class
    {
        _byKind.Add(type.Kind, (turn, change) => change is Change<T> typed ? follower.Changed(turn, typed.Before?.Value, typed.After) : Task.CompletedTask);
        return this;
    }

    /// <summary>Tells the followers of everything that the turn changed, and of what they change in turn.</summary>
    public async Task Tell(Turn turn)
    {
        for (var told = 0; told < turn.Changes.Count; told++)
        {
            if (_byKind.TryGetValue(turn.Changes[told].Kind, out var follow))
                await follow(turn, turn.Changes[told]);
        }
    }
}
