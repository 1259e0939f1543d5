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
        Assert.That(asked.Text, Does.StartWith("Daily, Tue 3 Mar 2026\nasked by direct message\nit arrived"));
        Assert.That((await Team.Says("emi", "dm", "checkin why 3 march")).Text, Does.Contain("09:30:00 asked by direct message"));
    }

    [Test]
    public async Task Of_whoever_shares_nothing_the_run_shows_only_what_they_did_and_at_its_end_that_they_did_not_answer()
    {
        await Team.Says("emi", "dm", "online share off");
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @emi ask \"What is next?\"");
        await Until("2026-03-03 01:00");
        var (shown, status) = (Team.TextOf(Root), (await Team.Says("ana", "#team", "checkin status Daily")).Text);
        await Until("2026-03-03 12:00");
        var later = Team.TextOf(Root);
        await Until("2026-03-03 18:00");

        Assert.That(shown, Does.Contain("Tue 3 Mar").And.Not.Contain("Emi"));
        Assert.That(status, Does.Not.Contain("Emi"));
        Assert.That(later, Does.Contain("Still open: @Ana").And.Not.Contain("Emi"));
        Assert.That(Thread(Root)[^1], Is.EqualTo("Closed: 0 of 2 answered. No answer: @Ana, @Emi."));
        Assert.That(Team.TextOf(Root), Does.Contain("No answer: @Ana, @Emi"));
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
