using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Online;

public sealed class ShowOnlineTests
{
    /// <summary>New York has changed its clocks, Europe has not.</summary>
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 9, 13, 30);

    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        _team.Directory.Add("ana", "Europe/Lisbon", hours: "9-17");
        _team.Directory.Add("ben", "America/New_York", hours: "9-17");
        _team.Directory.Add("chidi", "Africa/Lagos", hours: "9-17");
        _team.Directory.Add("dana", "Asia/Kolkata", hours: "10-18:30");
        _team.Directory.Add("emi", "Asia/Tokyo", hours: "9-18");
        _team.Directory.Add("sam", "America/Los_Angeles", isAdmin: true, hours: "8-16");
        foreach (var person in new[] { "ana", "ben", "chidi", "dana", "emi", "sam" })
            _team.Presence.WillSay(person, Activity.Away);
        await _team.ClockTo(Monday);
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("online", "#team", "Who is around in #team")]
    [TestCase("online show", "#team", "Who is around in #team")]
    [TestCase("online #team", "#general", "Who is around in #team")]
    [TestCase("online", "dm", "Who is around in your channels")]
    public async Task Everybody_is_told_on_their_own_clock_and_on_mine(string line, string place, string title)
    {
        var answer = await _team.Says("sam", place, line);

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            title,
            "Available now",
            "@Ana, 13:30 Europe/Lisbon: at work until 17:00 their time, which is Mon 9 Mar 2026, 10:00 America/Los_Angeles (in 3 h 30 min), no signal",
            "@Ben, 09:30 America/New_York: at work until 17:00 their time, which is Mon 9 Mar 2026, 14:00 America/Los_Angeles (in 7 h 30 min), no signal",
            "@Chidi, 14:30 Africa/Lagos: at work until 17:00 their time, which is Mon 9 Mar 2026, 09:00 America/Los_Angeles (in 2 h 30 min), no signal",
            "Outside hours",
            "@Sam, 06:30 America/Los_Angeles: off until Mon 9 Mar 2026, 08:00 America/Los_Angeles (in 1 h 30 min)",
            "@Emi, 22:30 Asia/Tokyo: off until Tue 10 Mar, 09:00 their time, which is Mon 9 Mar 2026, 17:00 America/Los_Angeles (in 10 h 30 min)",
            "@Dana, 19:00 Asia/Kolkata: off until Tue 10 Mar, 10:00 their time, which is Mon 9 Mar 2026, 21:30 America/Los_Angeles (in 15 h)",
        }));
    }

    [Test]
    public async Task A_channel_has_only_its_own_people()
    {
        var answer = await _team.Says("sam", "#oncall", "online");

        Assert.That(answer.Text, Does.Contain("@Ana").And.Contain("@Emi").And.Not.Contain("@Chidi").And.Not.Contain("@Dana"));
    }

    [Test]
    public async Task Who_is_active_outside_their_hours_is_available()
    {
        _team.Presence.WillSay("emi", Activity.Active);
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(GroupOf(answer, "@Emi"), Is.EqualTo("Available now"));
        Assert.That(LineOf(answer, "@Emi"), Is.EqualTo("@Emi, 22:30 Asia/Tokyo: active now, outside their hours (seen just now)"));
    }

    [Test]
    public async Task Who_does_not_want_to_be_disturbed_is_busy_until_they_can_be()
    {
        _team.Presence.WillSay("ben", Activity.Active, quietUntil: Monday + Duration.FromHours(1));
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(GroupOf(answer, "@Ben"), Is.EqualTo("Busy or focusing"));
        Assert.That(LineOf(answer, "@Ben"), Does.Contain("do not disturb until 10:30 their time, which is Mon 9 Mar 2026, 07:30 America/Los_Angeles"));
    }

    [Test]
    public async Task What_a_platform_can_not_say_is_unknown_and_not_away()
    {
        _team.Presence.WillSay("ana", Activity.Unknown);
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(LineOf(answer, "@Ana"), Does.Contain("at work until 17:00").And.Not.Contain("signal"));
        Assert.That(answer.Text, Does.Contain("Of 1 person the chat did not say in time whether they are active; that is unknown, not away."));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Look again" }));
    }

    [Test]
    public async Task What_was_seen_more_than_two_minutes_ago_says_nothing_about_now()
    {
        _team.Presence.Knows("emi", Activity.Active);
        await _team.Advance(Duration.FromMinutes(3));

        Assert.That(GroupOf(await _team.Says("sam", "#team", "online"), "@Emi"), Is.EqualTo("Outside hours"));
    }

    [Test]
    public async Task Nobody_is_looked_at_who_wants_to_be_asked()
    {
        await _team.Says("ana", "dm", "online share off");
        _team.Presence.WillSay("ana", Activity.Active);
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(GroupOf(answer, "@Ana"), Is.EqualTo("Unknown"));
        Assert.That(LineOf(answer, "@Ana"), Is.EqualTo("@Ana: ask them"));
        Assert.That(_team.Presence.Asked, Has.None.EqualTo(TestDirectory.IdOf("ana")));
        Assert.That(LineOf(await _team.Says("ana", "#team", "online"), "@Ana"), Does.Contain("at work until"));
    }

    [Test]
    public async Task Who_shares_nothing_and_who_is_elsewhere_and_who_does_not_exist_are_answered_alike()
    {
        _team.Directory.Add("zoe", "Europe/Berlin");
        _team.Directory.Add("max", "Europe/Berlin");
        _team.Directory.Join("max", "#team");
        await _team.Says("max", "dm", "online share off");

        foreach (var word in new[] { "zoe", "max", "kim" })
        {
            var answer = await _team.Says("sam", "#team", $"online @{word}");
            Assert.That(answer.IsRefused);
            Assert.That(answer.Text, Is.EqualTo($"I can’t say when “@{word}” is around; ask them. Try: online, or help online"));
        }

        Assert.That((await _team.Says("sam", "#team", "online ana, zoe and kim")).Text, Does.Contain("@Ana, 13:30 Europe/Lisbon").And.EndWith("I can’t say when “zoe” or “kim” are around; ask them."));
    }

    [Test]
    public async Task One_person_is_told_in_detail()
    {
        var answer = await _team.Says("sam", "#team", "online @ana");

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "@Ana, 13:30 Europe/Lisbon: at work until 17:00 their time, which is Mon 9 Mar 2026, 10:00 America/Los_Angeles (in 3 h 30 min), no signal",
            "Hours: mon-fri 9-17 Europe/Lisbon",
            "Both at work: 15:00 to 17:00 their time, from Mon 9 Mar 2026, 08:00 America/Los_Angeles (in 1 h 30 min)",
        }));
    }

    [Test]
    public async Task Who_never_work_at_the_same_time_can_leave_a_message()
    {
        _team.Directory.Add("emi", "Asia/Tokyo", hours: "9-12");
        _team.Directory.Add("ben", "America/New_York", hours: "9-12");

        Assert.That((await _team.Says("ben", "#team", "online @emi")).Text, Does.Contain("Both at work: not within two weeks; a message waits for them"));
    }

    [Test]
    public async Task Hours_that_nobody_set_are_marked_as_assumed()
    {
        _team.Directory.Add("ana", "Europe/Lisbon");

        var answer = await _team.Says("sam", "#team", "online");
        Assert.That(LineOf(answer, "@Ana"), Does.EndWith("(hours assumed)"));
        Assert.That(answer.Labels, Is.Empty);

        var own = await _team.Says("ana", "#team", "online");
        Assert.That(own.Text, Does.EndWith("Your own hours are assumed: mon-fri 9-17. If they are others, say online hours mon-thu 8-16"));
        await _team.Presses("ana", own, "Confirm");
        Assert.That(LineOf(await _team.Says("sam", "#team", "online"), "@Ana"), Does.EndWith("(hours set just now)"));
    }

    [Test]
    public async Task Of_whom_nobody_knows_where_they_are_nothing_is_guessed()
    {
        _team.Directory.Add("ana", null);
        var answer = await _team.Says("sam", "#team", "online");
        Assert.That(GroupOf(answer, "@Ana"), Is.EqualTo("Unknown"));
        Assert.That(LineOf(answer, "@Ana"), Is.EqualTo("@Ana: I don’t know their time zone"));

        await _team.Says("sam", "#team", "async zone Europe/Madrid");
        Assert.That(LineOf(await _team.Says("sam", "#team", "online"), "@Ana"), Does.StartWith("@Ana, 14:30 Europe/Madrid: at work"));
    }

    [Test]
    public async Task Who_left_the_workspace_is_not_listed()
    {
        _team.Directory.Add("ana", "Europe/Lisbon", isGone: true);

        Assert.That((await _team.Says("sam", "#team", "online")).Text, Does.Not.Contain("Ana"));
        Assert.That((await _team.Says("sam", "#team", "online ana")).Text, Does.StartWith("I can’t say when “ana” is around; ask them."));
    }

    [Test]
    public async Task A_name_that_several_have_is_asked_about()
    {
        _team.Directory.Add("anabel", "Europe/Lisbon", hours: "9-17");
        _team.Directory.Join("anabel", "#team");
        _team.Directory.Add("anatol", "Europe/Lisbon", hours: "9-17");
        _team.Directory.Join("anatol", "#team");
        var answer = await _team.Says("sam", "#team", "online @anab and @an");

        Assert.That(answer.Text, Does.Contain("“@an” could be several people"));
        Assert.That(answer.Labels, Has.Count.EqualTo(3));
        Assert.That((await _team.Presses("sam", answer, answer.Labels[2])).Text, Does.Contain("@Anabel").And.Contain("@Anatol"));
    }

    [Test]
    public async Task Of_more_than_forty_people_the_available_ones_are_listed_and_the_others_counted()
    {
        for (var n = 0; n < 30; n++)
        {
            _team.Directory.Add($"early{n:00}", "Europe/Lisbon", hours: "9-17");
            _team.Directory.Join($"early{n:00}", "#team");
            _team.Directory.Add($"late{n:00}", "Asia/Tokyo", hours: "10-17");
            _team.Directory.Join($"late{n:00}", "#team");
        }

        var answer = await _team.Says("sam", "#team", "online");
        Assert.That(answer.Text.Split('\n').Count(line => line.Contains("at work", StringComparison.Ordinal)), Is.EqualTo(33));
        Assert.That(answer.Text, Does.Contain("Outside hours: 33, the next is @Sam: Mon 9 Mar 2026, 08:00 America/Los_Angeles (in 1 h 30 min)").And.Not.Contain("Late00"));
    }

    [Test]
    public async Task Among_many_people_nothing_is_told_of_those_who_want_to_be_asked_either()
    {
        for (var n = 0; n < 40; n++)
        {
            _team.Directory.Add($"early{n:00}", "Europe/Lisbon", hours: "9-17");
            _team.Directory.Join($"early{n:00}", "#team");
        }

        await _team.Says("emi", "dm", "online share off");
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(answer.Text, Does.Contain("\nUnknown: 1").And.Not.Contain("@Emi"));
    }

    [Test]
    public async Task Those_who_are_listed_are_the_ones_who_are_asked_about()
    {
        for (var n = 0; n < 60; n++)
        {
            _team.Directory.Add($"x{60 - n:00}", "Europe/Lisbon", hours: "9-17");
            _team.Directory.Join($"x{60 - n:00}", "#team");
            _team.Presence.WillSay($"x{60 - n:00}", Activity.Active);
        }

        var answer = await _team.Says("sam", "#team", "online");
        var lines = answer.Text.Split('\n').Where(line => line.StartsWith("@X", StringComparison.Ordinal));
        Assert.That(lines.Count(line => line.Contains("active now", StringComparison.Ordinal)), Is.GreaterThan(30));
    }

    [Test]
    public async Task Whoever_wants_no_messages_at_night_still_comes_in_the_morning()
    {
        _team.Presence.WillSay("emi", Activity.Away);
        _team.Presence.Quiets("emi");
        var answer = await _team.Says("sam", "#team", "online");

        Assert.That(LineOf(answer, "@Emi"), Is.EqualTo("@Emi, 22:30 Asia/Tokyo: do not disturb; back Tue 10 Mar, 09:00 their time, which is Mon 9 Mar 2026, 17:00 America/Los_Angeles (in 10 h 30 min) (seen just now)"));
    }

    [TestCase("online away until 15:00", "@Ana, 13:30 Europe/Lisbon: away until 15:00 their time, which is Mon 9 Mar 2026, 08:00 America/Los_Angeles (in 1 h 30 min) (said just now)")]
    [TestCase("online away until friday", "@Ana, 13:30 Europe/Lisbon: away until Fri 13 Mar, 09:00 their time, which is Fri 13 Mar 2026, 02:00 America/Los_Angeles (in 3 days 19 h) (said just now)")]
    [TestCase("online away until friday because vacation", "@Ana, 13:30 Europe/Lisbon: away (vacation) until Fri 13 Mar, 09:00 their time, which is Fri 13 Mar 2026, 02:00 America/Los_Angeles (in 3 days 19 h) (said just now)")]
    [TestCase("online focus 2h", "@Ana, 13:30 Europe/Lisbon: focusing until 15:30 their time, which is Mon 9 Mar 2026, 08:30 America/Los_Angeles (in 2 h) (said just now)")]
    [TestCase("online focus 5h", "@Ana, 13:30 Europe/Lisbon: focusing until 18:30 their time, which is Mon 9 Mar 2026, 11:30 America/Los_Angeles (in 5 h); back Tue 10 Mar, 09:00 their time, which is Tue 10 Mar 2026, 02:00 America/Los_Angeles (in 19 h 30 min) (said just now)")]
    public async Task What_somebody_said_themselves_is_told_with_its_age(string said, string line)
    {
        await _team.Says("ana", "dm", said);

        Assert.That(LineOf(await _team.Says("sam", "#team", "online"), "@Ana"), Is.EqualTo(line));
    }

    [Test]
    public async Task An_absence_ends_when_it_was_said_to_also_where_focus_goes_on()
    {
        await _team.Says("ana", "dm", "online focus 2h");
        await _team.Says("ana", "dm", "online away until 14:30");

        Assert.That(LineOf(await _team.Says("sam", "#team", "online"), "@Ana"), Does.Contain("away until 14:30 their time").And.Contain("; back 15:30 their time"));
    }

    [Test]
    public async Task Whoever_is_not_in_the_channel_learns_of_nobody_in_it()
    {
        foreach (var line in new[] { "online", "online next", "online #oncall", "online overlap #oncall" })
        {
            var answer = await _team.Says("dana", "#oncall", line);
            Assert.That(answer.IsRefused, line);
            Assert.That(answer.Text, Does.Not.Contain("@Emi").And.Not.Contain("@Ben"), line);
        }
    }

    [Test]
    public async Task A_channel_that_can_not_be_read_is_said_to_be_missing()
    {
        _team.Directory.Silent.Add("#team");
        _team.Directory.Silent.Add("#general");
        var some = await _team.Says("sam", "dm", "online");
        Assert.That(some.Text, Does.Contain("@Emi").And.Not.Contain("@Dana").And.EndWith("Of 2 channels of yours I can’t see just now who is in them; their people may be missing here."));

        _team.Directory.Silent.Add("#oncall");
        Assert.That((await _team.Says("sam", "dm", "online")).Text, Does.StartWith("I can’t reach Slack just now"));
    }

    [Test]
    public async Task Nothing_is_reckoned_with_where_the_zone_is_unknown()
    {
        _team.Directory.Add("ana", null);

        Assert.That((await _team.Says("sam", "#team", "online ana")).Text, Is.EqualTo("@Ana: I don’t know their time zone"));
    }

    [Test]
    public async Task In_a_direct_message_the_answer_comes_at_once_and_gets_better_when_the_platform_has_told()
    {
        _team.AnswersByPost = true;
        _team.Presence.WillSay("emi", Activity.Active);
        var heard = await _team.Says("sam", "dm", "online");
        Assert.That(_team.Posts("@sam").Single(), Does.Contain("@Emi, 22:30 Asia/Tokyo: off until"));

        await _team.Dispatcher.Better(new Inbound(Team.Workspace, heard.Person, heard.In, null, "k", new InboundContent.Text("online")), heard.Answer, default);
        await _team.Settle();
        Assert.That(_team.Log.Failures, Is.Empty);
        Assert.That(_team.Posts("@sam").Single(), Does.Contain("@Emi, 22:30 Asia/Tokyo: active now"));
        Assert.That(_team.Database(), Does.Not.Contain("active now").And.Not.Contain("posted"));
    }

    [Test]
    public async Task Nothing_of_what_the_platform_sees_is_on_disk()
    {
        _team.Presence.WillSay("emi", Activity.Active);
        await _team.Says("sam", "#team", "online");
        await _team.Says("sam", "#team", "online @emi");
        _team.AnswersByPost = true;
        await _team.Says("sam", "#team", "online", key: "k1");
        await _team.Says("sam", "dm", "online @emi", key: "k2");
        _team.AnswersByPost = false;
        _team.Presence.WillSay("ana", Activity.Unknown);
        var unsaid = await _team.Says("sam", "#team", "online @emi @ana " + string.Join(' ', Enumerable.Range(0, 250).Select(n => $"ana{n}")), key: "k3");
        Assert.That(unsaid.Text, Does.Contain("active now"));

        Assert.That(_team.Database(), Does.Not.Contain("active now"));
    }

    [TestCase("online #nowhere", "“#nowhere” is no channel that you are in. Try: online #team")]
    [TestCase("online and", "That names nobody. Try: online @ana")]
    public async Task What_names_nobody_is_refused(string line, string said)
    {
        var answer = await _team.Says("sam", "#team", line);

        Assert.That((answer.IsRefused, answer.Text), Is.EqualTo((true, said)));
    }

    [Test]
    public async Task A_long_list_of_anything_does_no_harm()
    {
        var answer = await _team.Says("sam", "#team", "online " + string.Join(' ', Enumerable.Range(0, 300).Select(n => $"x{n}")));
        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Has.Length.LessThan(2_000));
    }

    private static string LineOf(Heard answer, string start) => answer.Text.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static string GroupOf(Heard answer, string start)
    {
        var lines = answer.Text.Split('\n').ToList();
        return lines.Take(lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal))).Last(line => !line.StartsWith('@'));
    }
}
