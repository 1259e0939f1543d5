using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Tests.Messages;

public sealed class ExcerptTests
{
    [TestCase("", "")]
    [TestCase("one", "one")]
    [TestCase("one two", "one two")]
    [TestCase(" one", "one")]
    [TestCase("one ", "one")]
    [TestCase("one  two", "one two")]
    [TestCase("one\ntwo\t three", "one two three")]
    [TestCase("one\u00A0two", "one two")]
    [TestCase("123456789012345", "123456789012345")]
    [TestCase("1234567890123456", "123456789012345…")]
    [TestCase("123456789 12345678", "123456789 12345…")]
    [TestCase("👩‍🚀 👩‍🚀 👩‍🚀", "👩‍🚀 👩‍🚀 👩‍🚀")]
    public void A_text_becomes_one_line_and_no_longer_than_it_may_be(string text, string line) =>
        Assert.That(Excerpt.Plain(text, 15), Is.EqualTo(line));
}
