using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Tests.Commands;

public sealed class TagTests
{
    private const string Longest = "#a2345678901234567890123456789012345678901234567890";

    [TestCase("#demo", "demo")]
    [TestCase("#Demo", "demo")]
    [TestCase("#v-2_x", "v-2_x")]
    [TestCase("#2nd", "2nd")]
    [TestCase("#日本", "日本")]
    [TestCase(Longest, "a2345678901234567890123456789012345678901234567890")]
    public void A_word_behind_a_hash_is_a_tag(string word, string tag)
    {
        Assert.That(Tag.TryRead(word, out var read));
        Assert.That(read.Value, Is.EqualTo(tag));
    }

    [TestCase("demo")]
    [TestCase("")]
    [TestCase("#")]
    [TestCase("##demo")]
    [TestCase("#12")]
    [TestCase("#a!b")]
    [TestCase("#it’s")]
    [TestCase(Longest + "1")]
    public void Any_other_word_is_none(string word) => Assert.That(Tag.TryRead(word, out _), Is.False);
}
