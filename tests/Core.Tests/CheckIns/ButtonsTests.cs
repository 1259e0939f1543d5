using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Old messages, and talk beside them, do nothing that nobody meant. It is Monday 2 March 2026.</summary>
public sealed class ButtonsTests : CheckInDiary
{
    private const string Line = "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi ask \"What is next?\"";

    [Test]
    public async Task Once_answered_only_the_latest_question_has_a_button()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 09:31");
        var first = Prompts("ben").Single();
        await Team.Presses("ben", first, "Snooze 1 h");
        await Until("2026-03-02 10:31");
        var followed = Team.TextOf(Team.Now(first));
        await Until("2026-03-02 16:00");
        await Answers("ben", "All");
        var messages = Team.Messages("@ben").Select(Team.Now).Where(message => !Team.TextOf(message).StartsWith("@Ana put you", StringComparison.Ordinal)).ToList();

        Assert.That(followed, Is.EqualTo("Daily — Mon 2 Mar 2026: I asked you again below."));
        Assert.That(messages, Has.Count.EqualTo(3));
        Assert.That(messages.Select(Team.TextOf), Is.All.EqualTo("✅ Daily — Mon 2 Mar 2026: answered."));
        Assert.That(messages.Select(message => string.Join(' ', message.Card.AllButtons.Select(button => button.Label))), Is.EqualTo(new[] { "", "Edit", "" }));
    }

    [Test]
    public async Task Whoever_left_has_no_part_in_the_run_any_more_whatever_they_press()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 15:00");
        var reminder = Team.Messages("@ben").Last(message => Team.TextOf(message).StartsWith('⏰'));
        await Team.Says("ben", "dm", "checkin leave Daily");
        var skipped = await Team.Does("ben", reminder.In, null, null, new InboundContent.Call(new SkipCheckIn(Run: "1 2026-03-02")));
        var answered = await Team.Does("ben", reminder.In, null, null, new InboundContent.Call(new AnswerCheckIn(Run: "1 2026-03-02")));

        Assert.That(Team.Now(reminder).Card.AllButtons, Is.Empty);
        Assert.That(skipped.Text, Does.StartWith("You have no part in that one any more."));
        Assert.That(answered.IsRefused);
        Assert.That(Team.TextOf(Root), Does.Not.Contain("@Ben"));
    }

    [Test]
    public async Task Talk_in_the_thread_is_an_answer_only_of_those_who_are_waited_for()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben @chidi @dana ask \"What is next?\" channel");
        await Until("2026-03-02 09:30");
        await Team.Does("ben", Root.In, null, null, new InboundContent.Call(new SkipCheckIn(Run: "1 2026-03-02")));
        var skipped = await Hears("ben", "nice, Ana!");
        var waiting = await Hears("chidi", "Docs");
        await Until("2026-03-02 18:00");
        var late = await Hears("dana", "Congrats on the launch");

        Assert.That(skipped.IsSilent && late.IsSilent);
        Assert.That(waiting.Text, Does.StartWith("Answered: Daily"));
        Assert.That(Thread(Roots()[0])[0], Is.EqualTo("@Chidi\nWhat is next?: Docs"));
        Assert.That(Thread(Roots()[0]), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_was_said_without_names_only_can_be_neither_edited_nor_taken_back()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale)");
        await Until("2026-03-02 09:30");
        var answered = await Answers("ben", "5");
        var edit = await Team.Says("ben", "dm", "checkin edit Pulse");

        Assert.That(answered.Text, Is.EqualTo("Answered: Pulse — Mon 2 Mar 2026. Nobody knows any more which answer is yours, so it stays as it is."));
        Assert.That(answered.Labels, Is.Empty);
        Assert.That(Prompts("ben"), Is.Empty);
        Assert.That(edit.Text, Does.StartWith("You answered Pulse — Mon 2 Mar 2026 without your name, so that stays as it is."));
    }

    [Test]
    public async Task Undo_says_what_stays_of_an_answer_that_was_partly_without_a_name()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 every day Lisbon for everyone ask \"Mood?\" (anonymous scale) \"What is next?\"");
        await Until("2026-03-02 09:30");
        var answered = await Answers("ben", "5", "More");

        Assert.That((await Team.Presses("ben", answered, "Undo")).Text, Is.EqualTo("Taken back: your answer of Mon 2 Mar 2026. What you said without your name stays."));
    }

    [Test]
    public async Task What_becomes_of_a_question_that_nobody_answered_speaks_of_no_answer()
    {
        await Sets("ana", Line);
        await Until("2026-03-02 15:00");
        var deleted = await Team.Says("ana", "#team", "checkin delete Daily");
        await Until("2026-03-02 15:20");

        Assert.That(deleted.Text, Is.EqualTo("Deleted: Daily. Nobody is asked any more, and its answers go in 15 min."));
        Assert.That(Team.Messages("@chidi").Select(Team.TextOf).Skip(1), Is.All.EqualTo("What was here was removed."));
    }

    private Task<Heard> Hears(string person, string text) => Team.Does(person, Roots()[0].In, Roots()[0].Id, null, new InboundContent.Call(new HearReply(text)));
}
