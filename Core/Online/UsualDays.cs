using AsyncBot.Core.Time.Hours;

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
    private readonly List<DateTimeZone> _theirs;
    private readonly List<DateTimeZone> _all;
    private readonly Lazy<ILookup<LocalDate, Interval>> _windows;

    public UsualDays(OverlapQuestion question)
    {
        _question = question;
        _theirs = [.. question.People.Select(person => person.Zone).Distinct().Select(id => DateTimeZoneProviders.Tzdb[id])];
        _all = [.. _theirs, question.Zone];
        _windows = new(() => CommonHours.Of(question with
        {
            People = [.. question.People.Select(Of)],
            First = question.First.PlusDays(-Week - 1),
            Last = question.Last.PlusDays(Ahead),
            Now = Instant.MinValue,
        }).ToLookup(window => question.DayOf(window.Start)));
    }

    public static WorkingHours Of(WorkingHours person) =>
        person.Absences.Count + person.Holidays.Count == 0 ? person : person with { Absences = [], Holidays = [] };

    /// <param name="shown">The first day with a window; null where there is none, and any day may be the one that lost its windows.</param>
    public ShiftedDay? Earlier(LocalDate? shown)
    {
        if (!MayChange(_question.First.PlusDays(-Week), _question.Last))
            return null;
        foreach (var day in shown is { } one ? [one] : _question.Days)
        {
            if (Shift(day.PlusDays(-Week), day, Instant.MinValue) is { Count: > 0 } changes)
                return new ShiftedDay(day.PlusDays(-Week), On(day.PlusDays(-Week)), changes);
        }

        return null;
    }

    /// <summary>The first day after one that differs from the same day of the week before; where one day was asked about, the first of that weekday.</summary>
    public ShiftedDay? Later(LocalDate day)
    {
        if (!MayChange(day, day.PlusDays(Ahead)))
            return null;
        var step = IsOneDay ? Week : 1;
        for (var ahead = step; ahead <= Ahead; ahead += step)
        {
            var then = day.PlusDays(ahead);
            if (Shift(then.PlusDays(-Week), then, StartOn(day)) is { Count: > 0 } changes)
                return new ShiftedDay(then, On(then), changes);
        }

        return null;
    }

    private bool IsOneDay => _question.First == _question.Last;

    private bool MayChange(LocalDate first, LocalDate last) =>
        ClockChange.Between(_all, _question.StartOf(first) - Duration.FromDays(1), _question.StartOf(last.PlusDays(2))).Count > 0;

    /// <summary>
    /// The clocks that make a day look other than one a week before: the people's, and the reader's own only where it is no matter of theirs.
    /// </summary>
    /// <param name="from">What changed earlier is no reason.</param>
    private IReadOnlyList<ClockChange> Shift(LocalDate before, LocalDate then, Instant from)
    {
        var (ones, others) = (On(before), On(then));
        if (ones.Select(window => Shown(window, before)).SequenceEqual(others.Select(window => Shown(window, then))))
            return [];
        var (first, last) = (Instant.Max(from, StartOn(before)), EndOn(then));
        var week = Duration.FromDays(Week);
        var isReaders = ones.Select(window => new Interval(window.Start + week, window.End + week)).SequenceEqual(others);
        return !isReaders && ClockChange.Between(_theirs, first, last) is { Count: > 0 } changes ? changes : ClockChange.Between([_question.Zone], first, last);
    }

    private Instant StartOn(LocalDate day) => On(day).FirstOrDefault(new Interval(_question.StartOf(day), null)).Start;

    private Instant EndOn(LocalDate day) => On(day).LastOrDefault(new Interval(null, _question.StartOf(day.PlusDays(1)))).End;

    private (Period From, Period To) Shown(Interval window, LocalDate day) => (Since(window.Start, day), Since(window.End, day));

    private Period Since(Instant at, LocalDate day) => Period.Between(day.AtMidnight(), at.InZone(_question.Zone).LocalDateTime, PeriodUnits.Minutes);

    /// <summary>The windows that begin on a day; where that day alone was asked about, also what is left of the evening before.</summary>
    private IReadOnlyList<Interval> On(LocalDate day)
    {
        var windows = _windows.Value[day];
        var start = _question.StartOf(day);
        if (!IsOneDay)
            return [.. windows];
        var evening = _windows.Value[day.PlusDays(-1)].Where(window => window.End - start >= _question.Length);
        return [.. evening.Select(window => new Interval(start, window.End)), .. windows];
    }
}
