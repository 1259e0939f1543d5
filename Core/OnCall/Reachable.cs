using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Online;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Whether those on call can be reached, and who is the next best: the answer is never just nobody.</summary>
public sealed class Reachable(Sight sight)
{
    /// <summary>Those who take turns but are not among some, the next on call first.</summary>
    public static IReadOnlyList<PersonId> InLine(Rotation rotation, Instant at, IReadOnlyCollection<PersonId> without)
    {
        var schedule = rotation.Schedule();
        var coming = schedule.After(at).Take(200).SelectMany(stretch => stretch.Seats).Select(seat => seat.Person);
        return [.. coming.Concat(rotation.People).Distinct().Where(person => !without.Contains(person))];
    }

    /// <summary>What keeps those on call, and the next best where all are kept; empty where all is well or nothing may be told.</summary>
    public async Task<Rich> Notes(Turn turn, Rotation rotation, Stretch on, Instant at)
    {
        var people = await Told(turn, on.Seats.Select(seat => seat.Person));
        var states = await StatesOf(turn, people, at);
        var kept = people.Where(person => states[person.Id].Standing is Standing.Away or Standing.OutsideHours or Standing.Busy || person.IsGone).ToList();
        if (kept.Count == 0)
            return Rich.Empty;
        var notes = Rich.Join(" ", kept.Select(person => Kept(person, states[person.Id])));
        return kept.Count < on.Seats.Count ? (Rich)$" {notes}" : $" {notes} {await Best(turn, rotation, on, at)}";
    }

    /// <summary>Who can help instead, in a sentence.</summary>
    public async Task<Rich> Best(Turn turn, Rotation rotation, Stretch on, Instant at)
    {
        var line = InLine(rotation, at, [.. on.Seats.Select(seat => seat.Person), turn.Caller.Person]);
        var people = await Told(turn, line);
        var states = await StatesOf(turn, people, at);
        if (people.FirstOrDefault(person => states[person.Id].IsAvailable) is { } best)
            return $"The next best is {best.Id}{(states[best.Id].Because.ExpiresAt is { } end ? (Rich)$", at work until {end}" : Rich.Empty)}.";
        if (people.Where(person => states[person.Id].Back is not null).MinBy(person => states[person.Id].Back) is { } first)
            return $"Of the others {first.Id} is back first, {states[first.Id].Back!.Value}.";
        return line.Count > 0 ? (Rich)$"The next in line is {line[0]}." : $"Nobody else takes turns in {rotation.Name}.";
    }

    /// <summary>Whether they said that they are away, or don't want to be notified, as far as it may be told.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Availability>> States(Turn turn, IEnumerable<PersonId> people) =>
        await StatesOf(turn, await Told(turn, people), turn.Now);

    private static Rich Kept(Colleague person, Availability state) => state.Because.Because switch
    {
        Because.Left => $"{person.Id} left.",
        Because.Away => $"{person.Id} is away{Until(state.Back ?? state.Because.ExpiresAt)}.",
        Because.Focus => $"{person.Id} is focusing{Until(state.Because.ExpiresAt)}.",
        Because.DoNotDisturb => $"{person.Id} does not want to be disturbed{Until(state.Because.ExpiresAt)}.",
        _ => $"{person.Id} is outside their hours{Until(state.Back)}.",
    };

    private static Rich Until(Instant? at) => at is { } end ? $" until {end}" : Rich.Empty;

    /// <summary>Those of whose time the caller may learn.</summary>
    private static async Task<IReadOnlyList<Colleague>> Told(Turn turn, IEnumerable<PersonId> people)
    {
        var told = new List<Colleague>();
        foreach (var person in people.Distinct())
        {
            var colleague = await Colleagues.Find(turn, person);
            if (colleague.IsToldTo(turn.Caller.Person) && (turn.Caller.Person == PersonId.Bot || await Whom.IsKnown(turn, person)))
                told.Add(colleague);
        }

        return told;
    }

    private async Task<IReadOnlyDictionary<PersonId, Availability>> StatesOf(Turn turn, IReadOnlyList<Colleague> people, Instant at) => at == turn.Now
        ? (await sight.Of(turn, people)).States
        : people.DistinctBy(person => person.Id).ToDictionary(person => person.Id, person => person.At(at));
}
