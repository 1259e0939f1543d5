using AsyncBot.Core.Time;

namespace AsyncBot.Core.Online;

/// <summary>A day whose common windows lie elsewhere on the reader's clock, because clocks were set in between.</summary>
/// <param name="Windows">That day's; empty where nothing is in common.</param>
public sealed record ShiftedDay(LocalDate Day, IReadOnlyList<Interval> Windows, IReadOnlyList<ClockChange> Because);

/// <summary>Days as they are when nobody is away, so that what differs between them is the clocks' doing.</summary>
internal sealed class UsualDays
{
    private const int Week = 7;
    private const int Ahead = 28;

    private readonly OverlapQuestion _question;
    private readonly List<DateTimeZone> _zones;
    private readonly Lazy<ILookup<LocalDate, Interval>> _windows;

    public UsualDays(OverlapQuestion question)
    {
        _question = question;
        _zones = [.. question.People.Select(person => person.Zone).Distinct().Select(id => DateTimeZoneProviders.Tzdb[id]).Append(question.Zone)];
        _windows = new(() => CommonHours.Of(question with
        {
            People = [.. question.People.Select(Of)],
            First = question.First.PlusDays(-Week),
            Last = question.Last.PlusDays(Ahead),
            Now = Instant.MinValue,
        }).ToLookup(window => question.DayOf(window.Start)));
    }

    public static WorkingHours Of(WorkingHours person) => person.Absences.Count + person.Holidays.Count == 0 ? person : person with { Absences = [], Holidays = [] };

    /// <param name="shown">The first day with a window; null where there is none, and any day may be the one that lost its windows.</param>
    public ShiftedDay? Earlier(LocalDate? shown)
    {
        if (!MayChange(_question.First.PlusDays(-Week), _question.Last))
            return null;
        foreach (var day in shown is { } one ? [one] : _question.Days)
        {
            var before = day.PlusDays(-Week);
            if (!IsSame(before, day) && ClockChange.Between(_zones, StartOn(before), EndOn(day)) is { Count: > 0 } changes)
                return new ShiftedDay(before, [.. On(before)], changes);
        }

        return null;
    }

    /// <summary>The first day after one that differs from the same day of the week before.</summary>
    public ShiftedDay? Later(LocalDate day)
    {
        if (!MayChange(day, day.PlusDays(Ahead)))
            return null;
        for (var ahead = 1; ahead <= Ahead; ahead++)
        {
            var (before, then) = (day.PlusDays(ahead - Week), day.PlusDays(ahead));
            var from = Instant.Max(StartOn(day), StartOn(before));
            if (!IsSame(before, then) && ClockChange.Between(_zones, from, EndOn(then)) is { Count: > 0 } changes)
                return new ShiftedDay(then, [.. On(then)], changes);
        }

        return null;
    }

    private bool MayChange(LocalDate first, LocalDate last) =>
        ClockChange.Between(_zones, _question.StartOf(first) - Duration.FromDays(1), _question.StartOf(last.PlusDays(2))).Count > 0;

    private Instant StartOn(LocalDate day) => On(day).FirstOrDefault(new Interval(_question.StartOf(day), null)).Start;

    private Instant EndOn(LocalDate day) => On(day).LastOrDefault(new Interval(null, _question.StartOf(day.PlusDays(1)))).End;

    /// <summary>Whether the reader's clock shows the same.</summary>
    private bool IsSame(LocalDate one, LocalDate other) => On(one).Select(window => Shown(window, one)).SequenceEqual(On(other).Select(window => Shown(window, other)));

    private (Period From, Period To) Shown(Interval window, LocalDate day) => (Since(window.Start, day), Since(window.End, day));

    private Period Since(Instant at, LocalDate day) => Period.Between(day.AtMidnight(), at.InZone(_question.Zone).LocalDateTime, PeriodUnits.Minutes);

    /// <summary>The windows that begin on a day.</summary>
    private IEnumerable<Interval> On(LocalDate day) => _windows.Value[day];
}
