using System.Globalization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Who you can be, with what their clock says and whether they can be reached, and where you can be.</summary>
public sealed class PeopleHtml(PlaygroundDirectory directory)
{
    public Html Render(PageQuery query, PeopleNow people) => $"""
        <nav class="who" aria-label="Who you are"><h2>You are</h2>
        <ul>{people.Everybody.Select(person => Person(person, query))}</ul></nav>
        <nav class="where" aria-label="Where you are"><h2>in</h2>
        <ul>{Places(query)}</ul></nav>
        """;

    private IEnumerable<Html> Places(PageQuery query) => Rooms(query.As)
        .Select(room => Place("#" + room.Name, HtmlRenderer.Own("#" + room.Name), room.IsArchived, query))
        .Append(Place(PageQuery.Direct, $"""<span>Direct messages<span class="wide"> with AsyncBot</span></span>""", false, query));
    /// <summary>Lets a visitor see the same place with somebody else's eyes.</summary>
    public Html Watch(PageQuery query) => query.Beside is { } beside
        ? (Html)$"""<a class="button" id="alone" href="{query.UrlAlone}">Stop watching {HtmlRenderer.Own(beside.Name)}</a>"""
        : $"""
            <form class="watch" method="get" action="/">
            <input type="hidden" name="as" value="{query.As.Id}"><input type="hidden" name="in" value="{query.Place}">
            <label for="beside">Watch beside</label> <select id="beside" name="beside">{Others(query.As).Select(Option)}</select>
            <button>Watch</button></form>
            """;

    private Html Option(Resident person) => $"""<option value="{person.Id}">{directory.NameOf(new PersonId(person.Id))}</option>""";
    private IEnumerable<Resident> Others(Resident person) => directory.People.Where(other => other != person && !other.IsGone);

    private IEnumerable<Room> Rooms(Resident person) => directory.Rooms.Where(room => room.Members.Contains(person.Id));

    private static Html Person(PersonNow person, PageQuery query)
    {
        var id = person.Id.Value;
        Html face = $"""{Avatar.Of(id, person.Name)}<span class="name">{HtmlRenderer.Own(person.Name)}</span>""";
        Html link = $"""id="be-{id}" href="{query.UrlAs(id)}"{Current(id == query.As.Id)}{Zone(person, query)}""";
        return $"<li><a {link}>{face} {State(person, query)}</a></li>";
    }

    private static Html Current(bool isHere) => Html.If(isHere, $""" aria-current="true" """);

    private static Html State(PersonNow person, PageQuery query) => IsShown(person, query)
        ? (Html)$"""{Local(person)} <span class="part"><span aria-hidden="true">{person.Sign}</span> {person.State}</span>"""
        : $"""<span class="part">ask them</span>""";

    private static Html Local(PersonNow person)
    {
        var day = person.Local.ToString("ddd", CultureInfo.InvariantCulture);
        return Html.If(person.Colleague.IsZoneKnown, $"""<span class="local"><span class="wide">{day} </span>{person.Time}</span>""");
    }
    private static Html Zone(PersonNow person, PageQuery query) =>
        Html.If(IsShown(person, query) && person.Colleague.IsZoneKnown, $""" title="On the clock of {person.Clock.Id}" """);

    private static bool IsShown(PersonNow person, PageQuery query) => person.IsShownTo(new PersonId(query.As.Id));

    private static Html Place(string place, Html name, bool isArchived, PageQuery query)
    {
        var mark = Html.If(isArchived, $""" <span class="mark">archived</span>""");
        var current = Current(place == query.Place);
        return $"""<li><a id="in-{place.TrimStart('#')}" href="{query.UrlIn(place)}"{current}>{name}{mark}</a></li>""";
    }
}
