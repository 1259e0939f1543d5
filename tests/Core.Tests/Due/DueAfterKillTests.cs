using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>The bot ends as by <c>kill -9</c> at some point around a reminder, and starts again on what was on disk.</summary>
public sealed class DueAfterKillTests : DueDiary
{
    private const int Kills = 50;

    /// <summary>Before it is due, when it is due, when it is committed, when it is sent, when that is on disk; and between those, twice in a row.</summary>
    [Test]
    public async Task Each_reminder_comes_once_wherever_it_ends()
    {
        var random = new Random(6);
        for (var round = 1; round <= Kills; round++)
        {
            await Team.Says("ana", "dm", $"remind me in 1 hour to do task {round}");
            Team.Delivers = false;
            if (random.Next(2) == 0)
                await Team.Restart();
            Team.Sleeps(Duration.FromHours(1));
            for (var step = random.Next(5); step > 0; step--)
            {
                switch (step)
                {
                    case 4:
                        await Team.RunJobs();
                        break;
                    case 3:
                        await Team.Restart();
                        break;
                    case 2:
                        await Team.RunJobs();
                        Team.Chat.Will(random.Next(2) == 0 ? FaultKind.DropAfter : FaultKind.KillAfter, to: Team.Place("@ana"));
                        await DeliverOrDie();
                        break;
                    default:
                        await Team.Restart();
                        break;
                }
            }

            await Team.Restart();
            await Team.Settle();
            await Team.Advance(Duration.FromMinutes(30));
            Team.Delivers = true;
        }

        var told = Team.Posts("@ana").Where(text => text.StartsWith('⏰')).Select(text => text.Split("do task ")[1].Split(' ', '.')[0]).ToList();
        Assert.That(told, Is.EquivalentTo(Enumerable.Range(1, Kills).Select(round => $"{round}")));
    }

    private async Task DeliverOrDie()
    {
        try
        {
            await Team.Deliver();
        }
        catch (OperationCanceledException)
        {
            await Team.Restart();
        }
    }

    [Test]
    public async Task What_comes_round_is_neither_doubled_nor_lost()
    {
        await Team.Says("ana", "dm", "due Stretch every day at 15:00");
        var random = new Random(7);
        for (var day = 0; day < 30; day++)
        {
            Team.Delivers = false;
            Team.Sleeps(Duration.FromDays(1));
            if (random.Next(2) == 0)
                await Team.RunJobs();
            await Team.Restart();
            await Team.Settle();
        }

        Assert.That(Team.Posts("@ana"), Has.Count.EqualTo(30));
    }
}
