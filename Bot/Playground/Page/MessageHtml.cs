using AsyncBot.Bot.Playground.Api;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Messages as one person sees them, on their clock.</summary>
/// <param name="zone">Theirs.</param>
/// <param name="prefix">Keeps ids apart where the same message is shown twice.</param>
/// <param name="canAct">False where nobody can write any more.</param>
public sealed class MessageHtml(
    Resident person,
    DateTimeZone zone,
    PlaygroundDirectory directory,
    PlaygroundChat chat,
    OpenForms forms,
    Transcript transcript,
    IReadOnlyList<MessageShortcut> shortcuts,
    string prefix,
    bool canAct)
{
    public Html Render(ChatThread thread) => $"""
        <li id="{prefix}{thread.Root.Id}" class="message{Html.If(thread.Root.IsEphemeral, $" only-you")}">
        {Body(thread.Root)}
        {Html.If(thread.Replies.Count > 0, $"""
            <ol class="replies" aria-label="Answers in this thread">
            {Html.Lines(thread.Replies.Select(Reply))}
            </ol>
            """)}
        </li>
        """;

    private Html Reply(ChatMessage message) => $"""
        <li id="{prefix}{message.Id}" class="message{Html.If(message.IsEphemeral, $" only-you")}">
        {Body(message)}
        </li>
        """;

    private Html Body(ChatMessage message) => $"""
        {Avatar.Of(message.From, NameOf(message.From))}
        <div class="body">
        <p class="by"><b class="name">{HtmlRenderer.Own(NameOf(message.From))}</b> {Time(message)}{Marks(message)}</p>
        {Content(message)}
        {(message.File is { } file ? File(message, file) : Html.Empty)}
        {(message.Picture is { } picture ? Picture(message, picture) : Html.Empty)}
        {(message.Form is { } form ? Form(message, form) : Html.Empty)}
        {(message.IsEphemeral ? Html.Empty : Actions(message))}
        </div>
        """;

    private IEnumerable<Html> Marks(ChatMessage message)
    {
        if (directory.Find(message.From)?.IsGone == true)
            yield return Mark("has left");
        if (message.IsEdited)
            yield return Mark("edited");
        if (message.IsEphemeral)
            yield return Mark($"only {(prefix.Length == 0 ? "you" : person.Name)} can see this");
    }

    private static Html Mark(string words) => $""" <span class="mark">{words}</span>""";
    private Html Content(ChatMessage message) => message.Card is { } card
        ? (Html)$"""
            <div class="card">
            {new HtmlRenderer(ReaderIn(message.In), new PersonId(person.Id)).Render(card, PressableOf(message))}
            </div>
            """
        : $"""<p class="said">{HtmlRenderer.Own(message.Text)}</p>""";

    private Reader ReaderIn(string place) => chat.ReaderOf(zone, place);

    private Html File(ChatMessage message, ChatFile file) => $"""
        <details class="file"><summary>{HtmlRenderer.Own(file.Name)}</summary><pre dir="auto">{file.Content}</pre></details>
        <p class="note"><a href="{PageSetup.FileUrl(person.Id, message.Id)}" download>Save {HtmlRenderer.Own(file.Name)}</a></p>
        """;

    private Html Picture(ChatMessage message, ChatPicture picture)
    {
        var reader = ReaderIn(message.In);
        var words = ChartText.Render(picture.Chart, reader);
        if (chat.Drawn(message, reader) is not { } drawing)
            return $"""<p class="said">{HtmlRenderer.Own(words)}</p>""";
        return $"""
            <div class="drawn" tabindex="0" role="group" aria-label="Picture">{PictureHtml.Render(drawing, $"{prefix}{message.Id}-picture", words)}</div>
            <details class="file"><summary>The picture in words</summary><p class="said">{HtmlRenderer.Own(words)}</p></details>
            <p class="note"><a href="{PageSetup.FileUrl(person.Id, message.Id)}" download>Save {HtmlRenderer.Own(picture.FileName)}</a></p>
            """;
    }

    private Html Form(ChatMessage message, WaitingForm form) => forms.IsWaiting(form.Id)
        ? FormHtml.Render(form, PressableOf(message))
        : $"""<p class="note">This form is done. Its button opens a new one.</p>""";

    private Html Actions(ChatMessage message)
    {
        var bulbs = transcript.BulbsOn(message.Id);
        var mine = bulbs.Contains(person.Id);
        var names = string.Join(", ", bulbs.Select(NameOf));
        Html data = $"""data-message="{message.Id}" data-as="{person.Id}" """;
        var react = mine ? "take" : "put";
        return $"""
            {Html.If(bulbs.Count > 0, $"""
                <button type="button" class="bulbs" id="{prefix}{message.Id}-bulbs"
                {data}data-react="{react}" aria-pressed="{(mine ? "true" : "false")}"
                title="{names}">{Icons.Bulb} {bulbs.Count}<span class="aside"> bulb from {names}</span></button>
                """)}
            {Html.If(canAct, $"""
                <details class="more" id="{prefix}{message.Id}-more">
                <summary aria-label="More for this message by {NameOf(message.From)}" title="More">⋯</summary>
                <div class="buttons">
                <button type="button" {data}data-react="{react}">{Icons.Bulb} {(mine ? "Take your bulb away" : "React with a bulb")}</button>
                {Html.Lines(shortcuts.Select(each => (Html)$"""<button type="button" {data}data-shortcut="{each.Name}">{each.Name}</button>"""))}
                {Html.If(prefix.Length == 0, $"""
                <button type="button" {data}data-reply="{message.Thread ?? message.Id}" data-name="{NameOf(message.From)}">Answer in thread</button>
                """)}
                </div></details>
                """)}
            """;
    }

    private Pressable PressableOf(ChatMessage message) => new(message.Id, person.Id, prefix);

    private Html Time(ChatMessage message)
    {
        var reader = ReaderIn(message.In);
        var clock = message.At.InZone(reader.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"""<time datetime="{ApiJson.Of(message.At)}" title="{Clock.Say(message.At, reader.Zone, reader.Now)}">{clock}</time>""";
    }

    private string NameOf(string id) => id == PersonId.Former.Value ? "A former member" : directory.NameOf(new PersonId(id));
}
