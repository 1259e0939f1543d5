using System.Globalization;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>What a visitor looks at: as whom, where, and beside whom. It all stands in the address, so a reload or a bookmark shows the same.</summary>
/// <param name="Place"><c>#team</c> or <c>dm</c>.</param>
/// <param name="Show">How many of the newest messages.</param>
public sealed record PageQuery(Resident As, string Place, Resident? Beside, int Show)
{
    public const string Direct = "dm";
    public const int AtFirst = 100;

    private const int Most = 2_000;

    /// <summary>What the address asks for, or the nearest thing that can be shown.</summary>
    public static PageQuery Read(IQueryCollection query, PlaygroundDirectory directory)
    {
        var here = directory.People.Where(resident => !resident.IsGone).ToList();
        if (here.Count == 0)
            throw new PlaygroundException("everybody is gone; POST {} to /playground/api/reset brings them back");
        var person = here.Find(resident => resident.Id == query["as"]) ?? here[0];
        var beside = here.Find(resident => resident.Id == query["beside"] && resident != person);
        var show = int.TryParse(query["show"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, AtFirst, Most) : AtFirst;
        return new PageQuery(person, PlaceFor(person, query["in"], directory), beside, show);
    }

    public string Url => UrlOf(As.Id, Place, Beside?.Id, Show);

    public string UrlAs(string person) => UrlOf(person, Place, Beside?.Id == person ? null : Beside?.Id, AtFirst);

    public string UrlIn(string place) => UrlOf(As.Id, place, Beside?.Id, AtFirst);

    public string UrlAlone => UrlOf(As.Id, Place, null, Show);

    public string UrlEarlier => UrlOf(As.Id, Place, Beside?.Id, Math.Min(Show + AtFirst, Most));

    public bool CanShowMore => Show < Most;

    public static string UrlOf(string person, string place, string? beside, int show)
    {
        var url = $"/?as={Uri.EscapeDataString(person)}&in={Uri.EscapeDataString(place)}";
        if (beside is not null)
            url += $"&beside={Uri.EscapeDataString(beside)}";
        return show == AtFirst ? url : url + $"&show={show.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string PlaceFor(Resident person, string? wanted, PlaygroundDirectory directory)
    {
        if (wanted == Direct)
            return Direct;
        var rooms = directory.Rooms.Where(room => room.Members.Contains(person.Id)).ToList();
        var name = wanted?.TrimStart('#');
        var room = rooms.Find(room => room.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? rooms.Find(room => room.Name == "team")
            ?? rooms.FirstOrDefault();
        return room is null ? Direct : "#" + room.Name;
    }
}
