using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Gathers what the state of a run is reckoned from.</summary>
internal static class RunStates
{
    /// <summary>As many of a kind may be named; of those behind there is only a count.</summary>
    private const int Named = 100;

    /// <param name="checkIn">Null where it was deleted, so that nobody is asked any more.</param>
    public static async Task<RunState> Of(Turn turn, Run run, CheckIn? checkIn)
    {
        var entries = (await CheckInBook.EntriesIn(turn, run.Id)).Select(stored => EarlyAnswers.In(run, stored.Value)).ToList();
        var coming = checkIn is null ? [] : await Coming(turn, run, checkIn, entries);
        var state = RunState.Of(run, entries, coming, turn.Now);
        return state with { Figures = await Figures.Of(turn, run, entries), Hidden = await Hidden(turn, run, state) };
    }

    /// <summary>Those who share nothing, of those who may be named for what the clock, and not they themselves, did.</summary>
    private static async Task<IReadOnlySet<PersonId>> Hidden(Turn turn, Run run, RunState state)
    {
        // Those who are waited for are counted, too, and so have to be known to the last.
        var counted = run.IsOpen || !state.IsComplete ? state.Waiting.Concat(state.Silent).Concat(state.Hindered) : [];
        var hidden = new HashSet<PersonId>();
        foreach (var some in counted.Concat(state.Coming.Take(Named)).Concat(state.Away.Take(Named)).Chunk(Named))
        {
            var profiles = await Task.WhenAll(some.Select(person => turn.Find(Profile.Type, person.Value)));
            hidden.UnionWith(profiles.Where(profile => profile is { Value.IsShared: false }).Select(profile => profile!.Value.Person));
        }

        return hidden;
    }

    /// <summary>Members whose window for this date is still to come, or has come this moment.</summary>
    private static async Task<IReadOnlyList<(PersonId Person, PersonalWindow Window)>> Coming(Turn turn, Run run, CheckIn checkIn, List<Entry> entries)
    {
        if (!checkIn.IsActive && run.At is null)
            return [];
        var known = entries.Where(entry => entry.Answers is not null || entry.State != EntryState.Unasked).Select(entry => entry.Person).ToHashSet();
        var last = await Roster.LastZones(turn, checkIn);
        var windows = new Dictionary<string, PersonalWindow?>();
        var coming = new List<(PersonId, PersonalWindow)>();
        foreach (var member in checkIn.Members.Where(member => !known.Contains(member.Person)))
        {
            if (await Roster.ZoneIn(turn, last, member.Person) is not { } zone)
                continue;
            if (!windows.TryGetValue(zone, out var window))
                windows[zone] = window = run.WindowOf(checkIn, zone);
            if (window is { } own && own.Closes > turn.Now && own.Opens >= member.Since && (run.At is not null || own.Opens >= checkIn.Since))
                coming.Add((member.Person, own));
        }

        return coming;
    }
}
