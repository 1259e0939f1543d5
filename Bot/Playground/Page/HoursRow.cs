using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>What somebody does on a viewer's day: when they work, and when they would but are away or off.</summary>
/// <param name="Work">Whole stretches; the first and the last may reach beyond the day.</param>
public sealed record HoursRow(Colleague Colleague, IReadOnlyList<Interval> Work, IReadOnlyList<TimeOff> Off)
{
    public static HoursRow Of(Colleague colleague, Interval day)
    {
        // Where they live it may be yesterday or tomorrow.
        var (from, to) = (day.Start - Duration.FromDays(1), day.End + Duration.FromDays(1));
        var work = colleague.Hours.Between(from, to);
        var usual = (colleague.Hours with { Absences = [], Holidays = [] }).Between(from, to);
        return new HoursRow(
            colleague,
            [.. work.Where(span => Overlap(span, day))],
            [.. usual.SelectMany(span => Lost(colleague.Hours, span, work)).Where(off => Overlap(off.Span, day))]);
    }

    /// <summary>The parts of a usual stretch of work that are none, each with its reason.</summary>
    private static IEnumerable<TimeOff> Lost(WorkingHours hours, Interval usual, IReadOnlyList<Interval> work)
    {
        var edges = work.SelectMany(span => new[] { span.Start, span.End })
            .Concat(hours.Absences.SelectMany(absence => new[] { absence.From, absence.To }))
            .Where(edge => usual.Start < edge && edge < usual.End)
            .Append(usual.Start).Append(usual.End).Distinct().Order().ToList();
        TimeOff? last = null;
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            if (work.Any(span => span.Contains(start)))
                continue;
            var state = hours.At(start);
            var off = new TimeOff(new Interval(start, end), state.Reason == WorkReason.Absent, state.Detail ?? "");
            if (last is { } before && before.Span.End == start && before with { Span = off.Span } == off)
                off = off with { Span = new Interval(before.Span.Start, end) };
            else if (last is not null)
                yield return last;
            last = off;
        }

        if (last is not null)
            yield return last;
    }

    private static bool Overlap(Interval span, Interval day) => span.Start < day.End && span.End > day.Start;
}

/// <param name="IsAway">They said so; otherwise it is a day off for them.</param>
/// <param name="Reason">In somebody's words; empty where there are none.</param>
public sealed record TimeOff(Interval Span, bool IsAway, string Reason);
