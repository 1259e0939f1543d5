using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Begins what begins now: the runs of a check-in, and the windows of all members whose time has come, some at a time. After a downtime it finds all that
/// should have begun meanwhile. Then it waits for the next window.
/// </summary>
public sealed record OpenWindows(int Number) : IJob
{
    /// <summary>So many wait together to be asked, so that this turn stays small where they are many.</summary>
    private const int Together = 200;

    /// <summary>So many turns of one run go on at a time.</summary>
    private const int Lanes = 6;

    /// <summary>Has people asked, some at a time.</summary>
    public static void Ask(Turn turn, Run run, IReadOnlyList<PersonId> people)
    {
        foreach (var (part, some) in people.Chunk(Together).Index())
            AskSome.Soon(turn, run, some, part % Lanes);
    }

    public sealed class Handler : IJobHandler<OpenWindows>
    {
        public async Task Run(OpenWindows job, Turn turn)
        {
            if (await turn.Find(CheckIn.Type, CheckIn.IdOf(job.Number)) is not { } stored)
                return;
            if (!stored.Value.IsActive || await Stop(turn, stored))
            {
                if (!stored.Value.IsActive)
                    await Roster.PassOn(turn, stored);
                CheckInPlan.Await(turn, stored.Value, null);
                return;
            }

            var checkIn = await Roster.Renew(turn, stored);
            var plan = await turn.Find(CheckInPlan.Type, CheckIn.IdOf(job.Number));
            var since = Instant.Max(plan?.Value.DoneUntil ?? checkIn.Since - Duration.Epsilon, checkIn.Since - Duration.Epsilon);
            var zones = await Roster.Zones(turn, checkIn);
            await Begin(turn, checkIn, DueSince(turn, checkIn, zones, since));
            turn.Batch.Put(CheckInPlan.Type, new CheckInPlan(checkIn.Number, Instant.Max(since, turn.Now)), plan?.Version ?? Batch.New);
            CheckInPlan.Await(turn, checkIn, zones.Keys.Select(zone => checkIn.Times.Next(turn.Now, zone)?.Opens).Min());
        }

        /// <summary>A channel that is gone takes its check-ins along; whoever keeps them is told.</summary>
        private static async Task<bool> Stop(Turn turn, Stored<CheckIn> stored)
        {
            var checkIn = stored.Value;
            if (await turn.Find(checkIn.Channel) is { IsArchived: false })
                return false;
            turn.Change(CheckIn.Type, stored, checkIn with { State = CheckInState.Paused });
            await Keepers.Tell(
                turn, checkIn, $"I paused {checkIn.Name}, because {checkIn.Home} is archived. To go on elsewhere: {new Typed(CheckInBook.Example)}");
            return true;
        }

        /// <summary>Whose window opened since, by date.</summary>
        private static SortedDictionary<LocalDate, List<PersonId>> DueSince(
            Turn turn, CheckIn checkIn, IReadOnlyDictionary<string, List<Member>> zones, Instant since)
        {
            var due = new SortedDictionary<LocalDate, List<PersonId>>();
            foreach (var (zone, members) in zones)
            {
                foreach (var window in checkIn.Times.Opening(since, turn.Now, zone))
                {
                    if (!due.TryGetValue(window.Date, out var people))
                        due[window.Date] = people = [];
                    people.AddRange(members.Where(member => window.Opens >= member.Since).Select(member => member.Person));
                }
            }

            return due;
        }

        private static async Task Begin(Turn turn, CheckIn checkIn, SortedDictionary<LocalDate, List<PersonId>> due)
        {
            foreach (var (date, people) in due.Where(each => each.Value.Count > 0))
            {
                var run = await Beginning.Of(turn, checkIn, date, people);
                Ask(turn, run, people);
            }
        }
    }
}
