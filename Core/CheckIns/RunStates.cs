using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Gathers what the state of a run is reckoned from.</summary>
internal static class RunStates
{
    /// <param name="checkIn">Null where it was deleted, so that nobody is asked any more.</param>
    public static async Task<RunState> Of(Turn turn, Run run, CheckIn? checkIn)
    {
        var entries = (await CheckInBook.EntriesIn(turn, run.Id)).Select(stored => EarlyAnswers.In(run, stored.Value)).ToList();
        var coming = checkIn is null ? [] : await Coming(turn, run, checkIn, entries);
        var state = RunState.Of(run, entries, coming, turn.Now);
        return state with { Figures = await Figures.Of(turn, run, entries), Hidden = await Profile.Unshared(turn) };
    }

    /// <summary>Members whose window for this date is still to come, or has come this moment.</summary>
    private static async Task<IReadOnlyList<(PersonId Person, PersonalWindow Window)>> Coming(Turn turn, Run run, CheckIn checkIn, List<Entry> entries)
    {
        if (!checkIn.IsActive && run.At is null)
            return [];
        var known = entries.Where(entry => entry.Answers is not null || entry.State != EntryState.Unasked).Select(entry => entry.Person).ToHashSet();
        var windows = new Dictionary<string, PersonalWindow?>();
        var coming = new List<(PersonId, PersonalWindow)>();
        foreach (var member in checkIn.Members.Where(member => !known.Contains(member.Person)))
        {
            if (await Roster.ZoneIn(turn, checkIn, member.Person) is not { } zone)
                continue;
            if (!windows.TryGetValue(zone, out var window))
                windows[zone] = window = run.WindowOf(checkIn, zone);
            if (window is { } own && own.Closes > turn.Now && own.Opens >= member.Since && (run.At is not null || own.Opens >= checkIn.Since))
                coming.Add((member.Person, own));
        }

        return coming;
    }
}
