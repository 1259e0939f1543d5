namespace AsyncBot.Core.Tests.OnCall;

public sealed class ScheduleTests : Rota
{
    [Test]
    public async Task An_override_over_a_handoff_and_a_cover_of_half_a_shift_stand_in_the_schedule()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 09:00"));
        await Team.Says("ben", "#oncall", "oncall override support @emi from sunday 9:00 to tuesday 9:00");
        await Team.Says("ana", "#oncall", "oncall cover support from thursday 14:00 to thursday 20:00");
        await Team.Presses("ben", Team.LastPost("#oncall"), "Take it");

        Assert.That(await Schedule(21), Is.EqualTo(new[]
        {
            "now, until Thu 5 Mar 09:00: @Ana",
            "Thu 5 Mar 09:00–15:00: @Ben (they cover for @Ana)",
            "Thu 5 Mar 15:00 – Sun 8 Mar 09:00: @Ana",
            "Sun 8 Mar 09:00 – Tue 10 Mar 09:00: @Emi (by an override)",
            "Tue 10 Mar 09:00 – Mon 16 Mar 09:00: @Ben",
            "Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Emi",
            "Mon 23 Mar 09:00 – Mon 30 Mar 09:00: @Ana",
        }));
    }

    [Test]
    public async Task Hours_leave_gaps_which_are_marked_and_listed()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.ClockTo(At("2026-03-06 16:00"));

        Assert.That((await Schedule(4, "desk"))[..4], Is.EqualTo(new[]
        {
            "now, until Fri 6 Mar 17:00: @Ana", "Fri 6 Mar 17:00 – Mon 9 Mar 09:00: ⚠️ nobody", "Mon 9 Mar 09:00–17:00: @Ben", "Mon 9 Mar 17:00 – Tue 10 Mar 09:00: ⚠️ nobody",
        }));
        var gaps = await Team.Says("ben", "#team", "oncall gaps desk 4");
        Assert.That(gaps.Text, Is.EqualTo(
            """
            Gaps of desk, on the clock of America/New_York
            desk has 2 gaps in the next 4 days, 79 h in all:
            Fri 6 Mar 17:00 – Mon 9 Mar 09:00 (63 h)
            Mon 9 Mar 17:00 – Tue 10 Mar 09:00 (16 h)
            To fill the first: oncall override desk @Ana from 2026-03-06 17:00 to 2026-03-09 09:00
            """));
    }

    [Test]
    public async Task A_layer_on_top_decides_where_it_has_somebody()
    {
        await Support();
        var shown = await Team.Says("ben", "#oncall", "oncall layer support @dana every week at 18:00 from 2026-03-02 New York hours 18-9");
        Assert.That(shown.Text, Does.Contain("@Dana gains").And.Contain("@Ana loses"));
        await Team.Presses("ben", shown, "Add the layer");
        await Team.ClockTo(At("2026-03-02 19:00"));

        Assert.That((await Schedule(2))[..3], Is.EqualTo(new[]
        {
            "now, until Tue 3 Mar 09:00: @Dana (it is their turn in layer 2)",
            "Tue 3 Mar 09:00–18:00: @Ana (it is their turn in layer 1)",
            "Tue 3 Mar 18:00 – Wed 4 Mar 09:00: @Dana (it is their turn in layer 2)",
        }));
    }

    [Test]
    public async Task Loads_are_counted_in_each_persons_own_nights_and_weekends_and_sum_to_the_span()
    {
        await Support();
        await Team.ClockTo(At("2026-03-02 09:00"));

        // Ana's week has 167 hours, because New York's clocks are put forward; the last hour is hers again.
        Assert.That((await Team.Says("ben", "#team", "oncall load support 21")).Text, Is.EqualTo(
            """
            Load of support in the next 21 days
            @Ana: 168 h, 56 h at night, 48 h on weekends
            @Ben: 168 h, 56 h at night, 48 h on weekends
            @Emi: 168 h, 56 h at night, 48 h on weekends
            Nights are 22:00–06:00 and weekends Saturday and Sunday, both on each person’s own clock.
            """));
    }

    [Test]
    public async Task Mine_lists_my_shifts_of_all_rotations()
    {
        await Support();
        await Create("oncall new desk @ana @ben every day at 9:00 from 2026-03-02 New York hours mon-fri 9-17");

        var mine = await Team.Says("ana", "dm", "oncall mine");

        Assert.That(mine.Text.Split('\n')[..4], Is.EqualTo(new[]
        {
            "My shifts, on the clock of Europe/Lisbon",
            "desk: Mon 2 Mar 14:00–22:00 (in 5 h)",
            "support: Mon 2 Mar 14:00 – Mon 9 Mar 13:00 (in 5 h)",
            "desk: Wed 4 Mar 14:00–22:00 (in 2 days 5 h)",
        }));
        Assert.That((await Team.Says("chidi", "dm", "oncall mine")).Text, Does.StartWith("You are not on call in the next 90 days. Who is: oncall"));
    }

    [Test]
    public async Task The_line_that_is_offered_fills_the_first_gap_and_nothing_else()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.ClockTo(At("2026-03-06 18:20"));
        var before = await Schedule(5, "desk");

        var gaps = await Team.Says("ben", "#team", "oncall gaps desk 5");
        var line = gaps.Text.Split('\n')[^1];
        Assert.That(line, Is.EqualTo("To fill the first: oncall override desk @Ana until 2026-03-09 09:00"));
        Assert.That((await Team.Says("ben", "#team", line["To fill the first: ".Length..])).IsRefused, Is.False);

        Assert.That(await Schedule(5, "desk"), Is.EqualTo((string[])["now, until Mon 9 Mar 09:00: @Ana (by an override)", .. before[1..]]));
        Assert.That((await Team.Says("chidi", "#team", "oncall gaps desk 5")).Text.Split('\n')[^1], Is.EqualTo(
            "@Ben or an admin can fill one."));
    }

    [Test]
    public async Task The_gaps_of_a_pause_end_when_it_ends()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall pause support"), "Pause it");

        Assert.That((await Team.Says("ben", "#team", "oncall gaps support")).Text.Split('\n')[^1], Is.EqualTo("To go on: oncall resume support"));
    }

    [TestCase("oncall schedule support 100000", "I look at most 366 days ahead. Try: oncall schedule support 366")]
    [TestCase("oncall gaps support 367", "I look at most 366 days ahead. Try: oncall gaps support 366")]
    [TestCase("oncall load support 367", "I look at most 366 days ahead. Try: oncall load support 366")]
    [TestCase("oncall schedule support 0", "“0” should be at least 1.")]
    [TestCase("oncall gaps support 0", "“0” should be at least 1.")]
    [TestCase("oncall load support 99999999999", "“99999999999” should be a number such as 12.")]
    public async Task More_days_than_are_looked_at_are_refused(string line, string problem)
    {
        await Support();

        Assert.That((await Team.Says("ben", "#team", line)).Text, Does.StartWith(problem));
    }
}
