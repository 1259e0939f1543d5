using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Begins what begins now: the runs of a check-in, and the windows of all members whose time has come, some at a time. After a downtime it finds all that
/// should have begun meanwhile, a day of it at a time. Then it waits for the next window.
/// </summary>
/// <param name="IsRenewed">Whether something changed that its open runs show.</param>
public sealed record OpenWindows(int Number, bool IsRenewed = false) : IJob
{
    /// <summary>What opened within this time is dealt with in one turn, and what opened before in others.</summary>
    private static readonly Duration AtOnce = Duration.FromDays(1);

    /// <summary>Further back than this nothing is recorded of what nobody was asked.</summary>
    private static readonly Duration Furthest = Duration.FromDays(35);

    /// <summary>When the platform does not answer, it is asked again after a while; so is whoever was to be asked and was not.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(5);

    /// <summary>For whom the platform does not know, and whose clock is not known either, is looked again after this time.</summary>
    private static readonly Duration Unknown = Duration.FromMinutes(30);

    public sealed class Handler : IJobHandler<OpenWindows>
    {
        public async Task Run(OpenWindows job, Turn turn)
        {
            if (await turn.Find(CheckIn.Type, CheckIn.IdOf(job.Number)) is not { } stored)
                return;
            if (job.IsRenewed && stored.Value.State != CheckInState.Deleted)
                await RunNews.Renewed(turn, stored.Value);
            if (!stored.Value.IsActive || await Stop(turn, stored))
            {
                if (!stored.Value.IsActive)
                    await Roster.PassOn(turn, stored);
                CheckInPlan.Await(turn, stored.Value, null);
                return;
            }

            try
            {
                await Look(turn, stored);
            }
            catch (DirectoryUnavailableException)
            {
                CheckInPlan.Await(turn, stored.Value, turn.Now + Patience);
            }
        }

        private static async Task Look(Turn turn, Stored<CheckIn> stored)
        {
            var checkIn = await Roster.Renew(turn, stored);
            var plan = await turn.Find(CheckInPlan.Type, CheckIn.IdOf(checkIn.Number));
            var zones = await Roster.Zones(turn, checkIn);
            var since = Instant.Max(plan?.Value.DoneUntil ?? Instant.MinValue, checkIn.Since - Duration.Epsilon);
            since = Instant.Max(since, turn.Now - Furthest);
            var until = Instant.Max(since, Instant.Min(turn.Now, since + AtOnce));
            LetGo(turn, stored.Value, plan?.Value, checkIn);
            await Begin(turn, checkIn, Openings.Of(checkIn, zones, plan?.Value, since, until));
            var here = zones.ToDictionary(zone => zone.Key, zone => (IReadOnlyList<PersonId>)[.. zone.Value.Select(member => member.Person)]);
            turn.Batch.Put(CheckInPlan.Type, new CheckInPlan(checkIn.Number, until, checkIn.Times, here), plan?.Version ?? Batch.New);
            if (until < turn.Now)
                turn.Schedule($"{checkIn.Lane} from {until.ToUnixTimeTicks()}", turn.Now, new OpenWindows(checkIn.Number), checkIn.Lane);
            var next = checkIn.NextOf(zones.Keys, turn.Now);
            var isSomebodyUnknown = zones.Values.Sum(members => members.Count) < checkIn.Members.Count;
            CheckInPlan.Await(turn, checkIn, isSomebodyUnknown && !(next < turn.Now + Unknown) ? turn.Now + Unknown : next);
        }

        /// <summary>A channel that is gone takes its check-ins along; whoever keeps them is told.</summary>
        private static async Task<bool> Stop(Turn turn, Stored<CheckIn> stored)
        {
            var checkIn = stored.Value;
            if (await Channels.Trouble(turn, checkIn) is not { } reason)
                return false;
            turn.Change(CheckIn.Type, stored, checkIn with { State = CheckInState.Paused, PausedAt = turn.Now });
            await RunNews.Renewed(turn, checkIn);
            await Keepers.Tell(turn, checkIn, _ => $"I paused {checkIn.Name}, because {reason}");
            return true;
        }

        /// <summary>Those who were there at the last look, or are named still, and are not there any more.</summary>
        private static void LetGo(Turn turn, CheckIn before, CheckInPlan? plan, CheckIn now)
        {
            var here = now.Members.Select(member => member.Person).ToHashSet();
            var known = before.Members.Select(member => member.Person).Concat(plan?.ZoneOfEach.Keys ?? []);
            LetGoSome.Begin(turn, before, [.. known.Distinct().Where(person => !here.Contains(person))]);
        }

        private static async Task Begin(Turn turn, CheckIn checkIn, IEnumerable<Opening> opened)
        {
            foreach (var date in opened.GroupBy(opening => opening.Date).OrderBy(date => date.Key))
            {
                var run = await Beginning.Of(turn, checkIn, date.Key);
                RunNews.ChangesAt(turn, run, turn.Now + Patience);
                foreach (var found in date.GroupBy(opening => opening.Found))
                    AskSome.Begin(turn, run, [.. found.SelectMany(opening => opening.People)], found.Key);
            }
        }
    }
}
