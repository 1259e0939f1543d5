using AsyncBot.Core.Time.Recurrences;
using NodaTime.TimeZones;

namespace AsyncBot.Core.Time.When;

/// <summary>Reckons which instant or recurrence a phrase means.</summary>
internal static class Resolver
{
    private const string Example = "tomorrow at 9:30";

    public static WhenReading Resolve(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        if (draft.Problem is { } problem)
            return Refuse(problem);
        if (context.Is24Hour && draft is { Part: null, Clock: { IsEither: true } either })
            return Either(words, draft, either.Time);
        return draft.Beat is { } beat ? Repeat(words, draft, beat, context) : Single(words, draft, context);
    }

    public static NoTime Refuse(Problem problem) => new(problem.Sentence, problem.Example) { Choices = problem.Choices, IsOutOfReach = problem.IsOutOfReach };

    private static NoTime Either(WhenWords words, PhraseDraft draft, LocalTime time)
    {
        var (before, behind) = (words.Written(draft.First, draft.ClockText.First), words.Written(draft.ClockText.End, draft.End));
        string[] times = [Clock.Say(time), Clock.Say(time.PlusHours(12))];
        var said = Quote.Of(words.Written(draft.ClockText.First, draft.ClockText.End));
        return new NoTime($"{said} could be {times[0]} or {times[1]}.", $"{(draft.Beat is null ? "tomorrow" : "every day")} at {times[1]}")
        {
            Choices = [.. times.Select(each => $"{before} {each} {behind}".Trim())],
        };
    }

    private static WhenReading Single(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        var zoneId = draft.Zone ?? context.ZoneId;
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var said = Quote.Of(words.Written(draft.First, draft.End));
        if (draft.Day is null && draft.Elapsed is { } elapsed)
            return Checked(At(context.Now + elapsed, zone, draft), said, context);

        var now = context.Now.InZone(zone).LocalDateTime;
        if (TimeOf(draft, context, now) is not { } time)
            return new NoTime($"The hour and the part of the day in {said} don't go together.", "tomorrow at 20:00");
        var day = draft.Day ?? new Soonest();
        if (draft.Clock is { IsMidnight: true } && day is RelativeDay { Days: 0 })
            day = new RelativeDay(1);

        // A weekday tells which year is meant.
        Once? past = null;
        foreach (var date in day.Dates(context.LooksBack && draft.Weekday is not null ? now.Date.PlusYears(-1) : now.Date))
        {
            foreach (var candidate in Times(draft, day, time, now.Date == date, context))
            {
                var moment = On(date + candidate, zone, draft) with { IsClamped = day.IsClamped(date, now.Date) };
                if (draft.Elapsed is { } more)
                    moment = At(moment.At + more, zone, draft);
                if (moment.At > context.Now && draft.Weekday is { } weekday && weekday != date.DayOfWeek)
                    return past ?? (WhenReading)new NoTime($"{Clock.Say(date)} is no {weekday}.", Example);
                if (moment.At > context.Now)
                    return Checked(moment with { Alternatives = Alternatives(draft, day, moment, time, zone, now.Date, context) }, said, context);
                if (context.LooksBack && (draft.Weekday is null || draft.Weekday == date.DayOfWeek))
                    past = moment;
            }
        }

        if (past is not null)
            return past;
        var isToday = draft.Day is RelativeDay { Days: 0 };
        return new NoTime($"{said} is past.", isToday ? "in 2 hours" : Example) { Choices = InTheEvening(draft, time, now), IsOutOfReach = true };
    }

    /// <summary>Null where the hour contradicts the part of the day.</summary>
    private static LocalTime? TimeOf(PhraseDraft draft, WhenContext context, LocalDateTime now)
    {
        if (draft.Clock is { } clock)
            return (context.Is24Hour && draft.Part is null ? clock.On24Hours : clock).In(draft.Part);
        if (draft.IsDayEnd || draft.Day is { IsEnd: true })
            return context.DayEnd;
        return draft.Part is { } part ? DayHours.Of(part) : draft.KeepsClock || draft.Day is { KeepsClock: true } ? now.TimeOfDay : DayHours.Usual;
    }

    /// <summary>"today at 9", said in the afternoon.</summary>
    private static string[] InTheEvening(PhraseDraft draft, LocalTime time, LocalDateTime now)
    {
        var mayBeMeant = draft is { Day: RelativeDay { Days: 0 }, Part: null, Clock.IsLoose: true } && time.Hour < 12;
        var evening = time.PlusHours(12);
        return mayBeMeant && evening > now.TimeOfDay ? [$"today at {Clock.Say(evening)}"] : [];
    }

    // Where only today was said, and nine o'clock is past, the end of its work is meant.
    private static IEnumerable<LocalTime> Times(PhraseDraft draft, NamedDay day, LocalTime time, bool isToday, WhenContext context)
    {
        var isTimeSaid = draft.Clock is not null || draft.KeepsClock || draft.Part is not null || draft.IsDayEnd;
        var isOneDay = day is RelativeDay or ExactDay or MonthDay or DayOfMonth or NamedWeekday { Week: 0 };
        return isToday && !isTimeSaid && isOneDay ? [time, context.DayEnd] : [time];
    }

    private static Once At(Instant at, DateTimeZone zone, PhraseDraft draft)
    {
        var local = at.InZone(zone).LocalDateTime;
        return new Once(at, local, zone.Id) { IsZoneNamed = draft.Zone is not null, IsBy = draft.IsBy, IsRepeated = zone.MapLocal(local).Count == 2 };
    }

    private static Once On(LocalDateTime planned, DateTimeZone zone, PhraseDraft draft)
    {
        var actual = zone.ResolveLocal(planned, Resolvers.LenientResolver);
        return At(actual.ToInstant(), zone, draft) with
        {
            Shift = actual.LocalDateTime.InUtc() - planned.InUtc(),
            IsDateAssumed = draft.Day is null && !draft.IsDayEnd,
            IsTimeAssumed = draft.Clock is null && !draft.IsDayEnd && !draft.KeepsClock && draft.Day is not { KeepsClock: true },
        };
    }

    private static List<Instant> Alternatives(
        PhraseDraft draft, NamedDay day, Once moment, LocalTime time, DateTimeZone zone, LocalDate today, WhenContext context)
    {
        var others = (day is DayOfMonth && !moment.IsClamped ? [] : day.Others(today)).Select(date => date + time).ToList();
        if (draft.Clock is { IsMidnight: true } && day is not RelativeDay { Days: <= 1 } and not Soonest)
            others.Add(moment.Local.PlusDays(1));
        if (draft.Zone is not null && day is RelativeDay relative)
            others.Add(context.Now.InZone(context.Zone).Date.PlusDays(relative.Days) + time);
        return [.. others.Select(local => zone.AtLeniently(local).ToInstant()).Where(at => at > context.Now && at != moment.At).Distinct().Order()];
    }

    private static WhenReading Checked(Once moment, string said, WhenContext context)
    {
        var last = context.Now.InUtc().LocalDateTime.PlusYears(context.HorizonYears).InUtc().ToInstant();
        return moment.At > last ? new NoTime($"{said} is more than {context.HorizonYears} years ahead.", Example) { IsOutOfReach = true } : moment;
    }

    private static WhenReading Repeat(WhenWords words, PhraseDraft draft, Beat beat, WhenContext context)
    {
        var zoneId = draft.Zone ?? context.ZoneId;
        var now = context.Now.InZone(DateTimeZoneProviders.Tzdb[zoneId]).LocalDateTime;
        var said = Quote.Of(words.Written(draft.First, draft.End));
        if (draft.Clock is { } clock && clock.Time.TickOfSecond + clock.Time.Second != 0)
        {
            ClockReader.RefuseClock(words, draft);
            return Refuse(draft.Problem!);
        }

        if (beat.Period < context.MinimumPeriod)
            return new NoTime($"{said} is too often: at least {Clock.Length(context.MinimumPeriod)} lie between two times.", "every day at 9:30");
        if (beat.Frequency == Frequency.Hourly)
        {
            if (draft.Clock is not null || draft.Part is not null || draft.IsDayEnd)
                return new NoTime("Hours are counted from now, so they take no time of day.", "every 2 hours");
            return new Repeats(beat.Repeating(beat.Interval, now.Date, now.TimeOfDay, zoneId, now.Date));
        }

        if (TimeOf(draft, context, now) is not { } time)
            return new NoTime($"The hour and the part of the day in {said} don't go together.", "every day at 20:00");

        // "Every 2 weeks on friday" counts from the first time it happens, so nobody waits a fortnight for it; "every quarter" counts from today.
        if (beat.IsOnTodaysDay)
            return new Repeats(beat.Repeating(beat.Interval, now.Date, time, zoneId, now.Date));
        var first = beat.Repeating(1, now.Date, time, zoneId, now.Date).NextOccurrence(context.Now);
        return new Repeats(beat.Repeating(beat.Interval, now.Date, time, zoneId, first?.Planned.Date ?? now.Date));
    }

    /// <summary>Only a time was said: today, or tomorrow where it is past.</summary>
    private sealed record Soonest : NamedDay
    {
        public override IEnumerable<LocalDate> Dates(LocalDate today) => [today, today.PlusDays(1)];
    }
}
