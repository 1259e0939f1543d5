using System.Text.Json.Nodes;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
public sealed class RestartTests
{
    [Test]
    public async Task What_was_said_done_and_changed_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> before;
        await using (var bot = await RunningBot.Start(folder.File("asyncbot.db")))
        {
            await bot.Api.SetClock("2026-03-08T06:59:00Z");
            await bot.Api.PutPerson(new JsonObject { ["id"] = "lee", ["zone"] = "Europe/Berlin" });
            await bot.Api.PutChannel("#new", "ana", "lee");
            await bot.Api.Presence("ana", "active");
            await bot.Api.Say("lee", "#new", "hello");
            await bot.Api.Say("ana", "#new", "/idea add Ship it");
            before = Seen(await bot.Api.Read("lee", "#new"));
            Assert.That(await bot.Stop(), Is.Zero);
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        Assert.That(Seen(await again.Api.Read("lee", "#new")), Is.EqualTo(before));
        Assert.That((string?)(await again.Api.Person("lee"))["zone"], Is.EqualTo("Europe/Berlin"));
        Assert.That((string?)(await again.Api.Person("ana"))["presence"], Is.EqualTo("away"), "presence is not stored");
        Assert.That(await again.Api.Clock(), Is.EqualTo((Moment.Of("2026-03-08T06:59:00Z"), false)));
        Assert.That((await again.Api.Say("ana", "#new", "/idea add Another")).Answer().Text, Does.Contain("#2 saved"));
        Assert.That(await again.Api.Read("ana", "#new"), Has.Count.EqualTo(before.Count + 3));
    }

    [Test]
    public async Task A_clock_that_runs_elsewhere_in_time_runs_on_there()
    {
        using var folder = new TemporaryFolder();
        Instant left;
        await using (var bot = await RunningBot.Start(folder.File("asyncbot.db")))
        {
            await bot.Api.SetClock("2031-01-01T00:00:00Z");
            await bot.Api.GoLive();
            (left, _) = await bot.Api.Clock();
            await bot.Stop();
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        var (now, isLive) = await again.Api.Clock();
        Assert.That(isLive, Is.True);
        Assert.That(now, Is.GreaterThan(left).And.LessThan(left + Duration.FromMinutes(5)));
    }

    [Test]
    public async Task What_waits_is_done_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var bot = await RunningBot.Start(folder.File("asyncbot.db")))
        {
            await bot.Api.SetClock("2026-01-05T00:00:00Z");
            await bot.Api.Say("ana", "#team", "/idea digest every day at 9");
            await bot.Kill();
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        Assert.That((await again.Api.Advance("P2D")).Select(digest => digest.At), Is.EqualTo(new[] { Moment.Of("2026-01-05T09:00:00Z"), Moment.Of("2026-01-06T09:00:00Z") }));
    }

    [Test]
    public async Task A_key_of_before_a_restart_gets_the_same_text_and_does_nothing()
    {
        using var folder = new TemporaryFolder();
        Message first;
        await using (var bot = await RunningBot.Start(folder.File("asyncbot.db")))
        {
            first = (await bot.Api.Say("ana", "#team", "/idea add Ship it", key: "k1")).Answer();
            await bot.Kill();
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        Assert.That((await again.Api.Say("ana", "#team", "/idea add Ship it", key: "k1")).Answer().Text, Is.EqualTo(first.Text));
        Assert.That(await again.Api.Read("ben", "#team"), Has.Count.EqualTo(1));
        Assert.That((await again.Api.Read("ana", "#team")).Count(message => message.From == "ana"), Is.Zero, "the line is not said again");
        Assert.That((await again.Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("#1").And.Not.Contain("#2"));
    }

    [Test]
    public async Task An_orderly_end_finishes_what_was_begun_and_leaves_no_gap()
    {
        using var folder = new TemporaryFolder();
        List<string> saved;
        await using (var bot = await RunningBot.Start(folder.File("asyncbot.db")))
        {
            saved = await Adding(bot, 60, 20, bot.Terminate);
            Assert.That(await bot.Exited(), Is.Zero);
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        var numbers = (await Ideas.In(again.Api)).ToDictionary(idea => idea.Text, idea => idea.Number);
        Assert.That(saved, Has.Count.GreaterThanOrEqualTo(20));
        Assert.That(numbers.Keys, Is.SupersetOf(saved));
        Assert.That(numbers.Values.Order(), Is.EqualTo(Enumerable.Range(1, numbers.Count)));
        Assert.That((await again.Api.Say("ana", "#team", "/idea add The next one")).Answer().Text, Does.Contain($"#{numbers.Count + 1} saved"));
    }

    [Test]
    public async Task Whatever_was_answered_is_there_once_after_a_kill()
    {
        using var folder = new TemporaryFolder();
        var saved = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await using var bot = await RunningBot.Start(folder.File("asyncbot.db"));
            saved.AddRange(await Adding(bot, 60, 15, bot.Kill, $"round {round} "));
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        var ideas = await Ideas.In(again.Api);
        Assert.That(saved, Has.Count.GreaterThanOrEqualTo(45));
        Assert.That(ideas.Select(idea => idea.Text), Is.Unique);
        Assert.That(ideas.Select(idea => idea.Number), Is.Unique);
        Assert.That(ideas.Select(idea => idea.Text), Is.SupersetOf(saved));
        Assert.That(Posts(await again.Api.Read("ben", "#team")), Is.SupersetOf(saved).And.Unique);
    }

    /// <summary>Adds many ideas at once, ends the bot in the middle, and says which were answered.</summary>
    private static async Task<List<string>> Adding(RunningBot bot, int all, int enough, Func<Task> end, string prefix = "")
    {
        var saved = new List<string>();
        var reached = new TaskCompletionSource();
        var adds = Enumerable.Range(0, all).Select(async i =>
        {
            var text = $"{prefix}number {i} {Guid.NewGuid():N}";
            try
            {
                if (!(await bot.Api.Say("ana", "#team", "/idea add " + text, key: text)).Answer().Text.Contains("saved", StringComparison.Ordinal))
                    return;
                lock (saved)
                    saved.Add(text);
                if (saved.Count >= enough)
                    reached.TrySetResult();
            }
            catch (Exception unanswered) when (unanswered is HttpRequestException or InvalidOperationException)
            {
                // The bot ended before it answered.
            }
        }).ToList();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await end();
        await Task.WhenAll(adds);
        return saved;
    }

    private static IReadOnlyList<string> Seen(IReadOnlyList<Message> messages) => [.. messages.Select(message => message.Json.ToJsonString())];

    private static List<string> Posts(IReadOnlyList<Message> messages) =>
        [.. messages.Where(message => message.Buttons.Contains("Vote")).Select(message => Ideas.TextOf(message.Text))];
}
