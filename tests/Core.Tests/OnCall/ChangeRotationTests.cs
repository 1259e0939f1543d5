namespace AsyncBot.Core.Tests.OnCall;

public sealed class ChangeRotationTests : Rota
{
    [Test]
    public async Task Ben_is_removed_amid_his_shift_which_he_keeps_and_the_preview_says_who_moves()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));

        var shown = await Team.Says("ben", "#oncall", "oncall remove support @ben");

        Assert.That(shown.Text, Is.EqualTo(
            """
            @Ben would take no more turns in support from the next handoff on; the present shift stays theirs.
            In the next 8 weeks, on the clock of America/New_York
            @Ana gains 336 h (Mon 6 Apr 09:00 – Mon 13 Apr 09:00, Mon 20 Apr 09:00 – Mon 27 Apr 09:00), and loses 168 h (Mon 13 Apr 09:00 – Mon 20 Apr 09:00)
            @Ben loses 336 h (Mon 30 Mar 09:00 – Mon 6 Apr 09:00, Mon 20 Apr 09:00 – Mon 27 Apr 09:00)
            @Emi gains 336 h (Mon 30 Mar 09:00 – Mon 6 Apr 09:00, Mon 13 Apr 09:00 – Mon 20 Apr 09:00), and loses 168 h (Mon 6 Apr 09:00 – Mon 13 Apr 09:00)
            The next shifts, on the clock of America/New_York
            now, until Mon 16 Mar 09:00: @Ben
            Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Emi
            Mon 23 Mar 09:00 – Mon 30 Mar 09:00: @Ana
            Mon 30 Mar 09:00 – Mon 6 Apr 09:00: @Emi
            Mon 6 Apr 09:00 – Mon 13 Apr 09:00: @Ana
            Mon 13 Apr 09:00 – Mon 20 Apr 09:00: @Emi
            Nothing is changed yet.
            """));
        var told = News("@emi").Count;
        await Team.Presses("ben", shown, "Take them out");

        Assert.That(await Who(), Does.StartWith("@Ben is on call for support").And.Contain("Next: @Emi, from Mon 16 Mar 2026, 09:00"));
        Assert.That(News("@emi", told).Single(), Does.StartWith("@Ben changed who is on call for support. Yours now from Mon 30 Mar 2026, 22:00 Asia/Tokyo"));
        Assert.That(News("@ben"), Has.None.StartsWith("@Ben changed"));
    }

    [Test]
    public async Task Whoever_is_added_comes_behind_the_others()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));

        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall add support @dana"), "Add them");

        Assert.That((await Schedule(40))[..5], Is.EqualTo(new[]
        {
            "now, until Mon 16 Mar 09:00: @Ben", "Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Emi", "Mon 23 Mar 09:00 – Mon 30 Mar 09:00: @Dana",
            "Mon 30 Mar 09:00 – Mon 6 Apr 09:00: @Ana", "Mon 6 Apr 09:00 – Mon 13 Apr 09:00: @Ben",
        }));
    }

    [Test]
    public async Task What_was_shown_is_not_applied_to_what_somebody_else_changed_meanwhile()
    {
        await Support();
        var shown = await Team.Says("ben", "#oncall", "oncall remove support @emi");
        await Team.Presses("sam", await Team.Says("sam", "#oncall", "oncall add support @dana"), "Add them");

        var again = await Team.Presses("ben", shown, "Take them out");

        Assert.That(again.Text, Does.StartWith("support has changed meanwhile, so look again."));
        Assert.That((await Schedule(40)).Any(line => line.Contains("@Emi", StringComparison.Ordinal)), Is.True);
    }

    [Test]
    public async Task Undo_puts_the_order_back_and_tells_those_who_heard_of_it()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        var before = await Schedule(60);
        var done = await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @ana"), "Take them out");
        var told = News("@ana").Count;

        Assert.That((await Team.Presses("ben", done, "Undo")).Text, Is.EqualTo("Taken back: the rotation support is as before."));
        Assert.That(await Schedule(60), Is.EqualTo(before));
        Assert.That(News("@ana", told).Single(), Does.Contain("Yours now"));
    }

    [Test]
    public async Task A_pause_begins_when_the_present_shift_ends_and_ends_at_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall pause support"), "Pause it");
        Assert.That(await Who(), Does.StartWith("@Ben is on call for support").And.Contain("until Mon 16 Mar 2026, 09:00"));

        await Team.ClockTo(At("2026-03-17 10:00"));
        Assert.That(await Who(), Does.StartWith("Nobody is on call for support now, with no end in sight: support is paused. The next best is"));

        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall resume support"), "Resume it");
        Assert.That(await Who(), Does.StartWith("@Emi is on call for support"));
        Assert.That((await Team.Says("ben", "#oncall", "oncall resume support")).Text, Is.EqualTo("support is not paused. Try: oncall support"));
    }

    [Test]
    public async Task Deleting_asks_first_and_tells_those_who_took_turns()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        var shown = await Team.Says("ben", "#oncall", "oncall delete support");
        Assert.That(shown.Text, Does.StartWith("@Ben would be relieved now, and nobody would be on call for support any more."));
        var told = News("@ana").Count;

        await Team.Presses("ben", shown, "Delete it");

        Assert.That(await Who("oncall"), Does.StartWith("There is no rotation yet."));
        Assert.That(News("@ana", told).Single(), Does.StartWith("@Ben deleted the rotation support."));
        Assert.That(await TimesUntil("2026-03-20 00:00", "#oncall", NewYork), Is.Empty);
    }

    [TestCase("oncall remove support @ana")]
    [TestCase("oncall add support @chidi")]
    [TestCase("oncall pause support")]
    [TestCase("oncall delete support")]
    [TestCase("oncall layer support @chidi every week at 9:00")]
    [TestCase("oncall override support @chidi from friday 9:00 to saturday 9:00")]
    [TestCase("oncall group support @support-oncall")]
    public async Task Only_who_set_it_up_and_admins_change_it(string line)
    {
        await Support();

        Assert.That((await Team.Says("chidi", "#team", line)).Text, Does.StartWith("support is @Ben’s; only they or an admin can"));
        Assert.That((await Team.Says("sam", "#team", line)).IsRefused, Is.False);
    }

    [TestCase("oncall add support @ana", "@Ana takes turns in support already. Try: oncall schedule support")]
    [TestCase("oncall remove support @dana", "@Dana takes no turns in support. Try: oncall schedule support")]
    [TestCase("oncall group support off", "support keeps no user group. Try: oncall group support @support-oncall")]
    [TestCase("oncall clear support friday", "support has no override. Try: oncall schedule support")]
    public async Task What_changes_nothing_says_so(string line, string answer)
    {
        await Support();

        Assert.That((await Team.Says("ben", "#oncall", line)).Text, Is.EqualTo(answer));
    }

    [TestCase("oncall remove support @emi", "Take them out")]
    [TestCase("oncall pause support", "Pause it")]
    public async Task What_was_shown_before_a_handoff_is_shown_anew_after_it(string line, string button)
    {
        await Support();
        await Team.ClockTo(At("2026-03-09 08:00"));
        var shown = await Team.Says("ben", "#oncall", line);
        await Team.ClockTo(At("2026-03-09 10:00"));

        var again = await Team.Presses("ben", shown, button);
        Assert.That(again.Text, Does.StartWith("support has changed meanwhile, so look again."));
        Assert.That((await Team.Presses("ben", again, button)).Text, Does.Not.Contain("look again"));
    }

    [Test]
    public async Task A_layer_from_a_day_that_is_past_leaves_the_past_as_it_was()
    {
        await Support();
        await Team.ClockTo(At("2026-03-11 10:00"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall layer support @dana every week at 9:00 from 2026-03-02"), "Add the layer");

        Assert.That(await Who("oncall support at 2026-03-04 12:00"), Does.StartWith("@Ana was on call for support"));
        Assert.That(await Who("oncall support at 2026-03-11 09:59"), Does.StartWith("@Ben was on call for support"));
        Assert.That(await Who(), Does.StartWith("@Dana is on call for support"));
    }

    [Test]
    public async Task A_pause_that_begins_now_is_kept_however_long_somebody_looks_at_it()
    {
        await Create("oncall new solo @ben every week at 9:00 from 2026-03-02 New York");
        await Team.ClockTo(At("2026-03-03 10:00"));
        var shown = await Team.Says("ben", "#oncall", "oncall pause solo");
        await Team.Advance(Duration.FromMinutes(2));

        Assert.That((await Team.Presses("ben", shown, "Pause it")).Text, Does.StartWith("solo is paused from now."));
    }

    [Test]
    public async Task An_old_button_deletes_nothing_that_was_made_since()
    {
        await Support();
        var shown = await Team.Says("ben", "#oncall", "oncall delete support");
        await Team.Presses("ben", shown, "Delete it");
        await Team.Advance(Duration.FromMinutes(1));
        await Create("oncall new support @dana @chidi every week at 9:00", "dana", "#team");

        Assert.That((await Team.Presses("ben", shown, "Delete it")).IsRefused, Is.True);
        Assert.That((await Team.Presses("sam", await Team.Says("sam", "#oncall", "oncall delete support"), "Delete it")).Text, Does.StartWith("support is deleted."));
    }

    [Test]
    public async Task Who_left_is_taken_out_by_name()
    {
        await Support();
        Team.Directory.Add("emi", "Asia/Tokyo", isGone: true);

        Assert.That((await Team.Says("ben", "#oncall", "oncall remove support @emi")).Text, Does.StartWith("@Emi would take no more turns in support"));
        Assert.That((await Team.Says("ben", "#oncall", "oncall remove support @nemo")).Text, Does.StartWith("I know nobody here by the name"));
    }

    [Test]
    public async Task A_layer_that_has_nobody_left_is_neither_shown_nor_counted_and_its_past_stays()
    {
        await Support();
        await Team.ClockTo(At("2026-03-10 10:00"));
        for (var each = 0; each < 10; each++)
        {
            var shown = await Team.Says("ben", "#oncall", "oncall layer support @dana every day at 11:00 hours daily 0-24");
            Assert.That(shown.IsRefused, Is.False, shown.Text);
            await Team.Presses("ben", shown, "Add the layer");
            if (each == 0)
                await Team.ClockTo(At("2026-03-11 10:00"));
            await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove support @dana"), "Take them out");
        }

        Assert.That((await Team.Says("ben", "#oncall", "oncall layer support @dana every day at 11:00")).IsRefused, Is.False);
        Assert.That((await Team.Says("ben", "dm", "oncall schedule support")).Text.Split('\n')[^1], Is.EqualTo(
            "Layer 1: @Ana, @Ben and @Emi, handed over every week on Monday at 09:00 America/New_York"));
        Assert.That(await Who("oncall support at 2026-03-10 12:00"), Does.StartWith("@Dana was on call for support"));
    }

    [Test]
    public async Task A_layer_brings_no_more_people_than_a_rotation_keeps()
    {
        var names = Enumerable.Range(1, 48).Select(number => $"p{number}").ToList();
        foreach (var name in names)
        {
            Team.Directory.Add(name, "Europe/Berlin");
            Team.Directory.Join(name, "#oncall");
        }

        await Create($"oncall new big @ana {string.Join(' ', names.Select(name => "@" + name))} every day at 9:00");

        Assert.That((await Team.Says("ben", "#oncall", "oncall layer big @ben every day at 9:00")).IsRefused, Is.False);
        Assert.That((await Team.Says("ben", "#oncall", "oncall layer big @ben @emi every day at 9:00")).Text, Is.EqualTo(
            "With them big has more than 50 people, which is as many as I keep. Try: oncall remove big @ana"));
    }
}
