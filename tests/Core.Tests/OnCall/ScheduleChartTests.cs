using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;
using static AsyncBot.TestKit.Charts;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>What the picture of a schedule shows.</summary>
public sealed class ScheduleChartTests
{
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");

    private static readonly Layer Weekly = new(
        0, [new Roster(0, [[Ana], [Ben]])], new HandoffRule("America/New_York", TurnUnit.Week, 1, new LocalDateTime(2026, 3, 2, 9, 0)));

    [Test]
    public void Everybody_has_a_line_and_what_leaves_the_picture_keeps_its_times() => Assert.That(Words(new Plan([Weekly])), Is.EqualTo(new[]
    {
        "Ben: Mon 23 Feb 09:00 to Mon 2 Mar 09:00; Mon 9 Mar 09:00 to Mon 16 Mar 09:00",
        "Ana: Mon 2 Mar 09:00 to Mon 9 Mar 09:00",
    }));

    [Test]
    public void What_was_changed_is_marked_and_splits_the_rest() => Assert.That(
        Words(new Plan([Weekly], Overrides: [new Override(1, Ben, At(First.PlusDays(2)), At(First.PlusDays(3)))])), Is.EqualTo(new[]
        {
            "Ben: Mon 23 Feb 09:00 to Mon 2 Mar 09:00; Wed 4 Mar 00:00 to Thu 5 Mar 00:00 (changed); Mon 9 Mar 09:00 to Mon 16 Mar 09:00",
            "Ana: Mon 2 Mar 09:00 to Wed 4 Mar 00:00; Thu 5 Mar 00:00 to Mon 9 Mar 09:00",
        }));

    [Test]
    public void Gaps_stand_in_a_last_line_of_their_own()
    {
        var office = Weekly with { Hours = [new ZonedWeek(WorkingWeek.Usual, "America/New_York")] };
        var words = Words(new Plan([office]));

        Assert.That(words, Has.Length.EqualTo(3));
        Assert.That(words[^1], Does.StartWith("Nobody: gap Fri 27 Feb 17:00 to Mon 2 Mar 09:00; gap Mon 2 Mar 17:00 to Tue 3 Mar 09:00; "));
    }

    [Test]
    public void People_who_share_a_turn_have_it_without_a_break_each()
    {
        var pair = Weekly with { Rosters = [new Roster(0, [[Ana, Ben], [Ana]])] };

        Assert.That(Words(new Plan([pair]))[0], Does.StartWith("Ana: ").And.Not.Contains(";"));
        Assert.That(Words(new Plan([pair]))[1], Is.EqualTo("Ben: Mon 2 Mar 09:00 to Mon 9 Mar 09:00"));
    }

    [Test]
    public void Nothing_is_said_of_ends_that_nobody_looked_for() => Assert.That(
        Words(new Plan([new Layer(0, [new Roster(0, [[Ana]])])])), Is.EqualTo(new[] { "Ana: Mon 2 Mar 00:00 to Mon 16 Mar 00:00" }));

    [Test]
    public void A_picture_ends_where_nobody_could_see_more()
    {
        var hourly = Weekly with { Handoffs = new HandoffRule("America/New_York", TurnUnit.Hour, 1, new LocalDateTime(2026, 3, 2, 9, 0)) };
        var chart = ScheduleChart.Of(RotationWith(new Plan([hourly])), At(First), At(First.PlusDays(366)), Now);

        Assert.That(chart.To - chart.From, Is.InRange(Duration.FromHours(999), Duration.FromHours(1_001)));
        Assert.That(chart.Lanes.Sum(lane => lane.Bars.Count), Is.EqualTo(1_000));
    }

    private static string[] Words(Plan plan)
    {
        var rotation = RotationWith(plan);
        return ChartText.Render(ScheduleChart.Of(rotation, At(First), At(First.PlusDays(14)), Now), ReaderIn("America/New_York")).Split('\n')[1..];
    }

    private static Rotation RotationWith(Plan plan) =>
        new("Payments", Ana, new ChannelId("team"), "America/New_York", plan, Now);
}
