using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Online;

/// <summary>The times in which everybody works at once.</summary>
public static class CommonHours
{
    private static readonly Duration Day = Duration.FromDays(1);

    /// <summary>The common stretches of that length at least, in order and apart from each other, cut at the two instants.</summary>
    public static IReadOnlyList<Interval> Between(IReadOnlyList<WorkingHours> people, Instant from, Instant to, Duration length)
    {
        if (people.Count == 0 || from >= to)
            return [];
        var common = Long(people[0].Between(from, to), length);
        for (var who = 1; who < people.Count && common.Count > 0; who++)
            common = Long(Both(common, people[who].Between(from, to)), length);
        return common;
    }

    /// <summary>
    /// Those that begin on the days asked about, of which enough is still to come. Each is shown whole, also where it began before now or ends
    /// after midnight; of one that began the evening before the first day, only what lies on that day. One that lasts longer than a day is cut
    /// into days.
    /// </summary>
    public static IReadOnlyList<Interval> Of(OverlapQuestion question)
    {
        var (first, last) = (question.StartOf(question.First), question.To);
        var windows = new List<Interval>();
        foreach (var common in Between(question.People, first - Day, last + Day, question.Length))
        {
            foreach (var window in Days(question, common))
            {
                if (window.Start < last && window.End - Instant.Max(window.Start, question.From) >= question.Length)
                    windows.Add(window.Start < first ? new Interval(first, window.End) : window);
            }
        }

        return windows;
    }

    private static List<Interval> Both(List<Interval> ones, IReadOnlyList<Interval> others)
    {
        var both = new List<Interval>();
        for (int one = 0, other = 0; one < ones.Count && other < others.Count;)
        {
            var start = Instant.Max(ones[one].Start, others[other].Start);
            var end = Instant.Min(ones[one].End, others[other].End);
            if (start < end)
                both.Add(new Interval(start, end));
            if (ones[one].End <= others[other].End)
                one++;
            else
                other++;
        }

        return both;
    }

    private static List<Interval> Long(IReadOnlyList<Interval> all, Duration length) => [.. all.Where(each => each.Duration >= length)];

    private static IEnumerable<Interval> Days(OverlapQuestion question, Interval common)
    {
        var start = common.Start;
        while (common.End - start > Day)
        {
            var midnight = question.StartOf(question.DayOf(start).PlusDays(1));
            if (midnight > question.From && midnight - Instant.Max(start, question.From) < question.Length)
                midnight = question.StartOf(question.DayOf(start).PlusDays(2));
            if (common.End - midnight < question.Length)
                break;
            yield return new Interval(start, midnight);
            start = midnight;
        }

        yield return new Interval(start, common.End);
    }
}
