using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Something is taken back while somebody else answers it, or is being asked. It is Monday 2 March 2026.</summary>
public sealed class UndoAtTheSameMomentTests : CheckInDiary
{
    private const string Two = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask \"What is next?\"";

    [Test]
    public async Task An_answer_that_is_given_at_the_moment_at_which_a_run_is_taken_back_keeps_it()
    {
        await Sets("ana", Two);
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        Team.Delivers = false;
        Team.Store.BeforeCommit = async _ =>
        {
            Team.Store.BeforeCommit = null;
            await Team.Says("ben", "dm", "checkin answer Typed with care");
        };
        await Team.Presses("ana", ran, "Undo");
        Team.Delivers = true;
        await Team.Settle();

        await AssertThatItStays();
    }

    [Test]
    public async Task An_answer_that_is_kept_behind_all_that_follows_when_a_run_is_taken_back_brings_it_back()
    {
        await Sets("ana", Two);
        Team.Delivers = false;
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        Team.Store.BeforeCommit = async _ =>
        {
            Team.Store.BeforeCommit = null;
            await Team.Presses("ana", ran, "Undo");
            await Team.Settle();
        };
        var answer = new AnswerCheckIn("Typed with care", "1 2026-03-02+1");
        await Team.Does("ben", TestKit.Team.Place("dm", "ben"), null, null, new InboundContent.Call(answer));
        Team.Delivers = true;
        await Until("2026-03-02 09:10");

        await AssertThatItStays();
    }

    [Test]
    public async Task An_answer_that_is_given_at_the_moment_at_which_a_new_check_in_is_taken_back_keeps_it()
    {
        await Until("2026-03-02 09:25");
        var made = await Sets("ana", Two);
        await Until("2026-03-02 09:31");
        Team.Delivers = false;
        Team.Store.BeforeCommit = async _ =>
        {
            Team.Store.BeforeCommit = null;
            await Team.Says("ben", "dm", "checkin answer Typed with care");
        };
        await Team.Presses("ana", made, "Undo");
        Team.Delivers = true;
        await Team.Settle();

        Assert.That(Team.Posts("@ana")[^1], Does.StartWith("Others have answered in Daily since, so it stays, and so does what they wrote."));
        Assert.That(Team.Posts("@ben")[^1], Does.StartWith("@Ana put you in the check-in Daily"));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: Typed with care" }));
        await Until("2026-03-03 10:00");
        Assert.That(Roots(), Has.Count.EqualTo(2));
        Assert.That(Prompts("ben"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Whoever_was_just_being_asked_when_a_run_was_taken_back_keeps_no_question()
    {
        await Sets("ana", Two);
        Team.Delivers = false;
        var ran = await Team.Says("ana", "#team", "checkin run Daily");
        Team.Store.BeforeCommit = async batch =>
        {
            if (batch.Writes.OfType<PutDocument>().All(write => write.Kind != "checkin.entry"))
                return;
            Team.Store.BeforeCommit = null;
            await Team.Presses("ana", ran, "Undo");
            await Task.WhenAll(await Team.Runner.Start(Team.Clock.GetCurrentInstant(), CancellationToken.None));
        };
        Team.Delivers = true;
        await Team.Settle();
        await Until("2026-03-02 09:10");

        Assert.That(Team.Database(), Does.Not.Contain("checkin.entry"));
        Assert.That(Team.Messages("@ben").SelectMany(message => Team.Now(message).Card.AllButtons).Select(button => button.Label), Has.None.EqualTo("Answer"));
    }

    private async Task AssertThatItStays()
    {
        Assert.That(Team.Posts("@ana"), Has.Some.StartsWith(
            "Others have answered in Daily — Mon 2 Mar 2026 (extra run) since, so it stays, and so does what they wrote."));
        Assert.That(Thread(Root), Is.EqualTo(new[] { "@Ben\nWhat is next?: Typed with care" }));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily 2026-03-02")).Text, Does.Contain("Typed with care").And.Contain("Still open: @Ana"));
        Assert.That(Team.Messages("@ana").Count(prompt => Team.Now(prompt).Card.AllButtons.Any(button => button.Label == "Skip today")), Is.EqualTo(1));
    }
}
