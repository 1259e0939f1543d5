using System.Reflection;
using System.Text.Json.Serialization;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class HtmlRendererTests
{
    private const string Golden = """
        <h3 class="title">Everything &amp; the <bdi dir="auto">&lt;kitchen&gt;</bdi> sink</h3>
        <p>Words &amp; numbers 12, <span class="mention">@<bdi dir="auto">Ana &lt;b&gt;</bdi></span>, a former member, <span class="channel">#<bdi dir="auto">team</bdi></span>, direct messages.</p>
        <p>Said: <bdi dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &quot; onclick=&#x27;x&#x27; &amp; &lt;!channel&gt; &lt;@U1&gt; *bold* [a](http://evil.example) {RLO}txt.exe</bdi>.</p>
        <p>Two lines:&#xA;<bdi dir="auto">one&#xA;two</bdi></p>
        <dl><div><dt><bdi dir="auto">When</bdi></dt><dd><time datetime="2026-03-09T09:30:00Z">Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 2 h)</time></dd></div><div><dt><bdi dir="auto">Ago</bdi></dt><dd><time datetime="2026-03-09T06:00:00Z" title="Mon 9 Mar 2026, 06:00 Europe/Lisbon (1 h 30 min ago)">1 h 30 min ago</time></dd></div><div><dt><bdi dir="auto">Day</bdi></dt><dd>Mon 9 Mar 2026</dd></div><div><dt><bdi dir="auto">&lt;i&gt;Label&lt;/i&gt;</bdi></dt><dd><bdi dir="auto">שלום</bdi></dd></div></dl>
        <p class="heading"><bdi dir="auto">On &lt;call&gt;</bdi></p><ul class="people-list"><li><span class="mention me">@<bdi dir="auto">Ben</bdi></span> until <time datetime="2026-03-09T09:30:00Z">Mon 9 Mar 2026, 09:30 Europe/Lisbon (in 2 h)</time></li><li><span class="mention">@<bdi dir="auto">Ana &lt;b&gt;</bdi></span></li></ul>
        <div class="section"><p>#12 <bdi dir="auto">Rotate the demo host</bdi></p><button type="button" id="m12-b1" class="plain" data-press="b1" data-message="m12" data-as="ben"><bdi dir="auto">Vote</bdi></button></div>
        <div class="section"><p>A section without a button</p></div>
        <hr>
        <p class="note">Type <code class="typed"><bdi dir="auto">idea add &lt;text&gt;</bdi></code>, read <a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer"><bdi dir="auto">the &lt;handbook&gt;</bdi></a> or <a href="/?as=ben&amp;in=%23team#m4" rel="noopener noreferrer"><bdi dir="auto">the message</bdi></a>, not <bdi dir="auto">this</bdi> (<bdi dir="auto">javascript:alert(1)</bdi>) nor <bdi dir="auto">that</bdi> (<bdi dir="auto">//evil.example</bdi>).</p>
        <div class="buttons"><button type="button" id="m12-b2" class="plain" data-press="b2" data-message="m12" data-as="ben"><bdi dir="auto">Plain</bdi></button><button type="button" id="m12-b3" class="primary" data-press="b3" data-message="m12" data-as="ben"><bdi dir="auto">Primary</bdi></button><button type="button" id="m12-b4" class="danger" data-press="b4" data-message="m12" data-as="ben"><bdi dir="auto">Danger &lt;b&gt;</bdi></button></div>
        """;

    private readonly HtmlRenderer _renderer = new(KitchenSink.ReaderIn("Europe/Lisbon"), new PersonId("ben"));

    [Test]
    public void Everything_that_a_message_can_have_is_shown_like_this() =>
        Assert.That(Rendered(KitchenSink.Card).Replace("\u202E", "{RLO}", StringComparison.Ordinal), Is.EqualTo(Golden));

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
