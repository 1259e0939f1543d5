using AsyncBot.Core.Attention;
using AsyncBot.Core.Home;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks some members of a run whose window has opened, each once, or records why they are not asked.</summary>
/// <param name="Lane">Of the lanes of its run.</param>
public sealed record AskSome(string Run, IReadOnlyList<PersonId> People, int Lane = 0) : IJob
{
    /// <summary>As many are asked in one turn; the rest in the next, so that whoever answers meanwhile comes in between.</summary>
    private const int AtOnce = 20;

    /// <summary>What comes later than this was held up by a downtime.</summary>
    private static readonly Duration Punctual = Duration.FromMinutes(1);

    /// <param name="people">Who were not given to another such job.</param>
    public static void Soon(Turn turn, Run run, IReadOnlyList<PersonId> people, int lane) =>
        turn.Schedule($"{run.Subject} ask {people[0]}", turn.Now, new AskSome(run.Id, people, lane), RunNews.LaneOf(run, lane));

    public sealed class Handler : IJobHandler<AskSome>
    {
        public async Task Run(AskSome job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: var run }
                || await CheckInBook.Find(turn, run.CheckIn) is not { Value: var checkIn })
                return;
            if (job.People.Count > AtOnce)
                Soon(turn, run, [.. job.People.Skip(AtOnce)], job.Lane);
            var now = job.People.Take(AtOnce).ToList();
            await ReadAhead(turn, run, now);
            var people = new List<Person>();
            foreach (var person in now)
                people.Add(await turn.Find(person) ?? new Person(person, person.Value, null));
            var closings = new HashSet<Instant>();
            foreach (var colleague in await Colleagues.Of(turn, people))
            {
                var zone = await Roster.ZoneOf(turn, ValueTask.FromResult<Person?>(people.Find(person => person.Id == colleague.Id)));
                if (run.WindowOf(checkIn, zone) is not { } window)
                    continue;
                var before = await turn.Find(Entry.Type, Entry.IdOf(run.Id, colleague.Id));
                if (before is { Value.State: not EntryState.Unasked })
                    continue;
                var entry = await Opened(turn, run, colleague, window, zone, before?.Value);
                if (before is null)
                    turn.Create(Entry.Type, entry);
                else
                    turn.Change(Entry.Type, before, entry);
                closings.Add(entry.Closes);
            }

            RunNews.Changed(turn, run, checkIn.Members.Count);
            foreach (var closes in closings.Where(closes => closes > turn.Now))
                RunNews.ChangesAt(turn, run, closes);
        }

        /// <summary>Has the store look for all of it at once, so that nobody waits for each.</summary>
        private static async Task ReadAhead(Turn turn, Run run, IReadOnlyList<PersonId> people)
        {
            var latest = await LastTime.Before(turn, run) is [var newest, ..] ? newest : run;
            await Task.WhenAll(people.SelectMany(person => new Task[]
            {
                turn.Find(Profile.Type, person.Value),
                turn.Find(HomePage.Type, person.Value),
                turn.Find(Entry.Type, Entry.IdOf(run.Id, person)),
                turn.Find(Entry.Type, Entry.IdOf(latest.Id, person)),
            }));
        }

        private static async Task<Entry> Opened(
            Turn turn, Run run, Colleague person, PersonalWindow window, string zone, Entry? early)
        {
            var entry = early ?? new Entry(
                run.Id, run.CheckIn, run.Date, person.Id, person.Id.Value, zone, window.Opens, window.Closes, EntryState.Asked, []);
            if (early is not null)
                return entry.After(Did(Deed.NotAskedAnswered));
            if (person.IsGone)
                return entry.After(Did(Deed.Left)) with { State = EntryState.Gone };
            var work = person.Hours.At(window.Opens);
            if (work.Reason == WorkReason.Absent)
                return entry.After(Did(Deed.NotAskedAway, work.Until)) with { State = EntryState.Away };
            if (work.Reason == WorkReason.Holiday)
                return entry.After(Did(Deed.NotAskedDayOff, null, work.Detail)) with { State = EntryState.DayOff };
            if (window.Closes <= turn.Now)
                return entry.After(Did(Deed.MissedDown, window.Opens)) with { State = EntryState.Missed };
            var isLate = turn.Now - window.Opens > Punctual;
            var remind = PersonalWindow.RemindAt(turn.Now, window.Closes);
            entry = entry.After(Did(isLate ? Deed.AskedLate : run.Asking == Asking.Dm ? Deed.Asked : Deed.AskedInChannel, window.Opens)) with
            {
                RemindAt = remind,
            };
            Tell.Schedule(turn, entry.Subject, remind, ConversationId.Of(person.Id));
            return run.Asking == Asking.Channel ? entry : entry with { Prompt = await Prompt.Send(turn, run, entry, isLate) };

            Happening Did(Deed deed, Instant? until = null, string? detail = null) => new(turn.Now, deed, PersonId.Bot, until, detail);
        }
    }
}
