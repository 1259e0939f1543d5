using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>What an admin says for somebody, and what both of them hear.</summary>
public sealed partial class GoAwayTests
{
    [Test]
    public async Task Picked_people_are_found_by_id_and_keep_their_names_in_the_reason()
    {
        var (ana, ben) = (Picked.Of(TestDirectory.IdOf("ana"), "Ana"), Picked.Of(TestDirectory.IdOf("ben"), "Benny"));
        var answer = await _team.Says("sam", "#team", $"online away {ana} until friday because (asked by {ben}) her train is late");

        Assert.That(answer.Text, Does.StartWith("@Ana is away"));
        Assert.That((await Of("ana")).Absences.Single().Reason, Is.EqualTo("(asked by @Benny) her train is late"));
    }

    [Test]
    public async Task A_picked_name_of_several_words_is_one_name()
    {
        await _team.Says("sam", "#team", $"online away {Picked.Of(TestDirectory.IdOf("ana"), "Ana Maria da Silva")} until friday");

        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(1));
        Assert.That((await _team.Says("sam", "#team", $"online back {Picked.Of(TestDirectory.IdOf("ana"), "Ana Maria da Silva")}")).Text, Does.StartWith("@Ana is no longer away."));
    }

    [TestCase("online away ZOE until friday")]
    [TestCase("online away ANA until ZOE")]
    [TestCase("online away ANA from ZOE until friday")]
    [TestCase("online away until ZOE")]
    [TestCase("online away ANA for ZOE")]
    [TestCase("online back ZOE")]
    [TestCase("online back ANA ZOE")]
    [TestCase("online back and ZOE")]
    [TestCase("online holiday ZOE day")]
    [TestCase("online holiday list from ZOE")]
    [TestCase("online holiday list from tomorrow ZOE")]
    [TestCase("online holiday 5 may Party with ZOE")]
    [TestCase("online holiday 5 may Party for ZOE")]
    [TestCase("online holiday 5 may Party for ZOE,")]
    public async Task Whoever_was_picked_is_quoted_by_name(string line)
    {
        _team.Directory.Add("zoe", "Europe/Paris");
        line = line
            .Replace("ZOE", Picked.Of(TestDirectory.IdOf("zoe"), "Zoe Z"), StringComparison.Ordinal)
            .Replace("ANA", Picked.Of(TestDirectory.IdOf("ana"), "Ana"), StringComparison.Ordinal);
        foreach (var person in new[] { "sam", "ben" })
        {
            var answer = await _team.Says(person, "#team", line);
            Assert.That(answer.IsRefused, answer.Text);
            Assert.That(answer.Text, Does.Not.Match("U-zoe|[\uE0F0-\uE0F2]"));
        }
    }

    [Test]
    public async Task An_admin_may_say_it_for_somebody_who_is_told_and_can_take_it_back()
    {
        var answer = await _team.Says("sam", "#team", "online away @ana until friday because she is ill");

        Assert.That(answer.Text, Is.EqualTo(
            "@Ana is away through Thu 5 Mar 2026, back Fri 6 Mar 2026, 01:00 America/Los_Angeles (in 4 days) (for them Fri 6 Mar 2026, 09:00 Europe/Lisbon). Colleagues see why: “she is ill”. I told them."));
        Assert.That(_team.Posts("@ana"), Is.EqualTo(new[] { "@Sam noted that you are away through Thu 5 Mar 2026, back Fri 6 Mar 2026, 09:00 Europe/Lisbon (in 4 days), because “she is ill”." }));
        Assert.That((await Of("ana")).Absences.Single().By, Is.EqualTo(TestDirectory.IdOf("sam")));

        var back = await _team.Presses("ana", _team.LastPost("@ana"), "Take it back");
        Assert.That(back.IsRefused, Is.False);
        Assert.That((await Of("ana")).Absences, Is.Empty);
        Assert.That((await _team.Presses("sam", answer, "Undo")).Text, Does.StartWith("That absence is gone already."));
    }

    [Test]
    public async Task An_admin_takes_it_back_by_Undo_and_the_person_is_told()
    {
        var answer = await _team.Says("sam", "#team", "online away @ana until friday 17:00");
        Assert.That(answer.Text, Does.Contain("until Fri 6 Mar 2026, 17:00 America/Los_Angeles (in 4 days 16 h) (for them Sat 7 Mar 2026, 01:00 Europe/Lisbon)"));
        await _team.Presses("sam", answer, "Undo");

        Assert.That((await Of("ana")).Absences, Is.Empty);
        Assert.That(_team.Posts("@ana")[^1], Does.StartWith("@Sam took back that you are away:"));
    }

    [Test]
    public async Task What_somebody_said_themselves_stays_beside_what_an_admin_says()
    {
        await _team.Says("ana", "#team", "online away until friday because I marry");
        await _team.Advance(Duration.FromHours(1));
        var answer = await _team.Says("sam", "#team", "online away @ana until wednesday");
        Assert.That((await Of("ana")).Absences.Select(each => each.Reason), Is.EqualTo(new[] { "I marry", "" }));

        await _team.Presses("ana", _team.LastPost("@ana"), "Take it back");
        Assert.That((await Of("ana")).Absences.Single().Reason, Is.EqualTo("I marry"));
        Assert.That(answer.Text, Does.Contain("back Fri 6 Mar 2026"));
    }

    [Test]
    public async Task An_admin_s_second_word_takes_the_place_of_the_first_and_the_person_hears_what_goes_and_what_comes_back()
    {
        await _team.Says("sam", "#team", "online away @ana until friday because ill");
        await _team.Advance(Duration.FromHours(1));
        var answer = await _team.Says("sam", "#team", "online away @ana until wednesday");

        Assert.That((await Of("ana")).Absences, Has.Count.EqualTo(1));
        Assert.That(_team.Posts("@ana")[^1], Does.Contain("away through Tue 3 Mar 2026").And.Contain(
            "This takes the place of: Mon 2 Mar 2026, 09:00 Europe/Lisbon (1 h ago) through Thu 5 Mar 2026, because “ill” (said by @Sam)."));

        var undone = await _team.Presses("sam", answer, "Undo");
        Assert.That(undone.IsRefused, Is.False);
        Assert.That((await Of("ana")).Absences.Single().Reason, Is.EqualTo("ill"));
        Assert.That(_team.Posts("@ana")[^1], Does.StartWith("@Sam took back what they noted of you. You are away as before: Mon 2 Mar 2026").And.Contain("“ill”").And.Contain("No longer: Mon 2 Mar 2026"));
    }

    [Test]
    public async Task A_day_that_is_over_where_they_live_is_refused()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 3, 1, 0));
        var answer = await _team.Says("sam", "#team", "online away @emi today");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo("That is over already where they live; a date would be clear. Try: online away @ana until 2026-03-05"));
        Assert.That((await _team.Says("sam", "#team", "online away @emi until 2026-03-05")).Text, Is.EqualTo(
            "@Emi is away through Wed 4 Mar 2026, back Wed 4 Mar 2026, 16:00 America/Los_Angeles (in 1 day 23 h) (for them Thu 5 Mar 2026, 09:00 Asia/Tokyo). I told them."));
    }

    [TestCase("for 1 day", "2026-03-04")]
    [TestCase("for 2 days", "2026-03-05")]
    [TestCase("2 days", "2026-03-05")]
    [TestCase("for a week", "2026-03-10")]
    [TestCase("for 2 days from wednesday", "2026-03-06")]
    public async Task Days_are_counted_from_the_day_that_it_is_where_they_live(string words, string end)
    {
        await _team.ClockTo(Instant.FromUtc(2026, 3, 3, 3, 0)); // Monday 19:00 for Sam, Tuesday 12:00 for Emi
        var answer = await _team.Says("sam", "#team", $"online away @emi {words}");

        Assert.That(answer.IsRefused, Is.False, answer.Text);
        Assert.That($"{(await Of("emi")).Absences.Single().To:uuuu-MM-dd}", Is.EqualTo(end));
    }

    [Test]
    public async Task The_admin_s_other_reading_is_about_the_same_person()
    {
        var answer = await _team.Says("sam", "#team", "online away @ana until friday");
        await _team.Presses("sam", answer, "Friday too");

        Assert.That((await Of("ana")).Absences.Single().To, Is.EqualTo(new LocalDateTime(2026, 3, 7, 0, 0)));
        Assert.That((await Of("sam")).Absences, Is.Empty);
    }

    [Test]
    public async Task Whoever_left_or_is_unknown_or_shares_no_channel_is_nobody()
    {
        _team.Directory.Add("gina", "Europe/Paris", isGone: true);
        _team.Directory.Add("otto", "Europe/Paris");
        foreach (var name in new[] { "gina", "otto", "nobody" })
            Assert.That((await _team.Says("sam", "dm", $"online away @{name} until friday")).Text, Does.StartWith($"I know nobody here by the name “@{name}”. Try: online away until friday"));
    }

    [Test]
    public async Task Of_somebody_who_would_rather_be_asked_an_admin_learns_no_hours()
    {
        await _team.Says("ana", "dm", "online hours mon-fri 13-14");
        await _team.Says("ana", "dm", "online share off");

        Assert.That((await _team.Says("sam", "dm", "online away @ana until friday")).Text, Does.Not.Contain("13").And.Not.Contain("for them"));
        Assert.That(_team.LastPost("@ana") is var post ? _team.TextOf(post) : "", Does.Contain("13:00"));
        Assert.That((await _team.Says("sam", "dm", "online back @ana")).Text, Is.EqualTo("@Ana would rather be asked, so I leave that to them."));
    }

    [TestCase("until friday", "through Thu 5 Mar 2026.")]
    [TestCase("tomorrow", "on Tue 3 Mar 2026.")]
    [TestCase("2026-03-10", "on Tue 10 Mar 2026.")]
    [TestCase("today", "through Mon 2 Mar 2026.")]
    [TestCase("for 2 days", "through Tue 3 Mar 2026.")]
    [TestCase("until friday 15:00", "until Fri 6 Mar 2026, 15:00 America/Los_Angeles (in 4 days 14 h).")]
    [TestCase("from tomorrow to friday", "from Tue 3 Mar 2026 through Fri 6 Mar 2026.")]
    public async Task An_admin_learns_the_zone_of_nobody_who_would_rather_be_asked(string words, string said)
    {
        foreach (var (person, zone) in new[] { ("kiri", "Pacific/Kiritimati"), ("pago", "Pacific/Pago_Pago"), ("katy", "Asia/Kathmandu") })
        {
            _team.Directory.Add(person, zone);
            _team.Directory.Join(person, "#team");
            await _team.Says(person, "dm", "online share off");
            var answer = await _team.Says("sam", "#team", $"online away @{person} {words}");
            Assert.That(answer.Text, Does.Match($@"^@{person} (is|will be) away ".Replace(person, char.ToUpperInvariant(person[0]) + person[1..], StringComparison.Ordinal)).And.EndWith(said + " I told them."));
            var dropped = await _team.Presses("sam", answer, "Undo");
            Assert.That(dropped.Text, Does.Not.Contain(zone).And.StartsWith("Taken out for"));
        }
    }

    [Test]
    public async Task Who_would_rather_be_asked_still_sees_their_own_hours_and_nobody_sees_why()
    {
        await _team.Says("ana", "dm", "online share off");

        Assert.That((await _team.Says("ana", "dm", "online away until friday because rest")).Text, Is.EqualTo(
            "You are away through Thu 5 Mar 2026, back Fri 6 Mar 2026, 09:00 Europe/Lisbon (in 4 days). Nobody is told why: “rest”."));
        Assert.That((await _team.Says("ana", "dm", "online focus 2h")).Text, Does.EndWith("(in 2 h)."));
    }

    [Test]
    public async Task Of_several_with_the_same_name_each_is_a_button()
    {
        foreach (var person in new[] { "anna", "anne" })
        {
            _team.Directory.Add(person, "Europe/Lisbon");
            _team.Directory.Join(person, "#team");
        }

        var asked = await _team.Says("sam", "#team", "online away @ann from thursday to friday because ill");
        Assert.That(asked.IsRefused);
        Assert.That(asked.Text, Is.EqualTo("“@ann” could be several people; whom do you mean?"));
        Assert.That(asked.Labels, Is.EqualTo(new[] { "Anna (@U-anna)", "Anne (@U-anne)" }));
        await _team.Presses("sam", asked, "Anne (@U-anne)");
        Assert.That((await Of("anne")).Absences.Single().Reason, Is.EqualTo("ill"));
        await _team.Advance(Duration.FromDays(3));
        Assert.That((await _team.Presses("sam", await _team.Says("sam", "#team", "online back ann"), "Anne (@U-anne)")).Text, Is.EqualTo("@Anne is no longer away. I told them."));
    }
}
