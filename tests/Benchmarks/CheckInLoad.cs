using System.Diagnostics;
using AsyncBot.Core.Attention;
using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Benchmarks;

/// <summary>
/// A check-in of very many people whose windows open in one second: how fast all are asked, beside the engine alone, and how long those wait who
/// answer meanwhile.
/// </summary>
public static class CheckInLoad
{
    private const int WarmUp = 500;
    private const int Answering = 8;
    private const string Zone = "Europe/Lisbon";

    private static readonly Instant AtOnce = Instant.FromUtc(2040, 1, 2, 9, 30);
    private static readonly Question[] Questions =
    [
        new("What did you do?", QuestionKind.Text, QuestionRole.Done, []),
        new("What is next?", QuestionKind.Text, QuestionRole.Plan, []),
        new("What blocks you?", QuestionKind.Text, QuestionRole.Blocker, []),
    ];

    public static async Task Run(int people, Report report)
    {
        await using var team = await Team.Open();
        Crowd(team, "early", WarmUp);
        Crowd(team, "crowd", people);
        await Set(team, 1, "early", WarmUp, AtOnce - Duration.FromDays(1));
        await Set(team, 2, "crowd", people, AtOnce);

        // What runs for the first time is compiled first; a bot that waits for this has long run.
        team.Clock.Reset(AtOnce - Duration.FromDays(1));
        await team.RunJobs();
        var alone = await Answers(team, "early", WarmUp, Task.Delay(TimeSpan.FromSeconds(5)));
        await team.Deliver();
        alone.Sort();
        report.Figure("answers while nobody is asked, p99", alone[(int)(alone.Count * 0.99)], "ms");

        var engine = await Commits(team, people);
        report.Figure("the same commits, nothing decided", engine, "/s");
        await Ask(team, people, engine, report);
    }

    private static async Task Ask(Team team, int people, double engine, Report report)
    {
        team.Clock.Reset(AtOnce);
        var watch = Stopwatch.StartNew();
        var asked = team.RunJobs();
        var answers = await Answers(team, "crowd", people, asked);
        await asked;
        var rate = people / watch.Elapsed.TotalSeconds;
        answers.Sort();
        using var process = Process.GetCurrentProcess();
        report.Figure($"{people} asked at one instant", rate, "/s");
        report.Figure("  beside the same commits", rate / engine, "", atLeast: 0.5);
        report.Figure("  answers accepted meanwhile", answers.Count, "");
        report.Figure("  p50", answers[answers.Count / 2], "ms");
        report.Figure("  p99", answers[(int)(answers.Count * 0.99)], "ms", atMost: 300);
        report.Figure("  memory, at its most", process.PeakWorkingSet64 / 1e6, "MB", atMost: 400);
        watch.Restart();
        await team.Deliver();
        report.Figure("  delivered", people / watch.Elapsed.TotalSeconds, "/s");
        var told = team.Chat.Messages.Where(message => message.Card.AllButtons.Any(button => button.Label is "Skip today" or "Edit"))
            .Select(message => message.In).Where(place => place.Person?.Value.Contains("crowd", StringComparison.Ordinal) == true).ToList();
        report.Truth("asked", $"{told.Count} people", told.Count == told.Distinct().Count() && told.Count >= people - answers.Count ? [] : ["each should have been asked once"]);
    }

    /// <summary>People answer, one after the other in each of some places, for as long as a task goes on.</summary>
    /// <returns>How many milliseconds each waited.</returns>
    private static async Task<List<double>> Answers(Team team, string crowd, int people, Task meanwhile)
    {
        var waited = new List<double>();
        var run = Core.CheckIns.Run.IdOf(crowd == "early" ? 1 : 2, (crowd == "early" ? AtOnce - Duration.FromDays(1) : AtOnce).InUtc().Date);
        await Task.WhenAll(Enumerable.Range(0, Answering).Select(place => Task.Run(async () =>
        {
            for (var person = place + 1; person <= people && !meanwhile.IsCompleted; person += Answering)
            {
                var begun = Stopwatch.GetTimestamp();
                var inbound = new Inbound(
                    Team.Workspace, TestDirectory.IdOf($"{crowd}{person}"), ConversationId.Of(TestDirectory.IdOf($"{crowd}{person}")), null, $"{crowd} {person}",
                    new InboundContent.Call(new AnswerCheckIn("Shipped the export; Write its docs; none", run)));
                var answer = await team.Dispatcher.Dispatch(inbound, CancellationToken.None);
                if (answer.Reply is not Reply.Said)
                    throw new InvalidOperationException($"{crowd}{person} was refused: {PlainText.Render(((Reply.Refused)answer.Reply).Card, new Reader(DateTimeZone.Utc, AtOnce, id => id.Value, id => id.Value))}");
                lock (waited)
                    waited.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                await Task.Delay(10); // people type
            }
        })));
        return waited;
    }

    private static void Crowd(Team team, string name, int people)
    {
        for (var person = 1; person <= people; person++)
            team.Directory.Add($"{name}{person}", Zone);
        team.Directory.AddChannel(name, [.. Enumerable.Range(1, people).Select(person => $"{name}{person}")]);
    }

    private static async Task Set(Team team, int number, string channel, int people, Instant at)
    {
        var since = at - Duration.FromHours(1);
        var members = Enumerable.Range(1, people).Select(person => new Member(TestDirectory.IdOf($"{channel}{person}"), since));
        var date = at.InUtc().Date;
        var checkIn = new CheckIn(
            number, $"Daily {channel}", TestDirectory.IdOf("sam"), TestDirectory.ChannelIdOf(channel), Questions,
            new Timetable(Recurrence.Daily(new LocalTime(9, 30), Zone, date.PlusDays(-7)), IsLocal: true, Timetable.Usual), Asking.Dm, IsForEveryone: true,
            [.. members.OrderBy(member => member.Person.Value, StringComparer.Ordinal)], [], CheckInState.Active, since);
        var batch = new Batch(Team.Workspace, "fill");
        batch.Put(CheckIn.Type, checkIn, Batch.New);
        batch.Enqueue(Queues.Jobs, checkIn.Lane, checkIn.Lane, at, new OpenWindows(number));
        await team.Store.Commit(batch, CancellationToken.None);
    }

    /// <summary>The commits of as many questions, one each, made ready before: an entry, its message, and the reminder that waits.</summary>
    private static async Task<double> Commits(Team team, int commits)
    {
        var batches = new List<Batch>();
        for (var number = 1; number <= commits; number++)
        {
            var person = TestDirectory.IdOf($"engine{number}");
            var to = ConversationId.Of(person);
            var run = Beginning(number);
            var entry = new Entry(
                run.Id, run.CheckIn, run.Date, person, person.Value, Zone, AtOnce, AtOnce + Timetable.Usual, EntryState.Asked,
                [new Happening(AtOnce, Deed.Asked, PersonId.Bot, AtOnce)], Prompt: new PostId($"engine.{number}"), RemindAt: AtOnce + Duration.FromHours(5));
            var batch = new Batch(Team.Workspace, "engine");
            batch.Put(Entry.Type, entry, Batch.New);
            batch.Enqueue(Queues.Jobs, entry.Subject, $"tell {to}", AtOnce + Duration.FromDays(9_000), new Tell(to));
            batch.Enqueue(Queues.Outbox, $"engine.{number}", to.Value, AtOnce + Duration.FromDays(9_000), PromptOf(run, to));
            batches.Add(batch);
        }

        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (batch, ct) => await team.Store.Commit(batch, ct));
        return commits / watch.Elapsed.TotalSeconds;
    }

    private static Run Beginning(int number) => new(
        3, AtOnce.InUtc().Date, 0, "Engine", TestDirectory.ChannelIdOf("crowd"), Questions, Asking.Dm, new PostId($"root.{number}"), AtOnce);

    private static Post PromptOf(Run run, ConversationId to)
    {
        var card = new Card($"{run.Name} — {run.Date}", [new Paragraph($"1. What did you do?\n2. What is next?\n3. What blocks you?"), new Note($"Until {AtOnce}.")]);
        return new Post(
            to,
            card.With(new Button("Answer", AnswerCheckIn.To(run)), new Button("Skip today", new SkipCheckIn(Run: run.Id)), new Button("Snooze 1 h", new SnoozeCheckIn(Run: run.Id))),
            Subject: run.Subject, Zone: Zone, Quotes: [run.Subject]);
    }
}
