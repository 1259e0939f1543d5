using AsyncBot.Bot.Playground.Api;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Any message of the bot as a web page shows it, on the reader's clock. What people typed stays text.</summary>
public sealed class HtmlRenderer(Reader reader, PersonId viewer)
{
    /// <param name="pressable">What a press needs to know.</param>
    public Html Render(Card card, Pressable pressable)
    {
        var number = 0;
        Html Next(Button button) => Press(button, $"b{++number}", pressable);
        return Html.Lines([
            card.Title is { } title ? (Html)$"""<h3 class="title">{Render(title)}</h3>""" : Html.Empty,
            .. card.Blocks.Select(block => Render(block, Next)),
        ]);
    }

    public Html Render(Rich text)
    {
        var html = new Html(0, 0);
        foreach (var part in text.Parts)
            html.AppendFormatted(Render(part));
        return html;
    }

    private Html Render(Block block, Func<Button, Html> press) => block switch
    {
        Paragraph paragraph => $"""<p>{Render(paragraph.Text)}</p>""",
        Facts facts => $"""<dl>{facts.Items.Select(fact => (Html)$"<div><dt>{Own(fact.Label)}</dt><dd>{Render(fact.Value)}</dd></div>")}</dl>""",
        PeopleList people => $"""<p class="heading">{Own(people.Heading)}</p>"""
            + $"""<ul class="people-list">{people.Items.Select(item => (Html)$"<li>{Render(item)}</li>")}</ul>""",
        Section { Button: { } button } section => $"""<div class="section"><p>{Render(section.Text)}</p>{press(button)}</div>""",
        Section section => $"""<div class="section"><p>{Render(section.Text)}</p></div>""",
        Divider => $"<hr>",
        Note note => $"""<p class="note">{Render(note.Text)}</p>""",
        Buttons row => $"""<div class="buttons">{row.Items.Select(press)}</div>""",
        _ => throw new InvalidOperationException($"No HTML for {block.GetType().Name}"),
    };

    private Html Render(RichPart part) => part switch
    {
        Words words => $"{words.Text}",
        Said said => Own(said.Text),
        Mention { Person: var person } when person == PersonId.Former => $"a former member",
        Mention mention => $"""<span class="mention{Html.If(mention.Person == viewer, $" me")}">@{Own(reader.NameOf(mention.Person))}</span>""",
        ChannelName channel => $"""<span class="channel">#{Own(reader.NameOfChannel(channel.Channel))}</span>""",
        Moment { AgeOnly: true } moment =>
            $"""<time datetime="{ApiJson.Of(moment.At)}" title="{Said(moment)}">{Clock.Age(moment.At, reader.Now)}</time>""",
        Moment moment => $"""<time datetime="{ApiJson.Of(moment.At)}">{Said(moment)}</time>""",
        Typed typed => $"""<code class="typed">{Own(reader.Say(typed))}</code>""",
        Link link when IsSafe(link.Url) => $"""<a href="{AsViewer(link.Url)}" rel="noopener noreferrer">{Own(link.Text)}</a>""",
        Link link => $"{Own(link.Text)} ({Own(link.Url)})",
        _ => throw new InvalidOperationException($"No HTML for {part.GetType().Name}"),
    };

    private string Said(Moment moment) => Clock.Say(moment.At, reader.Zone, reader.Now);
    /// <summary>A page of the playground opens as the one who followed the link.</summary>
    private string AsViewer(string url) => url.StartsWith("/?in=", StringComparison.Ordinal) ? $"/?as={Uri.EscapeDataString(viewer.Value)}&{url[2..]}" : url;

    private static Html Press(Button button, string id, Pressable pressable) =>
        $"""<button type="button" id="{pressable.Prefix}{pressable.Message}-{id}" class="{StyleOf(button.Style)}" """
        + $"""data-press="{id}" data-message="{pressable.Message}" data-as="{pressable.As}">{Own(button.Label)}</button>""";

    private static string StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => "plain",
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
        _ => throw new InvalidOperationException($"No look for a button that is {style}"),
    };

    /// <summary>Text whose direction is its own: it can't turn around what stands beside it.</summary>
    public static Html Own(string text) => $"""<bdi dir="auto">{text}</bdi>""";

    /// <summary>Web addresses and the bot's own pages. Browsers read <c>//</c> and <c>/\</c> as another host.</summary>
    private static bool IsSafe(string url) => url.StartsWith('/')
        ? url.Length == 1 || url[1] is not ('/' or '\\') && !url.Any(char.IsControl)
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}

/// <summary>Where the buttons of a card are pressed, and by whom.</summary>
/// <param name="Prefix">Keeps ids apart where the same message is shown twice.</param>
public sealed record Pressable(string Message, string As, string Prefix = "");
