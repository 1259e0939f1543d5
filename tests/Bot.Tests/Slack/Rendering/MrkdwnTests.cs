using System.Text;
using System.Text.RegularExpressions;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;
using CsCheck;

namespace AsyncBot.Bot.Tests.Slack.Rendering;

public sealed partial class MrkdwnTests
{
    private static readonly string[] Hostile =
    [
        "<!channel> <!here> <@U1> <!subteam^S1>", "[bank](http://evil.example)", "<http://evil.example|bank>", "*bold* _it_ ~gone~ `code` ```block```",
        "> quoted\n> again", "\u202Etxt.exe", "&lt;!channel&gt;", "&amp;", "snake_case 2 * 3", "@channel @here @everyone", "https://example.org/~ana/a_b*c", "<<<>>>", "\uD83D half", "🎉",
    ];

    private static readonly Gen<string> Said = Gen.OneOf(
        Gen.String, Rendered.Among(Hostile), Rendered.Among("*_~`<>&@ \n\u200Baé/:".ToCharArray()).Array[0, 40].Select(chars => new string(chars)),
        Rendered.Among(Hostile).Array[1, 4].Select(string.Concat));

    [TestCase("<!channel> <!here> <@U1> <!subteam^S1>", "&lt;!channel&gt; &lt;!here&gt; &lt;@U1&gt; &lt;!subteam^S1&gt;")]
    [TestCase("[bank](http://evil.example)", "[bank](http://evil.example)")]
    [TestCase("<http://evil.example|bank>", "&lt;http://evil.example|bank&gt;")]
    [TestCase("a & b &lt; c", "a &amp; b &amp;lt; c")]
    [TestCase("*bold* and _it_", "|*|bold|*| and |_|it|_|")]
    [TestCase("~gone~ `code`", "|~|gone|~| |`|code|`|")]
    [TestCase("snake_case_name, 2 * 3, a ~ b", "snake_case_name, 2 * 3, a ~ b")]
    [TestCase("> quoted\n> again, 3 > 2", "|&gt; quoted\n|&gt; again, 3 &gt; 2")]
    [TestCase("@channel, @Here and @ana", "@|channel, @|Here and @ana")]
    [TestCase("see https://example.org/~ana/*a_b*?x=1&y=2 *now*", "see https://example.org/~ana/*a_b*?x=1&amp;y=2 |*|now|*|")]
    [TestCase("\u202Etxt.exe", "\u202Etxt.exe\u202C")]
    public void What_somebody_typed_stays_text(string said, string expected) =>
        Assert.That(Rendered.Mrkdwn($"{said}").Replace('\u200B', '|'), Is.EqualTo(expected));

    [Test]
    public void Whoever_has_the_name_of_another_is_told_by_their_handle_too() => Assert.That(
        Rendered.Mrkdwn($"{new PersonId("U0SAM")} and {new PersonId("U0SAM2")}"), Is.EqualTo("<@U0SAM> and <@U0SAM2> (@sam2)"));

    [Test]
    public void Half_a_character_is_shown_as_none() => Assert.That(Rendered.Mrkdwn($"{"half \uD83D of it"}"), Is.EqualTo("half \uFFFD of it"));

    [Test]
    public void Any_text_is_read_as_it_was_typed() => Said.Sample(said =>
        Rendered.Read(Rendered.Mrkdwn($"{said}")) == Bidi.Close(Whole(said)).Replace("\u200B", "", StringComparison.Ordinal));

    [Test]
    public void No_text_makes_a_token() => Said.Sample(said => !Rendered.Mrkdwn($"{said}").AsSpan().ContainsAny('<', '>'));

    [Test]
    public void No_text_leaves_anything_that_could_format() => Said.Sample(said =>
        !Formats().IsMatch(Rendered.Mrkdwn($"{said}").Replace("https://example.org/~ana/a_b*c", "x", StringComparison.Ordinal)));

    [Test]
    public void People_and_channels_become_mentions() => Assert.That(
        Rendered.Mrkdwn($"{new PersonId("U012AB")} and {new PersonId("W9")} in {new ChannelId("C7")}, {new ChannelId("G7")}"),
        Is.EqualTo("<@U012AB> and <@W9> in <#C7>, <#G7>"));

    [TestCase("ana", "@ana")]
    [TestCase("U1|x> <!channel", "@U1|x&gt; &lt;!channel")]
    [TestCase("U", "@U")]
    [TestCase("u1", "@u1")]
    [TestCase("channel", "@\u200Bchannel")]
    public void What_is_no_id_of_Slack_is_no_mention(string id, string expected) =>
        Assert.That(Rendered.Mrkdwn($"{new PersonId(id)}"), Is.EqualTo(expected));

    [TestCase("team", "#team")]
    [TestCase("C1>", "#C1&gt;")]
    public void What_is_no_channel_of_Slack_is_no_mention(string id, string expected) =>
        Assert.That(Rendered.Mrkdwn($"{new ChannelId(id)}"), Is.EqualTo(expected));

    [Test]
    public void The_bot_is_mentioned_where_its_id_is_known()
    {
        Assert.That(Rendered.Mrkdwn($"{PersonId.Bot}"), Is.EqualTo("<@U0BOT>"));
        Assert.That(Mrkdwn.Write($"{PersonId.Bot}", Rendered.Reader with { BotUserId = null }), Is.EqualTo("AsyncBot"));
        Assert.That(Rendered.Mrkdwn($"{PersonId.Former}"), Is.EqualTo("a former member"));
    }

    [Test]
    public void Times_are_on_each_readers_own_clock() => Assert.That(
        Rendered.Mrkdwn($"{KitchenSink.At}, {KitchenSink.At:age}"),
        Is.EqualTo("<!date^1773048600^{date_long_pretty} at {time} ({ago})|Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 2 h)>, <!date^1773048600^{ago}|in 2 h>"));

    [TestCase("idea add <text>", "`/idea add &lt;text&gt;`")]
    [TestCase("idea add `x`\nand", "`/idea add ˋxˋ and`")]
    [TestCase("help idea", "`/async help idea`")]
    public void A_command_is_shown_as_it_is_typed_there(string typed, string expected) =>
        Assert.That(Rendered.Mrkdwn($"{new Typed(typed)}"), Is.EqualTo(expected));

    [TestCase("https://example.org/?a=1&b=2", "the <book>", "<https://example.org/?a=1&amp;b=2|the &lt;book&gt;>")]
    [TestCase("https://example.org/a b|<c>", "it", "<https://example.org/a%20b%7C%3Cc%3E|it>")]
    [TestCase("http://example.org", "", "<http://example.org>")]
    [TestCase("/?in=%23team", "the message", "the message")]
    [TestCase("//evil.example", "that", "that")]
    [TestCase("javascript:alert(1)", "this", "this")]
    [TestCase("https://example.org/\n>", "this", "this")]
    public void Only_web_addresses_become_links(string url, string text, string expected) =>
        Assert.That(Rendered.Mrkdwn($"{new Link(url, text)}"), Is.EqualTo(expected));

    [Test]
    public void A_text_of_nothing_but_marks_is_rendered_soon([Values('*', '>', '@', '_', '&')] char mark) =>
        Assert.That(Rendered.Read(Rendered.Mrkdwn($"{new string(mark, 40_000)}")), Has.Length.EqualTo(40_000));

    /// <summary>With the halves of characters that can't be shown as what is shown for them.</summary>
    private static string Whole(string text) => text.EnumerateRunes().Aggregate(new StringBuilder(), (whole, rune) => whole.Append(rune)).ToString();

    /// <summary>A mark with a space on one side and something on the other can begin or end a format.</summary>
    [GeneratedRegex(@"(^|[\s(,.])[*_~`](?![\s\u200B]|$)|^\s*&gt;", RegexOptions.Multiline)]
    private static partial Regex Formats();
}
