using System.Globalization;
using AsyncBot.Core.Home;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks some members of a run whose window has opened, each once, or records why they are not asked.</summary>
/// <param name="Part">Where they stand among all whose window opens: the first of so many that are asked in one turn.</param>
public sealed record AskSome(string Run, IReadOnlyList<PersonId> People, int Part = 0, Found Found = Found.InTime) : IJob
{
    /// <summary>As many are asked in one turn; the rest in the next, so that whoever answers meanwhile comes in between.</summary>
    private const int AtOnce = 20;

    /// <summary>So many turns of one run go on at a time.</summary>
    private const int Lanes = 6;

    /// <summary>So many wait in one job, so that the turn that has them asked stays small.</summary>
    private const int Together = 200;

    /// <summary>What comes later than this was held up.</summary>
    private static readonly Duration Punctual = Duration.FromMinutes(1);

    /// <summary>
    /// Has some asked; who was asked already, or is not there any more, is left out then. The turns that go on at a time ask those who stand side by side,
    /// because the store writes what lies side by side together.
    /// </summary>
    public static void Begin(Turn turn, Run run, IEnumerable<PersonId> people, Found found = Found.InTime)
    {
        foreach (var together in people.Chunk(AtOnce).Index().Chunk(Together / AtOnce * Lanes))
        {
            foreach (var lane in together.GroupBy(part => part.Index % Lanes))
                Schedule(turn, run, new AskSome(run.Id, [.. lane.SelectMany(part => part.Item)], lane.First().Index, found), turn.Now);
        }
    }

    private static void Schedule(Turn turn, Run run, AskSome job, Instant at)
    {
        var people = Digest.Of(string.Join(' ', job.People));
        var id = string.Create(CultureInfo.InvariantCulture, $"{run.Subject} ask {at.ToUnixTimeTicks()} {job.Part:D6} {people}");
        turn.Schedule(id, at, job, RunNews.LaneOf(run, job.Part % Lanes));
    }

    public sealed class Handler(Uptime uptime) : IJobHandler<AskSome>
    {
        public async Task Run(AskSome job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { } stored
                || await turn.Find(CheckIn.Type, CheckIn.IdOf(stored.Value.CheckIn)) is not { Value: var checkIn })
                return;
            var run = stored.Value;
            if (checkIn.State == CheckInState.Deleted)
            {
                Schedule(turn, run, job, turn.Now + DeleteCheckIn.Regret);
                return;
            }

            if (!checkIn.IsActive && run.At is null)
                return;
            if (job.People.Count > AtOnce)
                Schedule(turn, run, job with { People = [.. job.People.Skip(AtOnce)], Part = job.Part + Lanes }, turn.Now);
            var entries = await Entries(turn, run, checkIn, job with { People = [.. job.People.Take(AtOnce)] });
            if (entries.Count == 0)
                return;
            if (run.Root is null && await IsShown(turn, run, entries))
                turn.Batch.Put(CheckIns.Run.Type, run = Beginning.Posted(turn, checkIn, run), stored.Version);
            RunNews.Changed(turn, run, checkIn.Members.Count);
            foreach (var closes in entries.Select(entry => entry.Closes).Where(closes => closes > turn.Now).Distinct())
                RunNews.ChangesAt(turn, run, closes);
        }

        /// <summary>Whether the message comes now. Of whoever shares nothing it must not tell that their time has come.</summary>
        private static async Task<bool> IsShown(Turn turn, Run run, IReadOnlyList<Entry> entries)
        {
            foreach (var entry in entries)
            {
                if ((entry.Answers is not null || entry.IsWaiting) && (run.Asking == Asking.Channel || (await Profile.Of(turn, entry.Person)).IsShared))
                    return true;
            }

            return false;
        }

        /// <summary>The entries of those who were not dealt with yet.</summary>
        private async Task<IReadOnlyList<Entry>> Entries(Turn turn, Run run, CheckIn checkIn, AskSome job)
        {
            await ReadAhead(turn, run, job.People);
            var wanted = job.People.ToHashSet();
            var members = checkIn.Members.Where(member => wanted.Contains(member.Person)).ToDictionary(member => member.Person, member => member.Since);
            var people = new List<Person>();
            foreach (var person in job.People.Where(person => members.ContainsKey(person) || IsNew(person)))
            {
                if ((await Roster.ZoneIn(turn, checkIn, person) ?? (run.At is null ? null : await Roster.ZoneOf(turn, person))) is { } zone)
                    people.Add((await turn.Find(person) ?? new Person(person, person.Value, null)) with { Zone = zone });
            }

            var entries = new List<Entry>();
            foreach (var (person, colleague) in people.Zip(await Colleagues.Of(turn, people)))
            {
                var zone = person.Zone!;
                if (run.WindowOf(checkIn, zone) is not { } window || window.Opens > turn.Now || (run.At is null && window.Opens < members[person.Id]))
                    continue;
                var before = await turn.Find(Entry.Type, Entry.IdOf(run.Id, colleague.Id));
                if (before?.Value.IsDealtWith == true)
                    continue;
                var entry = await Opened(turn, run, job.Found, colleague, window, zone, before?.Value);
                if (before is null)
                    turn.Create(Entry.Type, entry);
                else
                    turn.Change(Entry.Type, before, entry);
                entries.Add(entry);
            }

            return entries;

            // What is begun by hand asks also who came to the channel this moment.
            bool IsNew(PersonId person) => run.At is not null && checkIn.IsForEveryone && !checkIn.Left.Contains(person);
        }

        /// <summary>Has the store look for all of it at once, so that nobody waits for each.</summary>
        private static async Task ReadAhead(Turn turn, Run run, IReadOnlyList<PersonId> people)
        {
            var runs = (await LastTime.Before(turn, run)).Take(1).Append(run).ToList();
            await Task.WhenAll(people.SelectMany(person => new Task[]
            {
                turn.Find(Profile.Type, person.Value),
                turn.Find(HomePage.Type, person.Value),
            }.Concat(runs.Select(each => turn.Find(Entry.Type, Entry.IdOf(each.Id, person))))));
        }

        private async Task<Entry> Opened(
            Turn turn, Run run, Found found, Colleague person, PersonalWindow window, string zone, Entry? early)
        {
            if (early?.Answers is not null)
            {
                early = EarlyAnswers.In(run, early);
                if (early.Answers is not null)
                    return early.After(Did(Deed.NotAskedAnswered));
                early = early.After(Did(Deed.QuestionsChanged));
            }

            var entry = new Entry(
                run.Id, run.CheckIn, run.Date, person.Id, person.Id.Value, zone, window.Opens, window.Closes, EntryState.Asked,
                early?.Ledger ?? [], Tallied: early?.Tallied, Draft: early?.Draft);
            if (person.IsGone)
                return entry.After(Did(Deed.Left)) with { State = EntryState.Gone };
            var work = person.Hours.At(turn.Now < window.Closes ? Instant.Max(window.Opens, turn.Now) : window.Opens);
            if (work.Reason is WorkReason.Absent or WorkReason.Holiday)
                ReckonAway.WhenBack(turn, entry, work);
            if (work.Reason == WorkReason.Absent)
                return entry.After(Did(Deed.NotAskedAway, work.Until)) with { State = EntryState.Away };
            if (work.Reason == WorkReason.Holiday)
                return entry.After(Did(Deed.NotAskedDayOff, null, work.Detail)) with { State = EntryState.DayOff };
            var wasDown = uptime.WasDownAt(window.Opens);
            if (window.Closes <= turn.Now)
            {
                var missed = found == Found.Moved ? Deed.MissedMoved : wasDown ? Deed.MissedDown : Deed.MissedBehind;
                return entry.After(Did(missed, window.Opens)) with { State = EntryState.Missed };
            }

            var isPunctual = turn.Now - window.Opens <= Punctual || early is not null;
            var asked = isPunctual ? (run.Asking == Asking.Dm ? Deed.Asked : Deed.AskedInChannel)
                : found == Found.Moved ? Deed.AskedMoved
                : wasDown ? Deed.AskedLate
                : Deed.AskedBehind;
            entry = entry.After(Did(asked, window.Opens)) with { RemindAt = PersonalWindow.RemindAt(turn.Now, window.Closes) };
            return run.Asking == Asking.Channel ? entry : entry with { Prompt = await Prompt.Send(turn, run, entry, asked) };

            Happening Did(Deed deed, Instant? until = null, string? detail = null) => new(turn.Now, deed, PersonId.Bot, until, detail);
        }
    }
}
