using System.Text.RegularExpressions;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using NodaTime.Text;

namespace AsyncBot.Core.CheckIns;

/// <summary>Reads a date that is not to come, at the end of some words: 2026-03-09, yesterday, monday, 9 march.</summary>
internal static partial class PastDate
{
    private const int MostWords = 4;

    /// <returns>The date, and the words before it; the date is null where the words end in none.</returns>
    public static (LocalDate? Date, string Before) AtEnd(string text, LocalDate today)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var first = Math.Max(0, words.Length - MostWords); first < words.Length; first++)
        {
            var from = first;
            if (words[from].Equals("on", StringComparison.OrdinalIgnoreCase) || words[from].Equals("of", StringComparison.OrdinalIgnoreCase))
                from++;
            if (from < words.Length && Read(string.Join(' ', words[from..]), today) is { } date)
                return (date, string.Join(' ', words[..first]));
        }

        return (null, text.Trim());
    }

    private static LocalDate? Read(string said, LocalDate today)
    {
        if (LocalDatePattern.Iso.Parse(said) is { Success: true, Value: var iso })
            return iso;
        switch (said.ToLowerInvariant())
        {
            case "today":
                return today;
            case "yesterday":
                return today.PlusDays(-1);
        }

        if (Ahead().IsMatch(said))
            return null;

        // Of the dates that are meant by such words it is the latest that is not to come.
        foreach (var back in new[] { 6, 363 })
        {
            var then = today.PlusDays(-back).AtMidnight().InUtc().ToInstant() - Duration.Epsilon;
            var read = When.ReadWhole(said, new WhenContext(then, "UTC"));
            if (read is Once { IsTimeAssumed: true, IsDateAssumed: false, IsZoneNamed: false, Local.Date: var date } && date <= today)
                return date;
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:tomorrow|tonight|next|in|after|from)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    /// <summary>A date as it is typed.</summary>
    public static string Typed(LocalDate date) => Clock.Iso(date);
}
