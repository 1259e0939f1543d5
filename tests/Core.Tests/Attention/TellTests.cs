using AsyncBot.Core.Attention;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Attention;

/// <summary>Where much lands on one person at one moment.</summary>
public sealed class TellTests
{
    [Test]
    public async Task What_may_not_wait_comes_first_and_what_has_no_room_is_found_by_a_line_that_works()
    {
        var many = new Many { Count = 230 };
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Part<ITell, Many>(), Parts = [many] });
        await team.Presses("sam", await team.Says("sam", "#oncall", "oncall new support @ana @ben every week at 9:00 from 2026-03-02 New York"), "Create");

        // Ben's heads-up of the shift that begins on Monday.
        await team.ClockTo(Instant.FromUtc(2026, 3, 6, 14, 0));

        var told = team.Posts("@ben")[^1];
        Assert.That(told.Split('\n')[..2], Is.EqualTo(new[] { "231 messages in one", "Urgent 1" }));
        Assert.That(told.Split('\n')[^1], Is.EqualTo("And 11 more: due list or oncall mine"));
        Assert.That((await team.Says("ben", "dm", "oncall mine")).IsRefused, Is.False);

        many.Count = 1;
        team.Directory.Add("dana", "America/New_York");
        await team.Presses("sam", await team.Says("sam", "#oncall", "oncall new desk @sam @dana every week at 9:00 from 2026-03-09 New York"), "Create");
        await team.ClockTo(Instant.FromUtc(2026, 3, 13, 14, 0));
        Assert.That(team.Posts("@dana")[^1].Split('\n')[..2], Is.EqualTo(new[] { "2 messages in one", "Urgent 1" }));
    }

    /// <summary>Things that may not wait, each time that somebody is told something.</summary>
    private sealed class Many : ITell
    {
        public int Count { get; set; }

        public Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to) => Task.FromResult<IReadOnlyList<News>>(to.Person is null ? [] :
        [
            .. Enumerable.Range(1, Count).Select(number => new News(
                $"due {number}",
                MayWait: false,
                Card.Of($"Urgent {number}"),
                [new Paragraph($"Urgent {number}")],
                _ => Task.CompletedTask,
                _ => Task.CompletedTask)),
        ]);
    }
}
