using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>An Undo says what it took back, and what it could not.</summary>
public sealed class UndoWordsTests
{
    [TestCase("online hours mon-thu 8-16", "online hours mon-fri 10-18", "The working week")]
    [TestCase("online zone tokyo", "online zone berlin", "The zone")]
    [TestCase("online away until friday", "online back", "The list of absences")]
    [TestCase("online focus 2h", "online focus off", "The focus")]
    [TestCase("online share off", "online share on", "The sharing")]
    public async Task It_names_what_it_is_about(string said, string then, string what)
    {
        await using var team = await Team.Open();
        var first = await team.Says("ana", "#team", said);
        await team.Says("ana", "#team", said == "online focus 2h" ? "online zone porto" : "online focus 1h");
        Assert.That((await team.Presses("ana", first, "Undo")).Text, Is.EqualTo($"Taken back: {char.ToLowerInvariant(what[0])}{what[1..]} is as before."));

        var again = await team.Says("ana", "#team", said);
        await team.Says("ana", "#team", then);
        Assert.That((await team.Presses("ana", again, "Undo")).Text, Is.EqualTo($"{what} has changed since, so I left it as it is. See: online"));
    }
}
