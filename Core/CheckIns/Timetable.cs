using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.CheckIns;

/// <summary>When a check-in asks whom: a rule, on whose clock, and how long there is to answer. Every instant is reckoned from it, and none is kept.</summary>
/// <param name="Rule">In the zone that was named; each member's own takes its place where <paramref name="IsLocal"/>.</param>
/// <param name="IsLocal">Each member is asked at that time of their own clock, on their own date.</param>
/// <param name="Open">How long somebody can answer in time; elapsed time, also where the clocks change.</param>
public sealed record Timetable(Recurrence Rule, bool IsLocal, Duration Open)
{
    public static readonly Duration Usual = Duration.FromHours(8);
    public static readonly Duration Shortest = Duration.FromMinutes(10);
    public static readonly Duration Longest = Duration.FromDays(7);

    /// <summary>A wall time may be this far from its instant in UTC, and moved by a gap besides.</summary>
    private static readonly Duration Reach = Duration.FromHours(40);

    /// <summary>The first window that opens after an instant; null where there is none any more.</summary>
    public PersonalWindow? Next(Instant after, string zone) => In(zone).NextOccurrence(after) is { } next ? Of(next) : null;

    /// <summary>The windows that open after an instant and until another, that one included.</summary>
    public IEnumerable<PersonalWindow> Opening(Instant after, Instant until, string zone) =>
        after >= until ? [] : In(zone).Between(after + Duration.Epsilon, until + Duration.Epsilon).Select(Of);

    /// <summary>The window of a date; null where the rule leaves it out.</summary>
    public PersonalWindow? On(LocalDate date, string zone)
    {
        var noon = (date + new LocalTime(12, 0)).InUtc().ToInstant();
        foreach (var occurrence in In(zone).Between(noon - Reach, noon + Reach))
        {
            if (occurrence.Planned.Date == date)
                return Of(occurrence);
        }

        return null;
    }

    private Recurrence In(string zone) => IsLocal ? Rule with { Zone = zone } : Rule;

    private PersonalWindow Of(Occurrence occurrence) => new(occurrence.Planned.Date, occurrence.At, occurrence.At + Open, occurrence.Shift);
}

/// <summary>The time in which one member answers for one date.</summary>
/// <param name="Date">The date that is answered for, on their own calendar where everybody has their own time.</param>
/// <param name="Closes">The first instant at which an answer is late.</param>
/// <param name="Shift">By how much the clocks moved its beginning, which they skip that day.</param>
public readonly record struct PersonalWindow(LocalDate Date, Instant Opens, Instant Closes, Duration Shift)
{
    /// <summary>When whoever has not answered is reminded, if they were asked at an instant.</summary>
    public static Instant RemindAt(Instant asked, Instant closes) => asked + (closes - asked) * 2 / 3;
}
