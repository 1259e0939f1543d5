using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>What is understood, and what is answered to what is not. It is Monday 2 March 2026, 09:00 in Lisbon and 04:00 in New York.</summary>
public sealed class DueReadingTests : DueDiary
{
    [TestCase("due Send the deck by friday 5pm", "#1: Send the deck — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h).")]
    [TestCase("due add Send the deck by friday", "#1: Send the deck — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h).")]
    [TestCase("remind me to call Bob tomorrow at 10", "#1: call Bob — I remind you on Tue 3 Mar 2026, 10:00 Europe/Lisbon (in 1 day 1 h).")]
    [TestCase("remind me in 20 minutes to check the oven", "#1: check the oven — I remind you on Mon 2 Mar 2026, 09:20 Europe/Lisbon (in 20 min).")]
    [TestCase("due Stretch every weekday at 15:00", "#1: Stretch — every weekday at 15:00 Europe/Lisbon, next Mon 2 Mar 2026, 15:00 Europe/Lisbon (in 6 h).")]
    [TestCase("due Send the report by every friday at 16:00", "#1: Send the report — every Friday at 16:00 Europe/Lisbon, next Fri 6 Mar 2026, 16:00 Europe/Lisbon (in 4 days 7 h).")]
    [TestCase("due Send the deck for @ben by friday 17:00", "#1 for @Ben: Send the deck — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h). "
        + "That is Fri 6 Mar 2026, 12:00 America/New_York (in 4 days 8 h) for @Ben. I told them.")]
    [TestCase("remind @ben to send the deck by friday 17:00", "#1 for @Ben: send the deck — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h). "
        + "That is Fri 6 Mar 2026, 12:00 America/New_York (in 4 days 8 h) for @Ben. I told them.")]
    [TestCase("due Water the plants tomorrow at 9 for #team", "#1 for #team: Water the plants — I remind #team on Tue 3 Mar 2026, 09:00 Europe/Lisbon (in 1 day).")]
    [TestCase("due Post the #notes by friday 17:00 for #team", "#1 for #team: Post the #notes — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h).")]
    public async Task It_is_read_back(string line, string answer) =>
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.StartWith(answer));

    [TestCase("due Send the deck", "It does not say when. Try: /due add Send the deck tomorrow at 9:30, or for a deadline: /due add Send the deck by friday 5pm")]
    [TestCase("due tomorrow at 9", "It does not say what. Try: /due add Send the deck by friday 5pm")]
    [TestCase("due Send the deck yesterday at 5pm", "“yesterday at 5pm” is past. Try: /due add Send the deck tomorrow at 9:30")]
    [TestCase("due Send the deck by friday for @nobody", "I know nobody here by the name “@nobody”. Try: /due add Send the deck by friday 5pm for @Ben")]
    [TestCase("due Send the deck at 9 tomorrow remind 3h before", "Only a deadline has reminders before it, and a deadline says by when.")]
    [TestCase("due show 7", "There is no due item 7 here. Try: /due list")]
    [TestCase("due done 7", "There is no due item 7 here. Try: /due list")]
    public async Task What_is_wrong_gets_one_sentence_and_an_example(string line, string answer)
    {
        var heard = await Team.Says("ana", "#team", line);

        Assert.That(heard.Text, Does.StartWith(answer.Replace("/due", "due", StringComparison.Ordinal)));
        Assert.That(heard.IsRefused);
    }

    [Test]
    public async Task What_lacks_a_time_gets_one_by_a_press_and_keeps_whom_it_is_for()
    {
        var asked = await Team.Says("ana", "#team", "due Send the deck for @ben");

        Assert.That((await Team.Presses("ana", asked, "By friday 17:00")).Text, Does.StartWith("#1 for @Ben: Send the deck — due Fri 6 Mar 2026, 17:00 Europe/Lisbon"));
    }

    [Test]
    public async Task What_is_wrong_can_be_corrected_without_typing_it_again()
    {
        var wrong = await Team.Says("ana", "dm", "due Send the deck yesterday at 5pm");

        var form = await Team.Presses("ana", wrong, "Correct it");

        Assert.That(form.Form!.Inputs.Single(input => input.Name == "text").Value, Is.EqualTo("Send the deck yesterday at 5pm"));
    }

    [Test]
    public async Task A_day_without_a_time_begins_with_the_work_of_whom_it_is_for()
    {
        var answer = await Team.Says("ana", "dm", "remind @ben about the invoice on thursday");

        Assert.That(answer.Text, Does.StartWith("#1 for @Ben: the invoice — I remind @Ben on Thu 5 Mar 2026, 14:00 Europe/Lisbon (in 3 days 5 h). That is Thu 5 Mar 2026, 09:00"));
    }

    [Test]
    public async Task Who_may_not_answer_gets_no_button_for_it()
    {
        await Team.Says("dana", "#team", "due Send the deck by friday 17:00 for @ben");

        var listed = await Team.Says("ana", "#team", "due list #team");

        Assert.That(listed.Text, Does.Contain("#1 Send the deck").And.Contain("for @Ben, asked by @Dana"));
        Assert.That(listed.Labels, Is.EqualTo(new[] { "Add" }));
    }

    [Test]
    public async Task A_message_is_kept_with_its_link()
    {
        var message = Team.Writes("ben", "#team", "Who orders the badges?");

        var asked = await Team.Picks("ana", message, "Remind me about this");
        var saved = await Team.Presses("ana", asked, "In 1 h");

        Assert.That(asked.Text, Is.EqualTo("When shall I remind you of “Who orders the badges?”?"));
        Assert.That(asked.Labels, Is.EqualTo(new[] { "In 1 h", "This afternoon", "Tomorrow morning", "Pick a time" }));
        Assert.That(saved.Text, Does.StartWith("#1: Who orders the badges? — I remind you on Mon 2 Mar 2026, 10:00 Europe/Lisbon (in 1 h)."));
        await ClockTo("2026-03-02 10:00");
        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[] { $"⏰ #1 Who orders the badges?, from this message (https://chat.example/{message.Id})" }));
    }

    [Test]
    public async Task A_time_for_a_message_can_be_typed()
    {
        var message = Team.Writes("ben", "#team", "Who orders the badges?");

        var form = await Team.Presses("ana", await Team.Picks("ana", message, "Remind me about this"), "Pick a time");
        var saved = await Team.Submits("ana", form, ("text", "by friday 5pm"));

        Assert.That(saved.Text, Does.StartWith("#1: Who orders the badges? — due Fri 6 Mar 2026, 17:00 Europe/Lisbon (in 4 days 8 h)."));
    }

    [Test]
    public async Task Several_people_get_one_item_each()
    {
        var answer = await Team.Says("ana", "#team", "due Read the draft by friday 17:00 for @ben and @emi");

        Assert.That(answer.Text, Does.Contain("#1 for @Ben: Read the draft").And.Contain("#2 for @Emi: Read the draft"));
        Assert.That(Team.Posts("@ben"), Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@emi"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_long_text_is_kept_to_the_letter()
    {
        var text = string.Join(' ', Enumerable.Range(1, 1_500).Select(number => $"w{number}"));

        await Team.Says("ana", "dm", $"due {text} tomorrow at 10");

        Assert.That((await Team.Says("ana", "dm", "due show 1")).Text, Does.Contain(text));
    }

    [Test]
    public async Task A_reminder_that_was_asked_for_on_a_free_day_comes_on_it()
    {
        await ClockTo("2026-03-07 12:00");

        var answer = await Team.Says("ana", "dm", "due Ship by sunday 20:00 remind 1h before");

        Assert.That(answer.Text, Does.Contain("I remind you before: Sun 8 Mar 2026, 19:00 Europe/Lisbon"));
        Assert.That(await TimesUntil("2026-03-08 21:00", "@ana", "Europe/Lisbon"), Is.EqualTo(new[] { "Sun 8 Mar 19:00", "Sun 8 Mar 20:00" }));
        Assert.That((await Team.Says("ana", "dm", "due Ship by 23:00 remind 5h before")).Text, Does.Contain("That is too soon for a reminder before it."));
    }

    [Test]
    public async Task For_whom_may_stand_before_the_channel()
    {
        var answer = await Team.Says("ana", "dm", "remind @ben to ship it tomorrow at 10:00 in #team");

        Assert.That(answer.Text, Does.StartWith("#1 for @Ben: ship it — I remind @Ben on Tue 3 Mar 2026, 10:00 Europe/Lisbon"));
        Assert.That((await Team.Says("emi", "#team", "due list #team")).Text, Does.Contain("#1 ship it"));
    }

    [Test]
    public async Task Other_lead_times_take_the_place_of_the_usual()
    {
        await Team.Says("ana", "dm", "due Send the deck by friday 17:00 remind 2 days and 3h before");

        Assert.That(await TimesUntil("2026-03-06 18:00", "@ana", "Europe/Lisbon"), Is.EqualTo(new[] { "Wed 4 Mar 17:00", "Fri 6 Mar 14:00", "Fri 6 Mar 17:00" }));
    }
}
