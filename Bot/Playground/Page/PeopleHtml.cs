using System.Globalization;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Who you can be, with what their clock says, and where you can be.</summary>
public sealed class PeopleHtml(PlaygroundDirectory directory, IClock clock)
{
    public Html Render(PageQuery query) => $"""
        <nav class="who" aria-label="Who you are"><h2>You are</h2>
        <ul>{directory.People.Where(person => !person.IsGone).Select(person => Person(person, query))}</ul></nav>
        <nav class="where" aria-label="Where you are"><h2>in</h2>
        <ul>{Rooms(query.As).Select(room => Place("#" + room.Name, HtmlRenderer.Own("#" + room.Name), room.IsArchived, query))}{Place(PageQuery.Direct, (Html)$"""<span>Direct messages<span class="wide"> with AsyncBot</span></span>""", false, query)}</ul></nav>
        """;

    /// <summary>Lets a visitor see the same place with somebody else's eyes.</summary>
    public Html Watch(PageQuery query) => query.Beside is { } beside
        ? (Html)$"""<a class="button" id="alone" href="{query.UrlAlone}">Stop watching {HtmlRenderer.Own(beside.Name)}</a>"""
        : $"""
            <form class="watch" method="get" action="/"><input type="hidden" name="as" value="{query.As.Id}"><input type="hidden" name="in" value="{query.Place}">
            <label for="beside">Watch beside</label> <select id="beside" name="beside">{Others(query.As).Select(person => (Html)$"""<option value="{person.Id}">{person.Name}</option>""")}</select> <button>Watch</button></form>
            """;

    private IEnumerable<Resident> Others(Resident person) => directory.People.Where(other => other != person && !other.IsGone);

    private IEnumerable<Room> Rooms(Resident person) => directory.Rooms.Where(room => room.Members.Contains(person.Id));

    private Html Person(Resident person, PageQuery query)
    {
        var now = clock.GetCurrentInstant().InZone(directory.PlatformZoneOf(person.Id));
        var part = PartOfDay.Of(person, now.LocalDateTime);
        var presence = directory.PresenceOf(person.Id) switch { "active" => "online", "dnd" => "do not disturb", _ => null };
        return $"""
            <li><a id="be-{person.Id}" href="{query.UrlAs(person.Id)}"{Html.If(person == query.As, $""" aria-current="true" """)} title="{person.Zone}">{Avatar.Of(person.Id, person.Name)}<span class="name">{HtmlRenderer.Own(person.Name)}</span> <span class="local"><span class="wide">{now.ToString("ddd", CultureInfo.InvariantCulture)} </span>{now.ToString("HH:mm", CultureInfo.InvariantCulture)}</span> <span class="part"><span aria-hidden="true">{part.Sign}</span> {part.Words}{Html.If(presence is not null, $", {presence}")}</span></a></li>
            """;
    }

    private static Html Place(string place, Html name, bool isArchived, PageQuery query) => $"""
        <li><a id="in-{place.TrimStart('#')}" href="{query.UrlIn(place)}"{Html.If(place == query.Place, $""" aria-current="true" """)}>{name}{Html.If(isArchived, $""" <span class="mark">archived</span>""")}</a></li>
        """;
}
