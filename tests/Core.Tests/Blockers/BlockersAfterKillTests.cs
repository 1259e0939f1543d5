using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>The bot ends as by <c>kill -9</c> at some point around a telling, and starts again on what was on disk.</summary>
public sealed class BlockersAfterKillTests : DueDiary
{
    private const int Kills = 30;

    [Test]
    public async Task Whoever_is_needed_is_told_once_nudged_once_and_the_thread_says_it_once()
    {
        var random = new Random(8);
        for (var round = 1; round <= Kills; round++)
        {
            var (line, key) = ($"blocker Task {round} needs @ben", $"key {round}");
            await OrDie(() => Team.ClockTo(Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromDays(7 * round)));
            await OrDie(() => Team.Says("dana", "#team", line, key: key));
            var number = (await Team.Says("dana", "#team", line, key: key)).Text.Split('#')[1].Split(' ')[0];
            Team.Delivers = false;
            foreach (var hour in new[] { 13, 17, 21, 22 })
            {
                Team.Sleeps(Instant.FromUtc(2026, 3, 2, hour, 0) + Duration.FromDays(7 * round) - Team.Clock.GetCurrentInstant());
                for (var step = random.Next(4); step > 0; step--)
                    await Step(random);
                await Team.Restart();
                await OrDie(Team.Settle);
            }

            Team.Delivers = true;
            var done = $"blocker done {number}";
            await OrDie(() => Team.Says("dana", "#team", done));
        }

        for (var round = 1; round <= Kills; round++)
        {
            Assert.That(Team.Posts("@ben").Count(text => text.Contains($"Task {round} ", StringComparison.Ordinal)), Is.EqualTo(2), $"told and nudged of {round}");
            Assert.That(Team.Posts("#team").Count(text => text.Contains($"Task {round} ", StringComparison.Ordinal)), Is.EqualTo(2), $"post and thread of {round}");
        }
    }

    private async Task Step(Random random)
    {
        switch (random.Next(3))
        {
            case 0:
                await Team.RunJobs();
                break;
            case 1:
                await Team.RunJobs();
                Team.Chat.Will(random.Next(2) == 0 ? FaultKind.DropAfter : FaultKind.KillAfter, to: Team.Place("@ben"));
                await OrDie(Team.Deliver);
                break;
            default:
                await Team.Restart();
                break;
        }
    }

    private async Task OrDie(Func<Task> act)
    {
        for (var isDone = false; !isDone;)
        {
            try
            {
                await act();
                isDone = true;
            }
            catch (OperationCanceledException)
            {
                await Team.Restart();
            }
        }
    }
}
