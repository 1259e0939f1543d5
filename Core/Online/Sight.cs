using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>What the platform sees of people just now: at once what it told before, and after a moment what it is asked for. None of it is kept.</summary>
public sealed class Sight(IPresence presence)
{
    /// <summary>Platforms let a bot ask about some 50 people a minute.</summary>
    private const int MostAsked = 40;

    /// <summary>A patient turn asks the platform about those of whom nothing is known, and waits a moment for it.</summary>
    public async Task<Seen> Of(Turn turn, IReadOnlyList<Colleague> people)
    {
        var workspace = turn.Caller.Workspace;
        var states = people.DistinctBy(person => person.Id).ToDictionary(person => person.Id, person => person.At(turn.Now));
        var seen = new Dictionary<PersonId, Presence>(states.Count);
        var unseen = new List<Colleague>();
        foreach (var person in people.Where(person => Matters(person, states[person.Id])))
        {
            if (presence.Known(workspace, person.Id) is { } known)
                seen[person.Id] = known;
            else
                unseen.Add(person);
        }

        // Who is listed first is asked about first.
        var asked = unseen.OrderBy(person => !states[person.Id].IsAvailable)
            .ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostAsked)
            .Select(person => person.Id)
            .Distinct()
            .ToList();
        var missing = asked.Count;
        if (turn.IsPatient)
        {
            var answers = await Task.WhenAll(asked.Select(person => presence.Of(workspace, person, turn.Cancellation).AsTask()));
            foreach (var (person, answer) in asked.Zip(answers))
                seen[person] = answer;
            missing = answers.Count(answer => answer is { Activity: Activity.Unknown, Quiet: null });
        }

        foreach (var person in people.Where(person => seen.ContainsKey(person.Id)))
            states[person.Id] = person.At(turn.Now, seen[person.Id]);
        return new Seen(states, seen, missing);
    }

    /// <summary>What people said of themselves outweighs what a platform sees, and who wants to be asked is not looked at.</summary>
    private static bool Matters(Colleague person, Availability state) =>
        person.IsShared && !person.IsGone && state.Because.Because is not (Because.Away or Because.Focus);
}

/// <summary>How things stand with some people, as far as the platform said in time.</summary>
/// <param name="Missing">Of how many people the platform has not said anything.</param>
public sealed record Seen(IReadOnlyDictionary<PersonId, Availability> States, IReadOnlyDictionary<PersonId, Presence> Presences, int Missing);
