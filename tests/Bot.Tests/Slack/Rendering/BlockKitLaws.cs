using System.Text.Json.Nodes;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using CsCheck;
using Limits = AsyncBot.Bot.Slack.SlackLimits;
using Row = AsyncBot.Core.Messages.Buttons;

namespace AsyncBot.Bot.Tests.Slack.Rendering;

/// <summary>Whatever is in a card, Slack takes it.</summary>
public sealed class BlockKitLaws
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (20, Gen.String[0, 80]),
        (5, Rendered.Among("<!channel>", "*a*", "> b", "\n", " ", "", "<a|b>&", "\uD83D", "🎉", "`", "https://example.org/a_b")),
        (2, Gen.Int[0, 3_000].Select(count => string.Concat(Enumerable.Repeat("🎉", count)))),
        (1, Gen.Int[0, 40_000].Select(count => string.Concat(Enumerable.Repeat("<&> *x* _y_\n", 1 + count / 12)))),
        (1, Gen.Int[0, 40_000].Select(count => new string('x', count))));

    private static readonly Gen<Rich> Rich = Gen.OneOf(
        Text.Select(text => (Rich)$"{text}"),
        Text.Select(text => (Rich)$"#12 {text} — {new PersonId("U012")}, {Instant.FromUtc(2026, 3, 9, 9, 30):age} in {new ChannelId("C012")}"),
        Text.Select(text => (Rich)$"{new Typed(text)} {new Link("https://example.org/?" + text, text)} {new PersonId(text)} {Instant.FromUtc(2026, 3, 9, 9, 30)}"));

    private static readonly Gen<Button> Button = Gen.Select(Text, Text, Gen.Enum<ButtonStyle>(), (label, text, style) => new Button(label, new AddIdea(text), style));

    private static readonly Gen<Block> Block = Gen.OneOf<Block>(
        Rich.Select(text => (Block)new Paragraph(text)),
        Rich.Select(text => (Block)new Note(text)),
        Gen.Select(Rich, Button, (text, button) => (Block)new Section(text, button)),
        Gen.Select(Text, Rich, (label, value) => new Fact(label, value)).List[0, 12].Select(facts => (Block)new Facts(facts)),
        Gen.Select(Text, Rich.List[0, 12], (heading, people) => (Block)new PeopleList(heading, people)),
        Button.List[0, 60].Select(buttons => (Block)new Row(buttons)),
        Gen.Const((Block)new Divider()));

    private static readonly Gen<Card> AnyCard = Gen.Select(
        Gen.Select(Gen.Bool, Rich, (has, title) => has ? title : null),
        Gen.Frequency((4, Block.List[0, 8]), (1, Block.List[0, 60]), (1, Gen.Int[0, 300].Select(count => Enumerable.Repeat<Block>(new Section($"item"), count).ToList()))),
        (title, blocks) => new Card(title, blocks));

    [Test]
    public void Any_card_becomes_a_message_within_the_limits() => AnyCard.Sample(card =>
    {
        var message = Rendered.Message(card);
        var blocks = message["blocks"]!.AsArray().Select(block => block!.AsObject()).ToList();

        return ((string)message["text"]!).Length is > 0 and <= Limits.Text
            && blocks.Count <= Limits.MessageBlocks
            && blocks.Sum(block => Rendered.TextOf(block).Length + Rendered.ButtonsOf(block).Sum(button => ((string)button["text"]!["text"]!).Length)) <= Limits.MessageText
            && blocks.All(IsTaken)
            && blocks.SelectMany(Rendered.ButtonsOf).Select(button => (string)button["action_id"]!).Distinct().Count() == blocks.SelectMany(Rendered.ButtonsOf).Count();
    }, iter: 400, print: card => $"{card.Blocks.Count} blocks");

    private static bool IsTaken(JsonObject block) => Rendered.TypeOf(block) switch
    {
        "divider" => true,
        "actions" => block["elements"]!.AsArray().Count is > 0 and <= Limits.Actions && Rendered.ButtonsOf(block).All(IsTakenButton),
        _ => Rendered.TextOf(block) is { Length: > 0 and <= Limits.TextObject } text && IsWhole(text) && Rendered.ButtonsOf(block).All(IsTakenButton),
    };

    private static bool IsTakenButton(JsonObject button) =>
        ((string)button["text"]!["text"]!).Length is > 0 and <= Limits.ButtonText && ((string)button["value"]!).Length <= Limits.ButtonValue;

    /// <summary>Whether no token, entity or character is cut, and nothing but our tokens is there.</summary>
    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest[0] == '&' && !rest.StartsWith("&amp;") && !rest.StartsWith("&lt;") && !rest.StartsWith("&gt;"))
                return false;
            if (rest[0] == '<' && (rest.IndexOf('>') < 0 || !IsToken(rest)))
                return false;
            if (char.IsHighSurrogate(rest[0]) ? rest.Length < 2 || !char.IsLowSurrogate(rest[1]) : char.IsLowSurrogate(rest[0]) && (at == 0 || !char.IsHighSurrogate(text[at - 1])))
                return false;
        }

        return true;
    }

    private static bool IsToken(ReadOnlySpan<char> text) =>
        text.StartsWith("<@U") || text.StartsWith("<@W") || text.StartsWith("<#C") || text.StartsWith("<#G")
        || text.StartsWith("<!date^") || text.StartsWith("<https://");
}
