using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Tests.Commands;

public sealed class SpellingTests
{
    private static readonly string[] Words = ["vote", "move", "remove", "sittings", "settings"];

    [TestCase("voet", "vote")]
    [TestCase("MOVE", "move")]
    [TestCase("muvo", null)]
    [TestCase("rimova", "remove")]
    [TestCase("rimovas", null)]
    [TestCase("setngs", "settings")]
    [TestCase("settngs", "settings")]
    [TestCase("sittins", "sittings")]
    [TestCase("dance", null)]
    public void The_nearest_word_is_meant_within_two_slips_or_one_in_a_short_word(string typed, string? meant) =>
        Assert.That(Spelling.Nearest(typed, Words), Is.EqualTo(meant));
}
