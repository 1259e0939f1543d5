using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>One pane of chat: a heading, what was said day by day, and a friendly word where nothing was.</summary>
public sealed class ConversationHtml(PlaygroundDirectory directory, PlaygroundChat chat, OpenForms forms, Transcript transcript, CommandCatalog commands)
{
    private const int MostNamed = 6;

    /// <param name="prefix">Empty for the visitor's own pane.</param>
    /// <param name="tools">What stands at the heading's right.</param>
    public Html Render(Conversation conversation, PeopleNow people, string prefix, Html tools, string earlier) => $"""
        <section class="pane" id="{prefix}pane" aria-labelledby="{prefix}heading">
        <div class="pane-head"><h2 id="{prefix}heading">{Heading(conversation, people, prefix)}</h2>{tools}</div>
        <div class="log" id="{prefix}log" role="log" tabindex="0" aria-labelledby="{prefix}heading">
        {Html.If(conversation.HasEarlier && earlier.Length > 0, $"""
        <p class="earlier"><a class="button" id="{prefix}earlier" href="{earlier}">Show earlier messages</a></p>
        """)}
        {Messages(conversation, people, prefix)}
        {Html.If(conversation.IsArchived, $"""<p class="archived">{conversation.Place} is archived: everybody can read it, nobody can add to it.</p>""")}
        </div>
        </section>
        """;

    private static Html Heading(Conversation conversation, PeopleNow people, string prefix)
    {
        Html place = conversation.Place == PageQuery.Direct ? $"Direct messages with AsyncBot" : HtmlRenderer.Own(conversation.Place);
        if (prefix.Length == 0)
            return place;
        var person = conversation.Person;
        var at = At(people.Find(person.Id), people.Viewer.Id);
        return $"{place} <span class=\"aside\">, </span><small>as {HtmlRenderer.Own(person.Name)} sees it{at}</small>";
    }

    private static string At(PersonNow? person, PersonId viewer) => person?.IsShownTo(viewer) == true ? $", at {person.Time}" : "";

    private Html Messages(Conversation conversation, PeopleNow people, string prefix)
    {
        if (!conversation.IsOpen)
        {
            return $"""<div class="empty"><p>{HtmlRenderer.Own(conversation.Person.Name)} is not in {conversation.Place}, """
                + $"""and so sees nothing of it.</p></div>""";
        }
        if (conversation.Threads.Count == 0)
            return Empty(conversation, people, prefix);
        var zone = people.ClockOf(conversation.Person);
        var messages = new MessageHtml(
            conversation.Person, zone, directory, chat, forms, transcript, commands.Shortcuts, prefix, canAct: !conversation.IsArchived);
        var days = conversation.Threads.GroupBy(thread => thread.Root.At.InZone(zone).Date);
        return Html.Lines(days.Select(day => (Html)$"""
            <h3 class="day" id="{prefix}day-{day.First().Root.Id}"><span>{Clock.Say(day.Key)}</span></h3>
            <ol class="messages" id="{prefix}messages-{day.First().Root.Id}">
            {Html.Lines(day.Select(messages.Render))}
            </ol>
            """));
    }

    private Html Empty(Conversation conversation, PeopleNow people, string prefix) => $"""
        <div class="empty">
        {Icons.Face}
        <p>{(conversation.Place == PageQuery.Direct
            ? (Html)$"Just you and me. What you keep here stays between us until you share it."
            : $"Quiet in {conversation.Place}. {Asleep(conversation, people)}")}</p>
        {Html.If(prefix.Length == 0, $"""
            <p class="chips"><button type="button" class="chip" data-fill="/idea add Rotate the demo host">/idea add Rotate the demo host</button>
            <button type="button" class="chip" data-fill="/async help">/async help</button></p>
            """)}
        </div>
        """;

    /// <summary>Whoever reads this is awake.</summary>
    private string Asleep(Conversation conversation, PeopleNow people)
    {
        var members = directory.FindRoom(conversation.Place.TrimStart('#'))?.Members ?? [];
        var others = members.Where(member => member != conversation.Person.Id).Select(people.Find).OfType<PersonNow>().ToList();
        var shown = others.Where(person => person.IsShownTo(people.Viewer.Id)).ToList();
        const string asleep = "asleep, and will find your idea beside the morning coffee";
        return shown.Where(person => person.IsAsleep).Select(person => person.Name).ToList() switch
        {
            [] => shown.Count > 0 && shown.Count == others.Count ? "Everybody is awake, for once. A good moment for an idea." : "A good moment for an idea.",
            [var only] => $"{only} is {asleep}.",
            [var first, var second, .. { Count: > MostNamed - 2 } rest] => $"{first}, {second} and {rest.Count} others are {asleep}.",
            [.. var some, var last] => $"{string.Join(", ", some)} and {last} are {asleep}.",
        };
    }
}
