using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>What the platform sees of people just now: at once what it told before, and after a moment what it is asked for. None of it is kept.</summary>
public sealed class Sight(IPresence presence)
{
    /// <summary>Platforms let a bot ask about some 50 people a minute.</summary>
    private const int MostAsked = 40;

    /// <param name="waits">Whether to ask the platform about those of whom nothing is known, and to wait for it.</param>
    public async Task<Seen> Of(Turn turn, IReadOnlyList<Colleague> people, bool waits)
    {
        var workspace = turn.Caller.Workspace;
        var seen = new Dictionary<PersonId, Presence>(people.Count);
        var unseen = new List<Colleague>();
        foreach (var person in people.Where(person => Matters(person, turn.Now)))
        {
            if (presence.Known(workspace, person.Id) is { } known)
                seen[person.Id] = known;
            else
                unseen.Add(person);
        }

        // Who should be at work is asked about first.
        var asked = unseen.OrderBy(person => !person.At(turn.Now).IsAvailable).Take(MostAsked).ToList();
        if (!waits)
            return new Seen(seen, asked.Count);
        var answers = await Task.WhenAll(asked.Select(person => presence.Of(workspace, person.Id, turn.Cancellation).AsTask()));
        foreach (var (person, answer) in asked.Zip(answers))
            seen[person.Id] = answer;
        return new Seen(seen, answers.Count(answer => answer is { Activity: Activity.Unknown, Quiet: null }));
    }

    /// <summary>What people said of themselves outweighs what a platform sees, and who wants to be asked is not looked at.</summary>
    private static bool Matters(Colleague person, Instant now) => person.IsShared && !person.IsGone && person.At(now).Because.Because is not (Because.Away or Because.Focus);
}

/// <param name="Missing">Of how many people the platform has not said anything.</param>
public sealed record Seen(IReadOnlyDictionary<PersonId, Presence> People, int Missing)
{
    public Presence? Of(Colleague person) => People.GetValueOrDefault(person.Id);
}
