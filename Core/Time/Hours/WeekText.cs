using System.Globalization;

namespace AsyncBot.Core.Time.Hours;

/// <summary>Working hours as text, both ways.</summary>
internal static class WeekText
{
    /// <summary>Longer than any week that can be written.</summary>
    private const int MostCharacters = 1_500;

    private const string Example = "mon-fri 9-17, sat 10-12";

    public static WeekReading Read(string? text)
    {
        if (text?.Length > MostCharacters)
            return Refuse("Working hours are shorter than that.");
        var words = new PhraseWords((text ?? "").Replace(';', ',').TrimEnd(' ', ',', '.'));
        if (words.Next.Length == 0)
            return Refuse("It does not say when.");
        var windows = new List<WorkingWindow>();
        var (areDaysSaid, isHalfOrWhole) = (false, false);
        List<IsoDayOfWeek> days = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)];
        do
        {
            var named = new List<IsoDayOfWeek>();
            if (words.Take("daily") || words.TakeAll("every", "day"))
                named.AddRange(Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day));
            else
                DayWords.TryTake(words, named);
            areDaysSaid |= named.Count > 0;
            if (named.Count > 0)
                days = named;
            words.Take("from");
            var said = words.Next;
            if (HoursWords.Take(words) is not { } hours)
                return Refuse(said.Length == 0 ? "The hours are missing at the end." : $"“{Cut(said)}” was not understood.");
            isHalfOrWhole |= hours.IsHalfOrWhole;
            windows.AddRange(days.Select(day => new WorkingWindow(day, hours.From, hours.To)));
            if (windows.Distinct().Count() > WorkingWeek.MostWindows)
                return Refuse($"A week has at most {WorkingWeek.MostWindows} stretches of work.");
        }
        while (TakeJoint(words));
        return WeekReading.Of(new WorkingWeek(windows)) with { AreDaysAssumed = !areDaysSaid, IsHalfOrWhole = isHalfOrWhole };
    }

    public static string Of(WorkingWeek week)
    {
        var hours = week.Windows.GroupBy(window => window.Day)
            .Select(day => (Day: day.Key, Hours: string.Join(" and ", day.Select(Hours))))
            .GroupBy(day => day.Hours, day => day.Day);
        return string.Join(", ", hours.Select(same => $"{Days([.. same])} {same.Key}"));
    }

    private static bool TakeJoint(PhraseWords words)
    {
        var isMore = false;
        while (words.Take(",") || words.Take("and"))
            isMore = true;
        return isMore || words.Next.Length > 0;
    }

    private static string Days(List<IsoDayOfWeek> days)
    {
        var runs = new List<string>();
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && days[last + 1] == days[last] + 1)
                last++;
            runs.Add(last == i ? Name(days[i]) : $"{Name(days[i])}-{Name(days[last])}");
            i = last + 1;
        }

        return runs.Count < 3 ? string.Join(" and ", runs) : $"{string.Join(", ", runs[..^1])} and {runs[^1]}";
    }

    private static string Name(IsoDayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private static string Hours(WorkingWindow window) =>
        $"{Clock(window.From, "")}-{(window.To == LocalTime.Midnight ? "24" : Clock(window.To, window.IsOvernight && window.To.Hour < 10 ? "0" : ""))}";

    private static string Clock(LocalTime time, string zero)
    {
        var minutes = time.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{time.Minute:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{zero}{time.Hour}{minutes}");
    }

    private static string Cut(string word) => word.Length <= 40 ? word : string.Concat(word.AsSpan(0, char.IsHighSurrogate(word[39]) ? 39 : 40), "…");

    private static WeekReading Refuse(string problem) => WeekReading.Of(new PhraseRefusal(problem, Example));
}
