using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>A rotation has no history from before it was made, but for turns that somebody said began earlier.</summary>
public sealed class BeforeItBeganTests : Rota
{
    [Test]
    public async Task Nobody_was_on_call_before_there_was_a_rotation()
    {
        await Team.ClockTo(Instant.FromUtc(2026, 10, 22, 12, 0));
        await Create("oncall new ny @ben @sam every day at 1:30am from today");

        Assert.That(await Who("oncall ny at yesterday 10:00"), Is.EqualTo(
            "There was no rotation ny yet on Wed 21 Oct 2026, 10:00 America/New_York (22 h ago). It began Thu 22 Oct 2026, 01:30 America/New_York (6 h 30 min ago)."));
        Assert.That(await Who("oncall ny at today 1:45"), Does.StartWith("@Ben was on call for ny on Thu 22 Oct 2026, 01:45"));
        Assert.That(await Who("oncall ny"), Does.StartWith("@Ben is on call for ny since Thu 22 Oct 2026, 01:30"));
    }

    [TestCase("from today", "Mon 2 Mar 09:00")]
    [TestCase("from monday", "Mon 2 Mar 09:00")]
    [TestCase("from tomorrow", "Tue 3 Mar 09:00")]
    [TestCase("from yesterday", "Sun 1 Mar 09:00")]
    [TestCase("from last friday", "Fri 27 Feb 09:00")]
    [TestCase("from 2026-02-20", "Fri 20 Feb 09:00")]
    public async Task The_day_that_is_said_is_the_day_of_the_first_handoff(string from, string first)
    {
        await Team.ClockTo(At("2026-03-02 14:00"));
        await Create($"oncall new desk @ana @ben every day at 9:00 {from}");

        var begin = $"{first} 2026"[4..];
        var day = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("d MMM HH:mm uuuu").Parse(begin).Value;
        Assert.That(await Who($"oncall desk at {day:uuuu-MM-dd HH:mm}"), Does.StartWith("@Ana ").And.Not.Contain(" since "));
    }

    [Test]
    public async Task The_picture_has_no_gap_before_it()
    {
        await Team.ClockTo(At("2026-03-02 14:00"));
        await Create("oncall new desk @ana @ben every week at 9:00 from monday");

        await Team.Says("ben", "#oncall", "oncall picture desk 7");

        var chart = (Timeline)Team.LastPost("#oncall").Chart!;
        Assert.That(chart.Lanes.SelectMany(lane => lane.Bars).Any(bar => bar.Kind == BarKind.Gap), Is.False);
        Assert.That(chart.Lanes[0].Bars[0].From, Is.EqualTo(At("2026-03-02 09:00")));
    }

    [Test]
    public async Task Whoever_took_turns_long_ago_is_forgotten_and_what_is_remembered_stays_right()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @ana"), "Take them out");
        await Team.ClockTo(At("2026-05-01 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall add support @dana"), "Add them");
        Assert.That(await Who("oncall support at 2026-03-04 12:00"), Does.StartWith("@Ana was on call for support"));

        await Team.ClockTo(At("2026-07-01 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall add support @sam"), "Add them");

        Assert.That((await Team.Says("ana", "dm", "async export")).Text, Does.Not.Contain("\"rotation\""));
        Assert.That(await Who("oncall support at 2026-03-04 12:00"), Does.StartWith("“2026-03-04 12:00” is too long ago: I keep who was on call back to Mon 23 Mar 2026."));
        Assert.That(await Who("oncall support at 2026-03-24 12:00"), Does.StartWith("@Ben was on call for support").Or.StartWith("@Emi was on call for support"));
    }
}
