namespace AsyncBot.Core.Tests.OnCall;

public sealed class NewRotationTests : Rota
{
    [Test]
    public async Task It_is_shown_first_and_kept_only_when_somebody_presses_Create()
    {
        var shown = await Team.Says("ben", "#oncall", Weekly);

        Assert.That(shown.Text, Is.EqualTo(
            """
            support, in #oncall: @Ana, @Ben and @Emi, handed over every week on Monday at 09:00 America/New_York.
            The next shifts, on the clock of America/New_York
            now, until Mon 2 Mar 09:00: ⚠️ nobody
            Mon 2 Mar 09:00 – Mon 9 Mar 09:00: @Ana
            Mon 9 Mar 09:00 – Mon 16 Mar 09:00: @Ben
            Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Emi
            Mon 23 Mar 09:00 – Mon 30 Mar 09:00: @Ana
            Mon 30 Mar 09:00 – Mon 6 Apr 09:00: @Ben
            Nothing is kept before you press Create.
            """));
        Assert.That(await Who("oncall"), Does.StartWith("There is no rotation yet."));

        var made = await Team.Presses("ben", shown, "Create");

        Assert.That(made.Text, Is.EqualTo(
            "Created support: @Ana, @Ben and @Emi, handed over every week on Monday at 09:00 America/New_York. "
            + "I tell #oncall of each handoff. I told those who take turns."));
        Assert.That(made.Labels, Is.EqualTo(new[] { "Schedule", "Undo" }));
    }

    [Test]
    public async Task Whoever_takes_turns_is_told_once_with_a_way_out()
    {
        await Support();

        Assert.That(News("@ben"), Is.Empty);
        Assert.That(News("@emi"), Has.Count.EqualTo(1));
        Assert.That(News("@emi")[0], Does.StartWith("@Ben put you into the rotation support: @Ana, @Ben and @Emi, handed over every week on Monday at 09:00 America/New_York."));
        Assert.That(News("@emi")[0], Does.Contain("from Mon 16 Mar 2026, 22:00 Asia/Tokyo (in 2 weeks) until Mon 23 Mar 2026, 22:00 Asia/Tokyo (in 3 weeks)"));

        var left = await Team.Presses("emi", Team.LastPost("@emi"), "Leave the rotation");
        Assert.That(left.Text, Does.StartWith("@Emi would take no more turns in support"));
        await Team.Presses("emi", left, "Take them out");

        Assert.That((await Schedule(28))[1..4], Is.EqualTo(new[]
        {
            "Mon 2 Mar 09:00 – Mon 9 Mar 09:00: @Ana", "Mon 9 Mar 09:00 – Mon 16 Mar 09:00: @Ben", "Mon 16 Mar 09:00 – Mon 23 Mar 09:00: @Ana",
        }));
    }

    [Test]
    public async Task No_shift_is_told_shorter_than_it_is()
    {
        await Team.ClockTo(Instant.FromUtc(2026, 3, 7, 0, 0));
        await Support();

        Assert.That(News("@emi")[0], Does.Contain("until Mon 13 Apr 2026, 22:00 Asia/Tokyo").And.Not.Contain("until Sat 2 May"));
    }

    [Test]
    public async Task Pressing_twice_makes_one()
    {
        var shown = await Team.Says("ben", "#oncall", Weekly);
        await Team.Presses("ben", shown, "Create");
        await Team.Presses("ben", shown, "Create");

        Assert.That(News("@ana"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "#oncall", "oncall")).Card!.Blocks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Undo_takes_it_back_and_those_who_were_told_hear_of_it()
    {
        var made = await Support();

        Assert.That((await Team.Presses("ben", made, "Undo")).Text, Is.EqualTo("Taken back: the rotation support is gone again."));

        Assert.That(News("@ana")[1], Does.StartWith("@Ben deleted the rotation support. No longer yours"));
        Assert.That(await Who("oncall"), Does.StartWith("There is no rotation yet."));
        Assert.That(await Until("2026-03-10 00:00", "#oncall", NewYork), Is.Empty);
    }

    [TestCase("every day at 9:00 New York", "handed over every day at 09:00 America/New_York.")]
    [TestCase("every 2 weeks on tuesday at 17:30", "handed over every 2 weeks on Tuesday at 17:30 America/New_York.")]
    [TestCase("every 12 hours at 8:00", "handed over every 12 hours at 08:00 America/New_York.")]
    [TestCase("every 24 hours at 8:00", "handed over every day at 08:00 America/New_York.")]
    [TestCase("every month at 10:00 from 2026-01-31", "handed over every month on day 31 at 10:00 America/New_York.")]
    [TestCase("every day at 9:00 hours mon-fri 9-17", "handed over every day of mon, tue, wed, thu, fri at 09:00 America/New_York, only mon-fri 9-17.")]
    [TestCase("every weekday at 9:00", "handed over every day of mon, tue, wed, thu, fri at 09:00 America/New_York.")]
    [TestCase("every friday at 17:00 Europe/Lisbon", "handed over every week on Friday at 17:00 Europe/Lisbon.")]
    public async Task Turns_of_all_lengths_are_read(string how, string rule) =>
        Assert.That((await Team.Says("ben", "#oncall", $"oncall new night @ana @emi {how}")).Text.Split('\n')[0], Does.EndWith(rule));

    [Test]
    public async Task It_lives_in_the_channel_that_is_named_and_says_how_to_have_handoffs_told_there()
    {
        Team.Directory.Change("#oncall", channel => channel with { CanPost = false });
        var shown = await Team.Says("ben", "dm", "oncall new support @ana @emi every day at 9:00 from 2026-03-02 New York in #oncall");
        Assert.That(shown.Text, Does.StartWith("support, in #oncall: @Ana and @Emi, handed over every day at 09:00 America/New_York."));

        var made = await Team.Presses("ben", shown, "Create");

        Assert.That(made.Text, Does.Contain("I tell #oncall of each handoff. I can’t post there yet; invite me, with /invite @asyncbot."));
        Assert.That(await Until("2026-03-04 00:00", "#oncall", NewYork), Is.Empty);
        Assert.That(News("@emi"), Has.Some.StartsWith("📟 You are on call for support"));
        Assert.That((await Team.Says("sam", "dm", "async undelivered")).Text, Does.StartWith("Everything was delivered"));
    }

    [Test]
    public async Task The_zone_that_is_named_counts_and_not_the_speakers()
    {
        var shown = await Team.Says("dana", "#team", Weekly);

        Assert.That(shown.Text, Does.Contain("on Monday at 09:00 America/New_York").And.Contain("now, until Mon 2 Mar 19:30: ⚠️ nobody"));
    }

    [TestCase("oncall new support every week at 9:00", "It does not say who takes turns.")]
    [TestCase("oncall new support @ana @ben @ana every week at 9:00", "@Ana is named twice, and takes one turn a round.")]
    [TestCase("oncall new support @ana @nemo every week at 9:00", "I know nobody here by the name “@nemo”.")]
    [TestCase("oncall new support @ana @ben every 0 days at 9:00", "The smallest number here is 1.")]
    [TestCase("oncall new support @ana @ben every 0 hours at 9:00", "A turn is at least an hour long.")]
    [TestCase("oncall new support @ana @ben every week at 9:00 Mars/Phobos", "“Mars/Phobos” was not understood.")]
    [TestCase("oncall new support @ana @ben", "It does not say how long a turn is.")]
    [TestCase("oncall new support @ana @ben every week at 9:00 hours whenever", "“whenever”")]
    [TestCase("oncall new support @ana @ben every 30 minutes", "Nothing comes round more often than every hour.")]
    [TestCase("oncall new support @ana @ben every first monday at 9:00", "A turn is some hours, days, weeks or months long.")]
    [TestCase("oncall new mine @ana @ben every week at 9:00", "“mine” means something else here.")]
    [TestCase("oncall new a-name-that-nobody-will-ever-want-to-type-again @ana @ben every week at 9:00", "A rotation has a name of at most 40 characters.")]
    [TestCase("oncall new @ana @ben every week at 9:00", "A rotation has a name of one word.")]
    [TestCase("oncall new prod: @ana @ben every week at 9:00", "Signs around a name, as in “prod:”, are no part of it. Try: oncall new prod @ana @ben every week at 9:00")]
    [TestCase("oncall new ops? @ana @ben every week at 9:00", "Signs around a name, as in “ops?”, are no part of it. Try: oncall new ops @ana")]
    [TestCase("oncall new ops, @ana @ben every week at 9:00", "Signs around a name, as in “ops,”, are no part of it. Try: oncall new ops @ana")]
    [TestCase("oncall new to: @ana @ben every week at 9:00", "Signs around a name, as in “to:”, are no part of it. Try: oncall new support @ana")]
    [TestCase("oncall new to @ana @ben every week at 9:00", "“to” means something else here.")]
    [TestCase("oncall new For @ana @ben every week at 9:00", "“For” means something else here.")]
    [TestCase("oncall new now @ana @ben every week at 9:00", "“now” means something else here.")]
    [TestCase("oncall new today @ana @ben every week at 9:00", "“today” means something else here.")]
    [TestCase("oncall new monday @ana @ben every week at 9:00", "“monday” means something else here.")]
    public async Task What_makes_no_rotation_is_refused_with_one_that_works(string line, string problem)
    {
        var refused = await Team.Says("ben", "#oncall", line);

        Assert.That(refused.IsRefused, Is.True);
        Assert.That(refused.Text, Does.StartWith(problem).And.Contain(" Try: oncall new"));
    }

    [Test]
    public async Task A_name_is_taken_in_any_case_of_letters()
    {
        await Support();

        var refused = await Team.Says("ana", "#team", "oncall new Support @ana @emi every day at 9:00");

        Assert.That(refused.Text, Is.EqualTo("There is a rotation support already. Try: oncall new Support2 @ana @ben every week at 9:00"));
        Assert.That((await Team.Says("ana", "#team", "oncall new today @ana @emi every day at 9:00")).Text, Does.EndWith(" Try: oncall new support2 @ana @ben every week at 9:00"));
    }

    [Test]
    public async Task A_guest_sets_up_none_and_sees_none()
    {
        Team.Directory.Add("lee", "Europe/Berlin", isGuest: true);
        Team.Directory.Join("lee", "#oncall");
        await Support();

        Assert.That((await Team.Says("lee", "#oncall", Weekly.Replace("support", "other", StringComparison.Ordinal))).IsRefused, Is.True);
        Assert.That((await Team.Says("lee", "#oncall", "oncall")).Text, Does.StartWith("There is no rotation yet."));
        Assert.That((await Team.Says("lee", "#oncall", "oncall support")).Text, Does.StartWith("There is no rotation called “support”"));
        Assert.That((await Team.Says("lee", "#oncall", "oncall page support Help")).IsRefused, Is.True);
    }
}
