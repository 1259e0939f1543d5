namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>A form in which nothing was filled in. It is Monday 2 March 2026.</summary>
public sealed class EmptyFormTests : CheckInDiary
{
    [TestCase("\"What is next?\" \"What blocks you?\"", null)]
    [TestCase("\"What is next?\" \"What blocks you?\"", " \u200B")]
    [TestCase("\"What blocks you?\"", null)]
    [TestCase("\"What blocks you?\"", "")]
    public async Task It_keeps_nothing_says_so_and_is_offered_again(string questions, string? filled)
    {
        await Sets("ana", $"checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @ben ask {questions}");
        await Until("2026-03-02 10:00");
        var form = await Team.Presses("ben", Root, "Answer");
        var sent = await Team.Submits("ben", form, filled is null ? [] : [("answers.1", filled)]);
        var again = await Team.Presses("ben", sent, "Answer");

        Assert.That(sent.IsRefused);
        Assert.That(sent.Text, Is.EqualTo("Nothing was filled in, so I kept nothing of Daily — Mon 2 Mar 2026."));
        Assert.That(again.Form, Is.Not.Null);
        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain("Answered: 0 of 2").And.Contain("Still open: @Ana, @Ben"));
    }
}
