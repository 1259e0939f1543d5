using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;
using Limits = AsyncBot.Bot.Slack.SlackLimits;
using Row = AsyncBot.Core.Messages.Buttons;

namespace AsyncBot.Bot.Tests.Slack.Rendering;

public sealed class BlockKitTests
{
    [Test]
    public async Task Everything_that_a_message_can_have_is_sent_like_this() =>
        await Golden.AssertIs("kitchen-sink.json", Rendered.Message(KitchenSink.Card).ToJsonString());

    [Test]
    public void The_parts_are_the_same_in_a_form_as_in_a_body()
    {
        var message = Rendered.Message(KitchenSink.Card);

        Assert.That(BlockKit.Text(KitchenSink.Card, Rendered.Reader), Is.EqualTo((string)message["text"]!));
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(BlockKit.Blocks(KitchenSink.Card, Rendered.Reader, Features.Json)), message["blocks"]), Is.True);
    }

    [Test]
    public void Buttons_are_numbered_in_their_order_and_carry_their_commands()
    {
        var buttons = Rendered.Blocks(KitchenSink.Card).SelectMany(Rendered.ButtonsOf).ToList();

        Assert.That(buttons.Select(button => (string)button["action_id"]!), Is.EqualTo(new[] { "press-1", "press-2", "press-3", "press-4" }));
        Assert.That(buttons.Select(button => Features.Json.Read<ICommand>((string)button["value"]!)), Is.EqualTo(KitchenSink.Card.AllButtons.Select(button => button.Command)));
    }

    [Test]
    public void An_answer_takes_the_place_of_what_was_undone_and_of_a_choice()
    {
        var undo = Card.Of($"Done.", new Button("Vote", new VoteForIdea(1)), new Button("Undo", new Undo("1", "2", new PersonId("U1"))));

        Assert.That(Rendered.Blocks(undo).SelectMany(Rendered.ButtonsOf).Select(button => (string)button["action_id"]!), Is.EqualTo(new[] { "press-1", "once-2" }));
        Assert.That((string)Rendered.Message(undo, replaces: true)["blocks"]![1]!["elements"]![0]!["action_id"]!, Is.EqualTo("once-1"));
    }

    [Test]
    public void A_long_text_goes_on_in_further_sections_and_loses_nothing()
    {
        var text = string.Join('\n', Enumerable.Range(1, 500).Select(number => $"Line {number} & more"));

        var blocks = Rendered.Blocks(Card.Of($"{text}"));

        Assert.That(blocks, Has.Count.GreaterThan(3));
        Assert.That(blocks.Select(Rendered.TypeOf), Is.All.EqualTo("section"));
        Assert.That(Rendered.Read(string.Concat(blocks.Select(Rendered.TextOf))), Is.EqualTo(text));
        Assert.That(blocks.Skip(1).Select(block => Rendered.TextOf(block)[..5]), Is.All.EqualTo("Line "));
    }

    [Test]
    public void A_text_that_is_too_long_is_cut_and_says_so()
    {
        var card = Card.Of($"{string.Join('\n', Enumerable.Range(1, 2_000).Select(number => $"Line {number}"))}").With(new Button("Undo", new VoteForIdea(1)));

        var blocks = Rendered.Blocks(card);

        var shown = Rendered.Read(string.Concat(blocks.SkipLast(2).Select(Rendered.TextOf))).TrimEnd('\n').Split('\n').Length;
        Assert.That(Rendered.TextOf(blocks[^2]), Is.EqualTo($"Cut here: {2_000 - shown} more lines would be too long for one message."));
        Assert.That(Rendered.TypeOf(blocks[^1]), Is.EqualTo("actions"));
        Assert.That((string)Rendered.Message(card)["text"]!, Has.Length.LessThanOrEqualTo(Limits.Text).And.EndsWith("…"));
    }

    [Test]
    public void Too_many_blocks_are_cut_and_the_last_buttons_stay()
    {
        var ideas = Enumerable.Range(1, 300).Select(number => new Section($"#{number}", new Button("Vote", new VoteForIdea(number))));
        var card = new Card($"Ideas", [.. ideas, new Row([new Button("More", new VoteForIdea(1))])]);

        var blocks = Rendered.Blocks(card);

        Assert.That(blocks, Has.Count.EqualTo(Limits.MessageBlocks));
        Assert.That(Rendered.TextOf(blocks[^2]), Is.EqualTo("Cut here: 253 more lines and 253 more buttons would be too long for one message."));
        Assert.That((string)Rendered.ButtonsOf(blocks[^1]).Single()["action_id"]!, Is.EqualTo("press-301"));
    }

    [Test]
    public void A_button_that_carries_too_much_is_left_out_and_named()
    {
        var blocks = Rendered.Blocks(Card.Of($"Save it?", new Button("Save", new AddIdea(new string('\u0001', 400))), new Button("Vote", new VoteForIdea(1))));

        Assert.That(Rendered.ButtonsOf(blocks[1]).Select(button => (string)button["action_id"]!), Is.EqualTo(new[] { "press-2" }));
        Assert.That(Rendered.TextOf(blocks[2]), Does.Contain("“Save”"));
    }

    [Test]
    public void Labels_are_cut_where_they_are_too_long()
    {
        var party = new Button(string.Concat(Enumerable.Repeat("🎉", 60)), new VoteForIdea(1));
        var label = (string)Rendered.ButtonsOf(Rendered.Blocks(Card.Of($"Go", party))[1]).Single()["text"]!["text"]!;

        Assert.That(label, Is.EqualTo(string.Concat(Enumerable.Repeat("🎉", 37)) + "…"));
    }

    [Test]
    public void A_row_of_many_buttons_becomes_several() => Assert.That(
        Rendered.Blocks(new Card(null, [new Row([.. Enumerable.Range(1, 60).Select(number => new Button($"{number}", new VoteForIdea(number)))])]))
            .Select(block => Rendered.ButtonsOf(block).Count()),
        Is.EqualTo(new[] { 25, 25, 10 }));

    [Test]
    public void What_shows_nothing_is_left_out()
    {
        var message = Rendered.Message(new Card($"", [new Paragraph($" \n"), new Note($""), new Facts([]), new Row([])]));

        Assert.That(message["blocks"]!.AsArray(), Is.Empty);
        Assert.That((string)message["text"]!, Is.EqualTo("…"));
    }

    [Test]
    public void A_token_is_never_cut()
    {
        var mentions = Card.Of(Rich.Join(", ", Enumerable.Range(1, 600).Select(number => (Rich)$"{new PersonId($"U{number:0000}")} & {"<"}")));

        foreach (var text in Rendered.Blocks(mentions).Select(Rendered.TextOf))
            Assert.That(text, Does.Match(@"^([^<>&]|<@U\d+>|&amp;|&lt;)*$"));
    }

    [Test]
    public void Somebodys_own_page_takes_more_than_a_message()
    {
        var card = new Card(null, [.. Enumerable.Range(1, 120).Select(number => new Section($"#{number}"))]);

        var home = JsonNode.Parse(BlockKit.Home(card, Rendered.Reader, Features.Json))!;

        Assert.That((string)home["type"]!, Is.EqualTo("home"));
        Assert.That(home["blocks"]!.AsArray(), Has.Count.EqualTo(Limits.ViewBlocks));
    }
}
