using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>When the windows of check-ins open, and who is waited for, for when somebody's clock, their absences, or the rules of clocks change.</summary>
public sealed class CheckInsInHours : IHoursBound
{
    public async Task Replan(Turn turn, PersonId person)
    {
        foreach (var checkIn in (await CheckInBook.Of(turn, person)).Select(stored => stored.Value))
        {
            var last = await Roster.LastZones(turn, checkIn);
            if (await Roster.ZoneIn(turn, checkIn, person) != last.GetValueOrDefault(person))
                CheckInPlan.Renew(turn, checkIn.Number);
        }

        foreach (var stored in await CheckInBook.OpenOf(turn, person))
        {
            if (ReckonAway.Of(stored.Value, await Colleagues.Find(turn, person), turn.Now) is { } after)
                turn.Change(Entry.Type, stored, after);
        }
    }

    public async Task<int?> ReplanAll(Turn turn, int from)
    {
        if (from > 0)
            return null;
        foreach (var each in await CheckInBook.All(turn))
        {
            CheckInPlan.Renew(turn, each.Value.Number);

            // One that ended because all were away may go on.
            foreach (var run in (await CheckInBook.LatestRunsOf(turn, each.Value.Number)).Where(run => run.Value.Date >= CheckInBook.FirstOpen(turn)))
                ReckonAway.Soon(turn, run.Value);
        }

        return null;
    }

    /// <summary>What is shown of somebody in open runs, for when they would rather show less, or more.</summary>
    public sealed class ProfileFollower : IFollow<Profile>
    {
        public async Task Changed(Turn turn, Profile? before, Profile? after)
        {
            if ((before?.IsShared ?? true) == (after?.IsShared ?? true))
                return;
            foreach (var each in await CheckInBook.Of(turn, (after ?? before)!.Person))
                await RunNews.Renewed(turn, each.Value);
        }
    }
}
