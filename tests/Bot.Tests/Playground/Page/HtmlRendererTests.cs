using System.Reflection;
using System.Text.Json.Serialization;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class HtmlRendererTests
{
    private const string Golden = """
        x
        """;

    private readonly HtmlRenderer _renderer = new(KitchenSink.ReaderIn("Europe/Lisbon"), new PersonId("ben"));

    [Test]
    public void Everything_that_a_message_can_have_is_shown_like_this() { System.IO.File.WriteAllText("/tmp/pg/golden.html", Rendered(KitchenSink.Card)); Assert.That(Rendered(KitchenSink.Card), Is.EqualTo(Golden)); }

    [Test]
    public void The_kitchen_sink_has_every_kind_of_block_and_text()
    {
        var blocks = KitchenSink.Card.Blocks.Select(block => block.GetType()).Distinct();
        var parts = Cards.TextsOf(KitchenSink.Card).SelectMany(text => text.Parts).Select(part => part.GetType()).Distinct();

        Assert.That(blocks, Is.EquivalentTo(KindsOf<Block>()));
        Assert.That(parts, Is.EquivalentTo(KindsOf<RichPart>()));
        Assert.That(KitchenSink.Card.AllButtons.Select(button => button.Style).Distinct(), Is.EquivalentTo(Enum.GetValues<ButtonStyle>()));
    }

    [TestCase("https://example.org/a?b=1&c=2", ExpectedResult = true)]
    [TestCase("http://example.org", ExpectedResult = true)]
    [TestCase("/?in=%23team#m4", ExpectedResult = true)]
    [TestCase("/", ExpectedResult = true)]
    [TestCase("//evil.example", ExpectedResult = false)]
    [TestCase("/\\evil.example", ExpectedResult = false)]
    [TestCase("/\t/evil.example", ExpectedResult = false)]
    [TestCase("javascript:alert(1)", ExpectedResult = false)]
    [TestCase("data:text/html,hi", ExpectedResult = false)]
    [TestCase("file:///etc/passwd", ExpectedResult = false)]
    [TestCase("evil.example", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Only_web_addresses_and_own_pages_become_links(string url) =>
        _renderer.Render((Rich)$"{new Link(url, "there")}").ToString().Contains("<a href", StringComparison.Ordinal);

    [Test]
    public void The_reader_is_told_when_a_mention_means_them()
    {
        Assert.That(_renderer.Render((Rich)$"{new PersonId("ben")}").ToString(), Does.Contain("mention me"));
        Assert.That(_renderer.Render((Rich)$"{new PersonId("chidi")}").ToString(), Does.Not.Contain("mention me"));
    }

    [Test]
    public void Buttons_are_numbered_as_the_playground_presses_them()
    {
        var rendered = Rendered(KitchenSink.Card);

        foreach (var (button, at) in KitchenSink.Card.AllButtons.Select((button, at) => (button, at)))
            Assert.That(rendered, Does.Match($"""data-press="b{at + 1}"[^>]*><bdi dir="auto">{button.Label.Split(' ')[0]}"""));
    }

    private string Rendered(Card card) => _renderer.Render(card, new Pressable("m12", "ben")).ToString();

    private static IEnumerable<Type> KindsOf<T>() => typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
}
