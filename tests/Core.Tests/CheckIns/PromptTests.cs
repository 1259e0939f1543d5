using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What the question says of how it is answered, and what becomes of what was typed. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class PromptTests : CheckInDiary
{
    private const string Pulse = "checkin new Pulse in #team at 9:30 on weekdays Lisbon for @ana @ben @chidi @dana ask "
        + "\"Which? (choice: red, green)\" \"What is next?\" \"Mood? (scale)\" \"How safe? (anonymous scale)\"";

    [Test]
    public async Task The_question_says_what_it_takes()
    {
        await Sets("ana", Pulse);
        await Until("2026-03-02 09:30");

        Assert.That(Team.TextOf(Prompts("ana")[0]), Does.Contain(
            "1. Which? (red, green)\n2. What is next?\n3. Mood? (1 to 5)\n4. How safe? (1 to 5, without your name)"));
        Assert.That(Team.TextOf(Root), Does.Contain(
            "1. Which? (red, green)\n2. What is next?\n3. Mood? (1 to 5)\n4. How safe? (1 to 5, without names)"));
    }

    [TestCase("red", "red", null, null)]
    [TestCase("GREEN; Ship it", "green", "Ship it", null)]
    [TestCase(";;5", null, null, "5")]
    [TestCase("Ship it", null, "Ship it", null)]
    public async Task What_was_typed_stands_in_the_form_where_it_belongs(string typed, string? which, string? next, string? mood)
    {
        await Sets("ana", Pulse);
        await Until("2026-03-02 09:30");
        var form = await Team.Says("ana", "dm", $"checkin answer {typed}");

        Assert.That(form.Form!.Inputs.Take(3).Select(input => input.Value), Is.EqualTo(new[] { which, next, mood }));
    }

    [Test]
    public async Task What_belongs_nowhere_is_shown_beside_the_form()
    {
        await Sets("ana", "checkin new Pulse in #team at 9:30 on weekdays Lisbon for @ana ask \"Which? (choice: red, green)\" \"Mood? (scale)\"");
        await Until("2026-03-02 09:30");
        var form = await Team.Says("ana", "dm", "checkin answer blue");

        Assert.That(form.Form!.Beside!.Select(line => string.Concat(line.Parts.OfType<Core.Messages.Said>().Select(said => said.Text))), Has.Some.EqualTo("blue"));
    }

    [Test]
    public async Task A_late_answer_can_not_be_edited_and_so_no_button_says_that_it_can()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana ask \"What is next?\"");
        await Until("2026-03-02 18:00");
        await Answers("ana", "Late");
        await Until("2026-03-03 10:00");
        await Answers("ana", "In time");

        Assert.That(Team.Now(Prompts("ana")[^1]).Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Edit" }));
        Assert.That(Team.Messages("@ana").Single(message => Team.TextOf(message).StartsWith("✅ Daily — Mon 2", StringComparison.Ordinal)).Card.AllButtons, Is.Empty);
    }
}
