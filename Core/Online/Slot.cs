using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Online;

/// <summary>A time that does not suit everybody, and whom it hurts.</summary>
/// <param name="Pains">Of those whom it hurts, in their order.</param>
public sealed record Slot(Interval When, IReadOnlyList<Pain> Pains)
{
    private const int Shown = 3;

    private static readonly Duration Step = Duration.FromMinutes(30);
    private static readonly Duration Near = Duration.FromHours(3);
    private static readonly LocalTime Morning = new(6, 0);
    private static readonly LocalTime Evening = new(22, 0);

    private readonly Cost _cost = Cost.Of(Pains);

    /// <summary>
    /// The slots that hurt least: first that as few as possible are missing or have to come at night, then that few are missing, then that the
    /// worst-off is hurt little, and only then the sum, so that nobody pays for all. The earliest of equal ones comes first. Where fewer than
    /// two could come, nobody would meet.
    /// </summary>
    public static IReadOnlyList<Slot> LeastBad(OverlapQuestion question)
    {
        var day = Duration.FromDays(1);
        var people = question.People.Select(person => new Days(person, question.From - 2 * day, question.To + 2 * day)).ToList();
        var slots = Starts(question, people)
            .Select(start => Of(people, new Interval(start, start + question.Length)))
            .Where(slot => people.Count - slot._cost.Absent >= 2)
            .OrderBy(slot => slot._cost).ThenBy(slot => slot.When.Start);
        var best = new List<Slot>();
        foreach (var slot in slots)
        {
            if (best.Exists(taken => taken.When.Start < slot.When.End && slot.When.Start < taken.When.End))
                continue;
            best.Add(slot);
            if (best.Count == Shown * 7)
                break;
        }

        return best;
    }

    /// <summary>Every half hour of the reader's clock, and where somebody's work begins or a slot fits its end.</summary>
    private static SortedSet<Instant> Starts(OverlapQuestion question, List<Days> people)
    {
        var starts = new SortedSet<Instant>();
        for (var at = question.StartOf(question.DayOf(question.From)); at < question.To; at += Step)
            Add(at);
        foreach (var work in people.SelectMany(person => person.Work))
        {
            Add(work.Start);
            Add(work.Start - question.Length);
            Add(work.End);
            Add(work.End - question.Length);
        }

        return starts;

        void Add(Instant at)
        {
            if (at >= question.From && at < question.To)
                starts.Add(at);
        }
    }

    private static Slot Of(List<Days> people, Interval when)
    {
        var pains = new List<Pain>();
        for (var who = 0; who < people.Count; who++)
        {
            if (people[who].PainOf(who, when) is { } pain)
                pains.Add(pain);
        }

        return new Slot(when, pains);
    }

    /// <summary>What a slot costs, the dearest first.</summary>
    private readonly record struct Cost(int Unfit, int Absent, Duration Worst, Duration Sum) : IComparable<Cost>
    {
        public static Cost Of(IReadOnlyList<Pain> pains)
        {
            var cost = default(Cost);
            foreach (var pain in pains)
            {
                var absent = pain.IsAbsent ? 1 : 0;
                cost = new Cost(cost.Unfit + (pain.IsAtNight ? 1 : absent), cost.Absent + absent, Duration.Max(cost.Worst, pain.By), cost.Sum + pain.By);
            }

            return cost;
        }

        public int CompareTo(Cost other) => (Unfit, Absent, Worst, Sum).CompareTo((other.Unfit, other.Absent, other.Worst, other.Sum));
    }

    /// <summary>One person's work, with the dates on which it lies.</summary>
    private sealed class Days
    {
        private readonly WorkingHours _hours;
        private readonly DateTimeZone _zone;
        private readonly (LocalDate First, LocalDate Last)[] _dates;

        public Days(WorkingHours hours, Instant from, Instant to)
        {
            (_hours, _zone) = (hours, DateTimeZoneProviders.Tzdb[hours.Zone]);
            Work = hours.Between(from, to);
            _dates = [.. Work.Select(work => (work.Start.InZone(_zone).Date, (work.End - Duration.Epsilon).InZone(_zone).Date))];
        }

        public IReadOnlyList<Interval> Work { get; }

        public Pain? PainOf(int who, Interval when)
        {
            foreach (var work in Work)
            {
                if (work.Start <= when.Start && when.End <= work.End)
                    return null;
            }

            var (start, end) = (when.Start.InZone(_zone).LocalDateTime, when.End.InZone(_zone).LocalDateTime);
            if (_hours.Absences.FirstOrDefault(absence => absence.From < when.End && when.Start < absence.To) is { } absent)
                return new Pain(who, Hurt.Away, Duration.Zero, false, absent.Reason);
            Interval? before = null, after = null;
            var (last, first) = (LocalDate.MinIsoValue, LocalDate.MinIsoValue);
            for (var at = 0; at < _dates.Length; at++)
            {
                var isThatDay = _dates[at].First <= start.Date && start.Date <= _dates[at].Last;
                if (!isThatDay && (Work[at].Start - Near > when.End || when.Start > Work[at].End + Near || HolidayOn(start.Date) is not null))
                    continue;
                if (Work[at].Start <= when.Start)
                    (before, last) = (Work[at], _dates[at].First);
                else if (after is null)
                    (after, first) = (Work[at], _dates[at].First);
            }

            if (before is null && after is null)
            {
                return HolidayOn(start.Date) is { } holiday
                    ? new Pain(who, Hurt.Holiday, Duration.Zero, false, holiday.Name)
                    : new Pain(who, Hurt.DayOff, Duration.Zero, false, null);
            }

            var (late, early) = (Outside(before, when), Outside(after, when));
            var hurt = before is { } one && after is { } other && one.End <= when.Start && when.End <= other.Start && last == first ? Hurt.Break
                : late <= early ? Hurt.After
                : after!.Value.End < when.End ? Hurt.Around
                : Hurt.Before;
            return new Pain(who, hurt, Duration.Min(early, late), IsNight(start, end) && IsFarAtNight(when), null);
        }

        private Holiday? HolidayOn(LocalDate date) => _hours.Holidays.FirstOrDefault(holiday => holiday.Date == date);

        /// <summary>
        /// Whether somebody has to come at night although they work at other times: who works in the evening or at night has no night close to it.
        /// </summary>
        private bool IsFarAtNight(Interval when)
        {
            var from = when.Start;
            foreach (var work in Work)
            {
                if (work.Start - Near >= when.End)
                    break;
                if (work.Start - Near > from && IsNight(from, work.Start - Near))
                    return true;
                from = Instant.Max(from, work.End + Near);
                if (from >= when.End)
                    return false;
            }

            return IsNight(from, when.End);
        }

        private bool IsNight(Instant from, Instant to) => IsNight(from.InZone(_zone).LocalDateTime, to.InZone(_zone).LocalDateTime);

        private static bool IsNight(LocalDateTime from, LocalDateTime to) => from.TimeOfDay < Morning || to.Date > from.Date || to.TimeOfDay > Evening;

        /// <summary>How much the slot sticks out of a stretch of work, with the way there.</summary>
        private static Duration Outside(Interval? work, Interval when) => work is not { } near ? Duration.MaxValue
            : Duration.Max(Duration.Zero, near.Start - when.Start) + Duration.Max(Duration.Zero, when.End - near.End);
    }
}

/// <summary>How a slot hurts one person.</summary>
/// <param name="Who">A position in the list that was asked about.</param>
/// <param name="By">How far it lies outside their working time.</param>
/// <param name="IsAtNight">Before 06:00 or after 22:00 on their clock, and more than three hours away from their work.</param>
/// <param name="Detail">The absence's reason or the holiday's name; null or empty where there is none.</param>
public sealed record Pain(int Who, Hurt How, Duration By, bool IsAtNight, string? Detail)
{
    /// <summary>They can't come at all.</summary>
    public bool IsAbsent => How is Hurt.Away or Hurt.Holiday or Hurt.DayOff;
}

public enum Hurt
{
    /// <summary>Before their work begins.</summary>
    Before,

    /// <summary>After it ended.</summary>
    After,

    /// <summary>Between two stretches of work of one day.</summary>
    Break,

    /// <summary>Their work is shorter than the slot.</summary>
    Around,

    DayOff,

    Holiday,

    Away,
}
