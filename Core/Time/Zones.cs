using System.Globalization;
using System.Text;
using NodaTime.TimeZones;

namespace AsyncBot.Core.Time;

/// <summary>Lets people name a time zone as they would to each other: Europe/Lisbon in any case, Lisbon, Portugal, WET.</summary>
public static class Zones
{
    private const int MostChoices = 3;
    private const int ShortestBeginning = 3;

    /// <summary>Reads the whole text as one zone, or says what is wrong.</summary>
    /// <param name="ownZone">The speaker's: of the regions that an abbreviation stands for, it is the one that is meant.</param>
    public static ZoneReading Read(string text, string ownZone, Instant now)
    {
        var said = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ',', '!', '?');
        var plain = Plain(said);
        if (plain.EndsWith(" time", StringComparison.Ordinal) && !ZoneNames.TryCity(plain, out _))
            plain = plain[..^" time".Length];
        if (ZoneNames.TryId(plain.Replace(' ', '_'), out var id) || ZoneNames.TryCity(plain, out id))
            return new ZoneReading(id, "", []);
        if (ZoneAbbreviations.Contains(plain))
        {
            var regions = ZoneAbbreviations.Of(plain, ownZone, now);
            return regions is [var only]
                ? new ZoneReading(only, "", [])
                : new ZoneReading(null, $"{Quote.Of(said)} is the time of {string.Join(" or ", regions)}; which one is meant?", regions);
        }

        if (Country(plain) is { } country)
            return new ZoneReading(country, "", []);
        if (IsOffset(plain))
            return new ZoneReading(null, $"{Quote.Of(said)} does not say when the clocks change; a city does.", []);
        return new ZoneReading(null, $"{Quote.Of(said)} is no time zone that I know.", Nearest(plain));
    }

    private static bool IsOffset(string plain) => plain.Any(char.IsAsciiDigit)
        && (plain[0] is '+' or '-' || plain.StartsWith("utc", StringComparison.Ordinal) || plain.StartsWith("gmt", StringComparison.Ordinal));

    /// <summary>In lower case, and without accents: ids have none.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var part in (rune.IsAscii || rune.Value == 0xFFFD ? rune.ToString() : rune.ToString().Normalize(NormalizationForm.FormD)).EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                    plain.Append(Rune.ToLowerInvariant(part).ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>Some zones have a country's name besides, such as Portugal.</summary>
    private static string? Country(string plain) => plain.Length > 3 && plain.All(char.IsAsciiLetter)
        ? TzdbDateTimeZoneSource.Default.CanonicalIdMap.FirstOrDefault(alias => alias.Key.Equals(plain, StringComparison.OrdinalIgnoreCase)).Value
        : null;

    private static List<string> Nearest(string plain)
    {
        var area = plain.Contains('/', StringComparison.Ordinal) ? plain[..plain.IndexOf('/', StringComparison.Ordinal)] : "";
        var city = plain[(plain.LastIndexOf('/') + 1)..].Replace('_', ' ');
        if (city.Length < ShortestBeginning)
            return [];
        return [.. ZoneNames.AllCities
            .Where(known => known.Name == city || Typo.IsOneEdit(city, known.Name) || known.Name.StartsWith(city, StringComparison.Ordinal))
            .OrderBy(known => known.Name == city ? 0 : Typo.IsOneEdit(city, known.Name) ? 1 : 2)
            .ThenBy(known => known.Id.StartsWith(area + "/", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(known => known.Id, StringComparer.Ordinal)
            .Select(known => known.Id).Distinct().Take(MostChoices)];
    }
}

/// <summary>What came of reading a zone.</summary>
/// <param name="Id">An IANA id; null where none was read.</param>
/// <param name="Problem">One sentence, where none was. It quotes the speaker, so it is text to be escaped like any other.</param>
/// <param name="Choices">The ids that may be meant, for buttons.</param>
public sealed record ZoneReading(string? Id, string Problem, IReadOnlyList<string> Choices);
