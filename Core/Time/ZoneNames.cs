using System.Collections.Frozen;

namespace AsyncBot.Core.Time;

/// <summary>Zones by their IANA ids in any case, and by the cities that these are named after.</summary>
internal static class ZoneNames
{
    public const int LongestCityWords = 4;

    private static readonly string[] Continents = ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    // These are words that a task may begin or end with, or no cities.
    private static readonly string[] NoCities =
    [
        "act", "bougainville", "canary", "casey", "center", "chatham", "christmas", "currie", "davis", "easter", "eastern", "eucla", "jersey",
        "lhi", "marengo", "mawson", "midway", "monticello", "nome", "north", "nsw", "palmer", "queensland", "resolute", "reunion", "rothera",
        "south", "syowa", "tasmania", "troll", "vevay", "victoria", "vincennes", "vostok", "wake", "wallis", "west", "winamac", "knox",
    ];

    private static readonly (string Names, string Id)[] Others =
    [
        ("nyc, new york city, boston, washington dc, philadelphia, miami, atlanta, us eastern, eastern, eastern time", "America/New_York"),
        ("dallas, houston, austin, minneapolis, us central, central time", "America/Chicago"),
        ("salt lake city, us mountain, mountain time", "America/Denver"),
        ("san francisco, seattle, portland, san diego, las vegas, us pacific, pacific, pacific time", "America/Los_Angeles"),
        ("montreal, ottawa", "America/Toronto"),
        ("rio de janeiro, brasilia", "America/Sao_Paulo"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("edinburgh, manchester", "Europe/London"),
        ("munich, frankfurt, hamburg, cologne", "Europe/Berlin"),
        ("barcelona", "Europe/Madrid"),
        ("milan", "Europe/Rome"),
        ("geneva", "Europe/Zurich"),
        ("porto", "Europe/Lisbon"),
        ("st petersburg, saint petersburg", "Europe/Moscow"),
        ("cape town", "Africa/Johannesburg"),
        ("tel aviv", "Asia/Jerusalem"),
        ("mumbai, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune, india", "Asia/Kolkata"),
        ("beijing, shenzhen, guangzhou, china", "Asia/Shanghai"),
        ("osaka, kyoto, japan", "Asia/Tokyo"),
        ("hanoi, saigon", "Asia/Ho_Chi_Minh"),
        ("wellington", "Pacific/Auckland"),
        ("hawaii", "Pacific/Honolulu"),
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Ids = DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal))
        .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Known = Read();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Cities = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords =
        Known.Keys.Select(city => city.Split(' ', '-')[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In lower case, with single spaces.</summary>
    public static IEnumerable<(string Name, string Id)> AllCities => Known.Select(city => (city.Key, city.Value));

    public static bool TryId(ReadOnlySpan<char> word, out string? id) => Ids.TryGetValue(word, out id);

    /// <param name="words">In lower case, with single spaces, or with underscores as ids have them.</param>
    public static bool TryCity(ReadOnlySpan<char> words, out string? id) =>
        words.Contains('_') ? Known.TryGetValue(words.ToString().Replace('_', ' '), out id) : Cities.TryGetValue(words, out id);

    /// <summary>The first part of ids, so that a misspelt one is noticed.</summary>
    public static bool IsArea(ReadOnlySpan<char> word)
    {
        foreach (var continent in Continents)
        {
            if (word.Equals(continent, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static bool MayBegin(ReadOnlySpan<char> word) => FirstWords.Contains(word);

    private static FrozenDictionary<string, string> Read()
    {
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var name = id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ').ToLowerInvariant();
            if (Array.Exists(Continents, continent => id.StartsWith(continent + "/", StringComparison.Ordinal)) && !NoCities.Contains(name))
                cities.TryAdd(name, id);
        }

        foreach (var (names, id) in Others)
        {
            foreach (var name in names.Split(", "))
                cities[name] = id;
        }

        return cities.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
