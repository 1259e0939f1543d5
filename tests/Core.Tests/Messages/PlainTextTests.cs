using AsyncBot.Core.Messages;
using AsyncBot.Core.Tests.Commands;
using CsCheck;

namespace AsyncBot.Core.Tests.Messages;

public sealed class PlainTextTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 7, 30);

    private static readonly Reader Ana = new(
        DateTimeZoneProviders.Tzdb["Europe/Lisbon"],
        Now,
        person => person == new PersonId("U1") ? "Ana" : person.Value,
        channel => channel == new ChannelId("C1") ? "team" : channel.Value);

    [Test]
    public void Every_kind_of_block_and_text_is_written()
    {
        Rich everything = $"We met {new PersonId("U1")} and {PersonId.Former} in {new ChannelId("C1")}, {ConversationId.Of(new PersonId("U1"))}, {Now + Duration.FromHours(2)}, {Now - Duration.FromDays(3):age}, {new LocalDate(2026, 3, 9)}; type {new Typed("idea list")}, see {new Link("https://x.example/", "the page")}: {"<b>said</b>"} {12} {'c'}";
        Block[] blocks =
        [
            new Paragraph(everything),
            new Facts([new Fact("One", $"1"), new Fact("Two", $"{"2"}")]),
            new PeopleList("Online", [$"{new PersonId("U1")}", $"{PersonId.Former}"]),
            new Section($"An item", new Button("Vote", new Core.Ideas.VoteForIdea(1))),
            new Divider(),
            new Note($"small print"),
            new Buttons([new Button("Vote", new Core.Ideas.VoteForIdea(1))]),
        ];

        Assert.That(blocks.Select(block => block.GetType()), Is.EquivalentTo(KindsOf<Block>()), "a new kind of block belongs into this card");
        Assert.That(everything.Parts.Select(part => part.GetType()).Distinct(), Is.EquivalentTo(KindsOf<RichPart>()), "a new kind of text belongs into this card");
        Assert.That(PlainText.Render(new Card($"Kitchen sink", blocks), Ana).Split('\n'), Is.EqualTo(new[]
        {
            "Kitchen sink",
            "We met @Ana and a former member in #team, direct messages, Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 2 h), 3 days ago, Mon 9 Mar 2026; type idea list, see the page (https://x.example/): <b>said</b> 12 c",
            "One: 1",
            "Two: 2",
            "Online",
            "@Ana",
            "a former member",
            "An item",
            "small print",
        }));
    }

    [Test]
    public void A_name_can_not_turn_around_the_words_after_it()
    {
        var trickster = new Reader(DateTimeZone.Utc, Now, _ => "\u202Eana", _ => "\u2067team");

        Assert.That(PlainText.Render($"{new PersonId("U1")} in {new ChannelId("C1")}.", trickster), Is.EqualTo("@\u202Eana\u202C in #\u2067team\u2069."));
    }

    [Test]
    public void No_text_of_a_person_is_ever_lost() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
        {
            Block[] blocks =
            [
                new Paragraph($"{other} is {one}"), new Facts([new Fact("What", $"{one}")]), new Section($"{other}"), new Note($"{one}"),
            ];
            var text = PlainText.Render(new Card($"{one}", blocks), Ana);
            return Count(text, one) >= 4 && Count(text, other) >= 2;
        });

    [Test]
    public void Texts_are_kept_apart_from_our_own_words() =>
        Gen.String.Sample(text =>
        {
            Rich rich = $"before {text} after";
            return rich.Parts is [Words { Text: "before " }, Said said, Words { Text: " after" }] && said.Text == text;
        });

    [Test]
    public void Joined_texts_are_all_there() =>
        Gen.String.List[0, 8].Sample(texts =>
        {
            var joined = Rich.Join(", ", texts.Select(text => (Rich)$"{text}"));
            return joined.Parts.OfType<Said>().Select(said => said.Text).SequenceEqual(texts) && joined.Parts.OfType<Words>().Count() == Math.Max(0, texts.Count - 1);
        });

    [Test]
    public void What_somebody_opens_from_right_to_left_is_closed_where_their_text_ends()
    {
        var marks = Among.These('a', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069');
        marks.Array[0, 20].Select(chars => new string(chars)).Sample(text =>
        {
            var closed = Bidi.Close(text);
            return closed.StartsWith(text, StringComparison.Ordinal) && OpenAtTheEndOf(closed) == 0 && closed[text.Length..].All(c => c is '\u202C' or '\u2069');
        });
    }

    [TestCase("short", "short")]
    [TestCase("  several \n lines\tand   blanks ", "several lines and blanks")]
    public void A_short_excerpt_is_one_line(string text, string shown) =>
        Assert.That(PlainText.Render(Excerpt.Of(text, "idea show 1"), Ana), Is.EqualTo(shown));

    [Test]
    public void An_excerpt_is_never_longer_than_it_says_and_never_half_a_character() =>
        Gen.Select(Gen.String, Gen.Int[1, 50]).Sample((text, longest) =>
        {
            var plain = Excerpt.Plain(text, longest);
            return plain.EnumerateRunes().Count() <= longest + 1;
        });

    /// <summary>As the bidirectional algorithm counts: the end of an isolate also ends what was embedded in it.</summary>
    private static int OpenAtTheEndOf(string text)
    {
        var open = new List<char>();
        foreach (var c in text)
        {
            if (c is '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068')
                open.Add(c);
            else if (c == '\u202C' && open.Count > 0 && open[^1] is not ('\u2066' or '\u2067' or '\u2068'))
                open.RemoveAt(open.Count - 1);
            else if (c == '\u2069' && open.FindLastIndex(each => each is '\u2066' or '\u2067' or '\u2068') is >= 0 and var at)
                open.RemoveRange(at, open.Count - at);
        }

        return open.Count;
    }

    private static int Count(string text, string part)
    {
        var whole = Bidi.Close(part);
        if (whole.Length == 0)
            return int.MaxValue;
        var count = 0;
        for (var at = text.IndexOf(whole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(whole, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static IEnumerable<Type> KindsOf<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}
