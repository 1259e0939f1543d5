using AsyncBot.Core.Attention;
using AsyncBot.Core.Blockers;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Tests.Due;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Where there are many of something. It is Monday 2 March 2026, 09:00 UTC, 04:00 in New York.</summary>
public sealed class ManyBlockersTests : DueDiary
{
    private static readonly Instant BensMorning = Instant.FromUtc(2026, 3, 2, 14, 0);

    [Test]
    public async Task Behind_many_that_wait_for_later_the_one_of_now_is_told()
    {
        const int count = 501;
        await Seed.Many(Team, count, blocker => Needs("ben", blocker) with
        {
            Waits = [new Wait(Team.Place("@ben"), blocker.Number == count ? BensMorning : BensMorning + Duration.FromHours(4))],
        }, Telling);
        await ClockTo("2026-03-02 14:30");

        Assert.That(Team.Posts("@ben"), Has.Some.Contains("Thing 501"));
    }

    [Test]
    public async Task Many_at_one_moment_are_told_some_at_a_time()
    {
        await Seed.Many(Team, 250, blocker => Needs("ben", blocker) with { Waits = [new Wait(Team.Place("@ben"), BensMorning)] }, Telling);
        var most = 0;
        Team.Store.BeforeCommit = batch =>
        {
            most = Math.Max(most, batch.Writes.OfType<PutDocument>().Count(put => put.Kind == Blocker.Kind));
            return Task.CompletedTask;
        };
        await ClockTo("2026-03-02 14:30");

        Assert.That(most, Is.EqualTo(100));
        foreach (var number in Enumerable.Range(1, 250))
            Assert.That((await Team.Find(Blocker.Type, Blocker.IdOf(number)))!.Needs[0].ToldAt, Is.EqualTo(BensMorning), $"#{number}");
    }

    [Test]
    public async Task The_longest_waiting_is_on_the_list_however_many_came_after_it()
    {
        await Seed.Many(Team, 510, blocker => blocker);
        var list = (await Team.Says("ana", "#team", "blocker")).Text.Split('\n');

        Assert.That(list[0], Is.EqualTo("Blockers in #team, at least 500 open, the longest waiting first"));
        Assert.That(list[1], Does.StartWith("#1 Thing 1 "));
    }

    [Test]
    public async Task What_is_resolved_asks_for_nobodys_hours()
    {
        foreach (var number in Enumerable.Range(1, 60))
            Team.Directory.Add($"p{number}", "Europe/Lisbon");
        await Seed.Many(Team, 60, blocker => Needs($"p{blocker.Number}", blocker) with { State = BlockerState.Done, ClosedAt = Team.Start });
        var reads = Team.Store.Reads;
        await Team.Says("ana", "#team", "blocker list done");

        Assert.That(Team.Store.Reads - reads, Is.LessThan(60));
    }

    [Test]
    public async Task Whoever_hears_of_many_has_those_who_could_help_looked_up_once()
    {
        foreach (var number in Enumerable.Range(1, 120))
        {
            Team.Directory.Add($"p{number}", "Europe/Lisbon");
            Team.Directory.Join($"p{number}", "team");
        }

        foreach (var number in Enumerable.Range(1, 8))
            await Team.Says("ana", "#team", $"blocker Thing {number}");
        await ClockTo("2026-03-02 12:59");
        var reads = Team.Store.Reads;
        await ClockTo("2026-03-02 13:00");

        Assert.That(Team.Posts("@ana")[^1], Does.Contain("Thing 8").And.Contain("Could help now"));
        Assert.That(Team.Store.Reads - reads, Is.LessThan(4_000), "it is 16,000 where each of the eight looks for itself");
    }

    [Test]
    public async Task Names_that_nobody_has_are_looked_for_a_while_and_a_few_are_named()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1_200).Select(number => $"@w{number}"));
        var answer = await Team.Says("ana", "#team", $"blocker Stuck with {words} and now what");

        Assert.That(answer.Text, Does.Contain("I know nobody here by the name “@w1” or “@w2” or “@w3” or 27 more, so I ask nobody of that name."));
        Assert.That(answer.Text, Does.Not.Contain("“@w4”"));
    }

    private static Blocker Needs(string person, Blocker blocker) =>
        blocker with { Needs = [new Need(TestDirectory.IdOf(person), blocker.Author, blocker.Since)] };

    private static void Telling(Batch batch) =>
        batch.Enqueue(Queues.Jobs, "seeded", $"tell {Team.Place("@ben")}", BensMorning, new Tell(Team.Place("@ben")));
}
