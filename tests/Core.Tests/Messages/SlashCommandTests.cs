using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Tests.Messages;

public sealed class SlashCommandTests
{
    [TestCase("idea add Rotate the demo host", "/idea add Rotate the demo host")]
    [TestCase("async settings", "/async settings")]
    [TestCase("help", "/async help")]
    [TestCase("help idea", "/async help idea")]
    [TestCase("/invite @asyncbot", "/invite @asyncbot")]
    public void A_command_is_shown_as_it_is_typed_in_a_channel(string command, string typed) =>
        Assert.That(SlashCommand.Of(command), Is.EqualTo(typed));

    [Test]
    public void A_reader_in_a_direct_message_sees_commands_without_a_slash()
    {
        Reader Reads(Func<string, string>? spoken) => new(DateTimeZone.Utc, Instant.FromUtc(2026, 3, 9, 9, 0), person => person.Value, channel => channel.Value, spoken);
        Rich text = $"Try: {new Typed("idea list")}";

        Assert.That(PlainText.Render(text, Reads(null)), Is.EqualTo("Try: idea list"));
        Assert.That(PlainText.Render(text, Reads(SlashCommand.Of)), Is.EqualTo("Try: /idea list"));
    }
}
