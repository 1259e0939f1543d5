using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Nobody is told to have been silent where the bot could not hear them.</summary>
internal static class Downtimes
{
    /// <summary>As many entries are changed in one turn.</summary>
    private const int AtOnce = 100;

    /// <summary>Records of those who have not answered that they could not, once their window is over.</summary>
    /// <returns>Whether there were some, so that the run is looked at again before it ends.</returns>
    public static async Task<bool> Hinder(Turn turn, Uptime uptime, Run run, RunState state)
    {
        var found = false;
        foreach (var entry in state.Entries.Where(entry => entry.IsWaiting && entry.Closes <= turn.Now && IsMost(uptime, entry)).Take(AtOnce))
        {
            if (await turn.Find(Entry.Type, Entry.IdOf(run.Id, entry.Slot)) is not { Value: { IsWaiting: true } silent } stored)
                continue;
            var down = uptime.Downtimes.MaxBy(each => each.Within(silent.Opens, silent.Closes));
            var hindered = new Happening(turn.Now, Deed.Hindered, PersonId.Bot, Down: down);
            turn.Change(Entry.Type, stored, silent.After(hindered) with { State = EntryState.Hindered });
            found = true;
        }

        if (found)
            RunNews.GoesOn(turn, run);
        return found;
    }

    /// <summary>From when until when, with the dates where it was not all on the one that it is about.</summary>
    public static Rich InWords(Downtime down, DateTimeZone zone, LocalDate about)
    {
        var (from, until) = (down.From.InZone(zone), down.Until.InZone(zone));
        var isOneDate = from.Date == about && until.Date == about;
        return $"from {Words(from)} to {Words(until)}";

        string Words(ZonedDateTime at) => isOneDate ? Clock.Say(at.TimeOfDay) : $"{Clock.Say(at.Date)}, {Clock.Say(at.TimeOfDay)}";
    }

    /// <summary>Whether the bot was down for four fifths of a window.</summary>
    private static bool IsMost(Uptime uptime, Entry entry) => uptime.DownBetween(entry.Opens, entry.Closes) * 5 >= (entry.Closes - entry.Opens) * 4;
}
