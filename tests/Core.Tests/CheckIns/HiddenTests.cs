using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What nobody learns from a check-in. It is Monday 2 March 2026.</summary>
public sealed class HiddenTests : CheckInDiary
{
    [Test]
    public async Task Why_tells_admins_nothing_of_channels_in_which_they_are_not()
    {
        Team.Directory.AddChannel("private", "ana", "ben");
        await Sets("ana", "checkin new Secret in #private at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"", "#private");
        await Until("2026-03-02 10:00");
        var asked = (await Team.Says("sam", "dm", "checkin why @ana")).Text;
        var none = (await Team.Says("sam", "dm", "checkin why @ana saturday")).Text;

        Assert.That(asked, Does.Not.Contain("Secret").And.Not.Contain("09:30"));
        Assert.That(none, Does.Not.Contain("Secret").And.Not.Contain("09:30"));
        Assert.That((await Team.Says("ana", "dm", "checkin why @ben")).Text, Does.Contain("Secret, Mon 2 Mar 2026"));
    }

    [Test]
    public async Task What_somebody_kept_in_a_channel_without_admins_is_told_and_left_to_its_members()
    {
        Team.Directory.AddChannel("private", "ana", "ben");
        await Sets("ana", "checkin new Layoffs in #private at 9:30 on weekdays Lisbon for everyone ask \"What is next?\"", "#private");
        await Until("2026-03-02 10:00");
        Team.Directory.Add("ana", "Europe/Lisbon", isGone: true);
        await Team.Does("ben", Team.Place("#private"), null, null, new InboundContent.Call(new PersonLeft(TestDirectory.IdOf("ana"))));
        var listed = (await Team.Says("ben", "#private", "checkin list")).Text;
        var paused = await Team.Says("ben", "#private", "checkin pause Layoffs");

        Assert.That(Team.Posts("@sam"), Is.Empty);
        Assert.That(Team.Posts("#private"), Has.Some.StartsWith("@Ana left, so Layoffs in #private is its members’ to keep now."));
        Assert.That(listed, Does.Contain("kept by its members"));
        Assert.That(paused.Text, Does.StartWith("Paused: Layoffs."));
        Assert.That((await Team.Says("sam", "dm", "checkin status Layoffs")).Text, Does.StartWith("There are no check-ins here yet."));
    }

    [Test]
    public async Task Where_very_many_are_waited_for_those_who_share_nothing_are_in_no_count_and_nobody_is_looked_up_one_by_one()
    {
        var many = Enumerable.Range(1, 400).Select(number => $"p{number}").ToArray();
        foreach (var person in many)
            Team.Directory.Add(person, "Europe/Lisbon");
        Team.Directory.AddChannel("crowd", [.. many, "sam"]);
        foreach (var person in many.TakeLast(3))
            await Team.Says(person, "dm", "online share off");
        await Sets("sam", "checkin new Daily in #crowd at 9:30 every day Lisbon for everyone ask \"What is next?\"", "#crowd");
        await Until("2026-03-02 09:45");
        await Team.Says("p7", "dm", "checkin answer All");
        var reads = Team.Store.Reads;
        await Until("2026-03-02 09:50");
        reads = Team.Store.Reads - reads;
        var shown = Team.TextOf(Roots("#crowd").Single());
        await Team.Says("p400", "dm", "online share on");
        await Until("2026-03-02 09:55");

        Assert.That(shown, Does.Contain("Answered: 1 of 398: @P7"));
        Assert.That(reads, Is.LessThan(60));
        Assert.That(Team.TextOf(Roots("#crowd").Single()), Does.Contain("Answered: 1 of 399: @P7"));
    }

    [Test]
    public async Task Of_whoever_shares_nothing_no_answer_tells_when_their_day_begins()
    {
        await Team.Says("emi", "dm", "online share off");
        var made = await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @emi ask \"What is next?\"");
        var status = await Team.Says("ana", "#team", "checkin status Daily");
        var coming = await Team.Says("ana", "dm", "checkin why @emi");
        await Until("2026-03-03 03:00");
        var asked = await Team.Says("ana", "dm", "checkin why @emi 3 march");
        await Team.Says("emi", "dm", "checkin snooze Daily");
        var snoozed = await Team.Says("ana", "dm", "checkin why @emi 3 march");
        await Team.Says("ana", "#team", "checkin pause Daily");
        var resumed = await Team.Says("ana", "#team", "checkin resume Daily");

        foreach (var heard in new[] { made, status, coming, asked, snoozed, resumed })
            Assert.That(heard.Text, Does.Not.Match(@"\d\d:\d\d").And.Not.Contain("Tokyo"), heard.Text);
        Assert.That(made.Text, Does.EndWith("The first is asked at their own time."));
        Assert.That(asked.Text, Does.StartWith("On record of @Emi:\nDaily, Tue 3 Mar 2026\nat their own time; only they can say more"));
        Assert.That(snoozed.Text, Does.StartWith("On record of @Emi:\nDaily, Tue 3 Mar 2026\nasked by direct message\nit arrived\nsnoozed"));
        Assert.That((await Team.Says("emi", "dm", "checkin why 3 march")).Text, Does.Contain("09:30:00 asked by direct message"));
    }

    [Test]
    public async Task Of_whoever_shares_nothing_the_run_shows_only_what_they_did_and_at_its_end_that_they_did_not_answer()
    {
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi ask \"What is next?\"");
        await Until("2026-03-03 01:00");
        var (roots, status) = (Roots().Count, (await Team.Says("ana", "#team", "checkin status Daily")).Text);
        var report = (await Team.Says("ana", "#team", "checkin report Daily 3 march")).Text;
        await Until("2026-03-03 12:00");
        var later = Team.TextOf(Root);
        await Until("2026-03-03 18:00");

        Assert.That(roots, Is.EqualTo(1), "only Monday's");
        Assert.That(status, Does.Not.Contain("Emi").And.Not.Contain("Tue 3 Mar 2026\n"));
        Assert.That(report, Does.StartWith("Daily did not ask on Tue 3 Mar 2026."));
        Assert.That(later, Does.Contain("Answered: 0 of 1\nStill open: @Ana").And.Not.Contain("Emi"));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Emi."));
        Assert.That(Team.TextOf(Root), Does.Contain("No answer: @Ana, @Emi"));
    }

    [Test]
    public async Task Of_whoever_shares_nothing_no_preview_status_count_or_date_changes_when_their_time_comes()
    {
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi @dana ask \"What is next?\"");
        await Until("2026-03-02 14:59");
        var atMidnight = await Whys();
        await Until("2026-03-02 15:01");
        Assert.That(await Whys(), Is.EqualTo(atMidnight));
        await Until("2026-03-03 00:29");
        var before = await Seen();
        await Until("2026-03-03 00:31");
        Assert.That(await Seen(), Is.EqualTo(before));
        await Until("2026-03-03 08:29");
        before = await Seen();
        await Until("2026-03-03 08:31");
        Assert.That(await Seen(), Is.EqualTo(before));
        await Until("2026-03-03 09:31");
        Assert.That(Team.TextOf(Root), Does.Contain("Answered: 0 of 2\nStill open: @Ana, @Dana"));
        Assert.That(before, Has.Some.Contains("@Emi: at their own time; ask them"));

        async Task<string> Whys() => (await Team.Says("ana", "dm", "checkin why @emi")).Text;

        async Task<List<string>> Seen()
        {
            var seen = new List<string> { string.Join('\n', Team.Posts("#team")), await Whys() };
            foreach (var line in new[] { "checkin preview Daily 2", "checkin status Daily", "checkin report Daily 3 march" })
                seen.Add(System.Text.RegularExpressions.Regex.Replace((await Team.Says("ana", "#team", line)).Text, @" \(in [^)]*\)", ""));
            return seen;
        }
    }

    [Test]
    public async Task What_whoever_shares_nothing_answers_begins_the_message()
    {
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi ask \"What is next?\"");
        await Until("2026-03-03 01:00");
        await Team.Says("emi", "dm", "checkin answer Docs");

        Assert.That(Team.TextOf(Root), Does.StartWith("Daily — Tue 3 Mar 2026").And.Contain("Answered: 1 of 1: @Emi"));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Emi\nWhat is next?: Docs" }));
    }

    [Test]
    public async Task An_early_answer_of_whoever_shares_nothing_begins_no_message_when_their_time_comes()
    {
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi ask \"What is next?\"");
        await Until("2026-03-02 18:00");
        await Team.Says("emi", "dm", "checkin answer Docs");
        await Until("2026-03-03 09:29");
        var before = Roots().Count;
        await Until("2026-03-03 09:31");

        Assert.That((before, Roots().Count), Is.EqualTo((1, 2)));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Emi (early)\nWhat is next?: Docs" }));
    }

    [Test]
    public async Task Of_whoever_shares_nothing_nobody_learns_that_they_moved_to_where_the_window_has_passed()
    {
        Team.Directory.Add("emi", "America/New_York");
        Team.Directory.Add("chidi", "America/New_York");
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi @chidi ask \"What is next?\"");
        await Until("2026-03-03 10:00");
        Team.Directory.Add("emi", "Asia/Tokyo");
        Team.Directory.Add("chidi", "Asia/Tokyo");
        await Team.Says("emi", "dm", "online zone Asia/Tokyo");
        await Team.Says("chidi", "dm", "online zone Asia/Tokyo");
        await Until("2026-03-03 10:40");
        var own = (await Team.Says("emi", "dm", "checkin why 3 march")).Text;
        var (open, file) = (Team.TextOf(Root), await Exported());
        await Until("2026-03-04 00:00");

        Assert.That(own, Does.Contain("not asked"));
        Assert.That(open, Does.Contain("Not asked: @Chidi").And.Not.Contain("Emi"));
        Assert.That(file, Does.Contain("Chidi").And.Not.Contain("Emi"));
        Assert.That(Team.TextOf(Root), Does.Contain("Closed.").And.Contain("Not asked: @Chidi").And.Not.Contain("Emi"));
        Assert.That(await Exported(), Does.Contain("Chidi").And.Not.Contain("Emi"));

        async Task<string> Exported()
        {
            await Team.Says("ana", "dm", "checkin export csv Daily");
            var rows = Team.Messages("@ana").Last(message => message.File is not null).File!.Split('\n');
            return string.Join('\n', rows.Where(row => row.Contains("2026-03-03", StringComparison.Ordinal)));
        }
    }

    [Test]
    public async Task Of_two_questions_without_names_each_counts_when_it_is_answered()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale) \"Load?\" (anonymous scale) \"What is next?\"");
        await Until("2026-03-02 09:30");
        foreach (var person in new[] { "ana", "ben", "chidi", "dana" })
        {
            var form = await Team.Presses(person, Root, "Answer");
            var answered = await Team.Submits(person, form, ("answers.1", "5"), ("answers.3", "More"));
            var edit = await Team.Presses(person, answered, "Edit");
            Assert.That(edit.Form!.Inputs.Select(input => input.Name), Is.EqualTo(new[] { "answers.2", "answers.3" }));
            await Team.Submits(person, edit, ("answers.2", "2"), ("answers.3", "More"));
        }

        Assert.That(Team.TextOf(Root), Does.Contain("Mood?: 5.0 of 5 (4 answers)").And.Contain("Load?: 2.0 of 5 (4 answers)"));
        Assert.That((await Team.Says("ana", "dm", "checkin edit Pulse")).Form!.Inputs.Select(input => input.Name), Is.EqualTo(new[] { "answers.3" }));
    }
}
