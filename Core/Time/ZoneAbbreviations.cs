using System.Collections.Frozen;

namespace AsyncBot.Core.Time;

/// <summary>What people mean by EST or CET: a region, whose clocks change. Time zone data means Panama by EST.</summary>
internal static class ZoneAbbreviations
{
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Regions = Table().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWords =
        new[] { "art", "cat", "cot", "eat", "wat", "wet", "west", "z" }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Regions.ContainsKey(word);

    /// <summary>English words must be in capitals to be zones.</summary>
    public static bool IsAlsoWord(ReadOnlySpan<char> word) => AlsoWords.Contains(word);

    /// <summary>The regions that the abbreviation stands for, the speaker's own if it is one; several where only the speaker knows.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<char> word, string ownZone, Instant now)
    {
        var regions = Regions[word];
        var own = DateTimeZoneProviders.Tzdb[ownZone];
        if (regions[0] == "UTC" || regions.Contains(ownZone))
            return regions[0] == "UTC" ? regions : [ownZone];
        var year = now.InUtc().Year;
        foreach (var month in (ReadOnlySpan<int>)[1, 7])
        {
            if (word.Equals(own.GetZoneInterval(Instant.FromUtc(year, month, 1, 0, 0)).Name, StringComparison.OrdinalIgnoreCase))
                return [ownZone];
        }

        return regions;
    }

    private static FrozenDictionary<string, string[]> Table() => new (string Words, string[] Regions)[]
    {
        ("utc z gmt zulu", ["UTC"]),
        ("et est edt", ["America/New_York"]),
        ("ct cdt", ["America/Chicago"]),
        ("cst", ["America/Chicago", "Asia/Shanghai", "America/Havana"]),
        ("mt mst mdt", ["America/Denver"]),
        ("pt pst pdt", ["America/Los_Angeles"]),
        ("akt akst akdt", ["America/Anchorage"]),
        ("hst", ["Pacific/Honolulu"]),
        ("ast", ["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"]),
        ("adt", ["America/Halifax"]),
        ("nst ndt", ["America/St_Johns"]),
        ("brt", ["America/Sao_Paulo"]),
        ("art", ["America/Argentina/Buenos_Aires"]),
        ("clt clst", ["America/Santiago"]),
        ("cot", ["America/Bogota"]),
        ("bst", ["Europe/London", "Asia/Dhaka", "Pacific/Bougainville"]),
        ("ist", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("wet west", ["Europe/Lisbon"]),
        ("cet cest", ["Europe/Paris"]),
        ("eet eest", ["Europe/Athens"]),
        ("msk", ["Europe/Moscow"]),
        ("trt", ["Europe/Istanbul"]),
        ("wat", ["Africa/Lagos"]),
        ("cat", ["Africa/Maputo"]),
        ("eat", ["Africa/Nairobi"]),
        ("sast", ["Africa/Johannesburg"]),
        ("gst", ["Asia/Dubai"]),
        ("pkt", ["Asia/Karachi"]),
        ("ict", ["Asia/Bangkok"]),
        ("wib", ["Asia/Jakarta"]),
        ("sgt", ["Asia/Singapore"]),
        ("hkt", ["Asia/Hong_Kong"]),
        ("pht", ["Asia/Manila"]),
        ("jst", ["Asia/Tokyo"]),
        ("kst", ["Asia/Seoul"]),
        ("awst", ["Australia/Perth"]),
        ("acst acdt", ["Australia/Adelaide"]),
        ("aet aest aedt", ["Australia/Sydney"]),
        ("nzt nzst nzdt", ["Pacific/Auckland"]),
    }
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Regions)))
        .ToFrozenDictionary(row => row.word, row => row.Regions, StringComparer.Ordinal);
}
