using static AsyncBot.Core.Time.When.StretchPatterns;

namespace AsyncBot.Core.Time.When;

/// <summary>
/// Reads from when to when: until friday, from 3 april to 10 april, for 3 days, tomorrow. Days are whole days where it is about; times are
/// the speaker's, and so is what they call today or friday.
/// </summary>
/// <param name="zone">The speaker's.</param>
/// <param name="home">The zone of whoever it is about.</param>
/// <param name="is24Hour">See <see cref="WhenContext.Is24Hour"/>.</param>
internal sealed class StretchWords(Instant now, string zone, string home, bool is24Hour = false)
{
    private const int MostYears = 5;

    /// <summary>What "end of day" is read as; a day with such an end is meant as a whole.</summary>
    private static readonly LocalTime EndOfDay = new(23, 59);

    /// <summary>A date that lies before the beginning is that of the next year only where the stretch stays shorter than this.</summary>
    private const int FarthestNext = 183;

    public StretchReading Read(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = AllDay().Replace(text, "").Trim() is { Length: > 0 } rest ? rest : "today";
        if (Times().Match(text) is { Success: true } times && !WithEnd().IsMatch(times.Groups["d"].Value))
        {
            var half = times.Groups["p"].Success || !times.Groups["q"].Success ? "" : times.Groups["q"].Value;
            return Plain($"from {times.Groups["d"].Value} {times.Groups["a"].Value}{half} until {times.Groups["b"].Value}");
        }

        return Plain(text);
    }

    private StretchReading Plain(string text)
    {
        var match = WithEnd().Match(text);
        if (!match.Success && !IsLength(text, out _))
            match = WithDash().Match(text) is { Success: true } dash ? dash : match;
        if (!match.Success && BehindLength().Match(text) is { Success: true } counted && IsLength(counted.Groups["b"].Value, out _))
            return Plain($"for {text}");
        if (!match.Success && IsLength(text, out var length))
            return For(Part.Now, "", text, length);
        if (!match.Success)
            return Start().Match(text) is { Success: true } only ? Endless(only.Groups["a"].Value) : Day(text);

        var (from, word, until) = (match.Groups["a"].Value.Trim(), match.Groups["k"].Value.ToLowerInvariant(), match.Groups["b"].Value.Trim());
        if (word == "for" && from.Length == 0 && BehindLength().Match(until) is { Success: true } behind)
            (until, from) = (behind.Groups["b"].Value.Trim(), behind.Groups["a"].Value.Trim());
        if (from.Equals("now", StringComparison.OrdinalIgnoreCase))
            from = "";
        if (until.Length == 0)
            return new StretchReading.Refused(word == "for" ? "It does not say for how long." : "It does not say until when.");
        if (Number().IsMatch(from) && Number().Match(until) is { Success: false } && until.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            from += until[space..];
        if (!is24Hour && from.Length == 0 && word.EndsWith('l') && BareHour().IsMatch(until))
            until += ":00";
        if (is24Hour && BareHour().IsMatch(from) && IsClock(until))
            from = WithAt(from);
        var start = from.Length == 0 ? Part.Now : ReadPart(from, now, is24Hour, choice => Joined(choice, word, until));
        if (start.Refusal is { } refused)
            return refused;
        if (start.Time is { } began && began.At < now)
            return new StretchReading.Refused($"{Quote.Of(from)} is past.");
        if (word == "for")
            return IsLength(until, out var duration) ? For(start, from, until, duration) : new StretchReading.Refused(NotLong(until));
        return Until(start, from, word, until);
    }

    /// <summary>A length alone, such as "3 days".</summary>
    private bool IsLength(string text, out Duration length)
    {
        var read = When.ReadDuration(text, Context(now), out _);
        length = read ?? Duration.Zero;
        return read is not null && !text.TrimStart().StartsWith("in ", StringComparison.OrdinalIgnoreCase);
    }

    private string NotLong(string text)
    {
        When.ReadDuration(text, Context(now), out var refused);
        return refused?.Problem ?? $"{Quote.Of(text)} is no length of time.";
    }

    private static StretchReading.Refused Endless(string from) => new(from.Length == 0
        ? "It does not say until when."
        : $"It says from {Quote.Of(from.Trim())} on, but not until when.");

    /// <summary>Whole days count from the first one; hours are elapsed.</summary>
    private StretchReading For(Part start, string from, string said, Duration length)
    {
        if (length <= Duration.Zero)
            return new StretchReading.Refused($"{Quote.Of(said)} is nothing.");
        var isDays = length.Hours == 0 && length.Minutes == 0 && length.Seconds == 0 && !HourWords().IsMatch(said);
        if (isDays && start.Time is null)
        {
            var first = start.Day ?? now.InZone(Zone(home)).Date;
            var end = first.PlusDays(length.Days);
            return Checked(start, InZone(end, start.ZoneOfDay ?? home), start.ZoneOfDay ?? home, [Too(end, Written(start, from))]);
        }

        var begin = BeginOf(start, home);
        return isDays
            ? Checked(start, Edges.End(Zone(zone), begin.InZone(Zone(zone)).LocalDateTime.PlusDays(length.Days)), zone, [])
            : Checked(start, begin + length, zone, []);
    }

    private StretchReading Day(string text)
    {
        if (SundayOf(text) is { } sunday)
            return Through(Part.Now with { Day = sunday > Sunday ? Sunday.PlusDays(1) : null }, sunday, home, []);
        var day = ReadPart(text, now, is24Hour, choice => choice);
        if (day.Refusal is { } refused)
            return refused;
        if (day.Day is not { } date || LongWords().IsMatch(text))
            return new StretchReading.Refused("It does not say until when.");
        var mayBeNext = date == Today && OnlyWord().IsMatch(text) && !Relative().IsMatch(text);
        var next = date.PlusWeeks(1);
        return Through(day, date, day.ZoneOfDay ?? home, mayBeNext ? [($"{Clock.Say(next)} instead", Clock.Iso(next))] : []);
    }

    private StretchReading Until(Part start, string from, string word, string said)
    {
        // "From 22:00 to 6:00" is a night.
        var isOn24Hours = start.Time is { } clock && IsOn24Hours(from, clock.Local);
        if ((is24Hour || isOn24Hours) && BareHour().IsMatch(said) && (from.Length == 0 || start.Time is not null))
            said = isOn24Hours ? said + ":00" : WithAt(said);
        isOn24Hours |= is24Hour;
        var isIncluded = !word.EndsWith("til", StringComparison.Ordinal) && word != "till";
        if (isIncluded && SundayOf(said) is { } sunday)
            return Through(start, sunday, home, []);
        var first = start.Day ?? (start.Time is { } time ? time.Local.Date : Today);
        var least = isIncluded ? first : first.PlusDays(1);
        var end = ReadPart(said, now, isOn24Hours, choice => Joined(from, word, choice));
        if (!Reaches(end, start, least) && !Relative().IsMatch(said))
        {
            var later = start.Time is { } began && end.Day is null ? began.At : StartOf(end.Day is null ? first : least);
            var next = ReadPart(said, later, isOn24Hours, choice => Joined(from, word, choice));
            if (Reaches(next, start, least) && IsSoon(next, later))
                end = next;
        }

        if (end.Refusal is { } refused)
            return refused;
        if (!Reaches(end, start, least))
        {
            if (end.Day == Today && start is { Day: null, Time: null })
                return new StretchReading.Refused("Today has begun already.") { Example = "today" };
            return new StretchReading.Refused(start is { Day: null, Time: null }
                ? $"{Quote.Of(said)} is past."
                : $"{Quote.Of(said)} is not after {Quote.Of(from)}.");
        }

        if (end.Day is not { } day)
        {
            var at = end.Time!;
            var later = at.Alternatives.Where(other => other > BeginOf(start, home)).Select(other => other.InZone(Zone(at.ZoneId)).LocalDateTime);
            return Checked(start, at.At, at.ZoneId, [.. later.Select(other => (
                $"Until {Clock.Say(other.Date)}, {Clock.Say(other.TimeOfDay)}",
                Joined(Written(start, from), "until", $"{Clock.Iso(other.Date)} {Clock.Say(other.TimeOfDay)}")))], at);
        }

        var calendar = end.ZoneOfDay ?? home;
        var (label, joint) = isIncluded ? ("Through", "through") : ("Until", "until");
        var others = end.Others.Where(other => other >= least)
            .Select(other => ($"{label} {Clock.Say(other)}", Joined(Written(start, from), joint, Clock.Iso(other))))
            .ToList();
        if (isIncluded || end.IsEnd)
            return Through(start, day, calendar, others);
        return Checked(start, InZone(day, calendar), calendar, [Too(day, Written(start, from)), .. others]);
    }

    private bool Reaches(Part end, Part start, LocalDate least) =>
        end.Refusal is null && (end.Day is { } day ? (end.IsEnd ? day.PlusDays(1) : day) >= least : end.Time!.At > BeginOf(start, home));

    private static bool IsSoon(Part end, Instant after) =>
        (end.Day is { } day ? day.AtMidnight().InUtc().ToInstant() : end.Time!.At) - after < Duration.FromDays(FarthestNext);

    private StretchReading Through(Part start, LocalDate last, string calendar, IReadOnlyList<(string, string)> others) =>
        Checked(start, InZone(last.PlusDays(1), calendar), calendar, others);

    private StretchReading Checked(Part start, Instant to, string toZone, IReadOnlyList<(string Label, string Text)> others, Once? end = null)
    {
        var from = BeginOf(start, toZone);
        if (to <= now && zone != home)
        {
            var clear = Clock.Iso(now.InZone(Zone(home)).Date.PlusDays(2));
            return new StretchReading.Refused("That is over already where they live; a date would be clear.") { Example = $"until {clear}" };
        }
        if (to <= from)
            return new StretchReading.Refused("That ends before it begins.");
        if (to > now.InUtc().LocalDateTime.PlusYears(MostYears).InUtc().ToInstant())
            return new StretchReading.Refused($"That ends more than {MostYears} years ahead.");
        return new StretchReading.Span(from, to, toZone, others, new[] { start.Time, end }.FirstOrDefault(time => time is { IsShifted: true }));
    }

    private Instant BeginOf(Part start, string calendar) =>
        Instant.Max(now, start.Time?.At ?? (start.Day is { } day ? InZone(day, start.ZoneOfDay ?? calendar) : now));

    /// <summary>Reads a day, or a time of one.</summary>
    private Part ReadPart(string text, Instant reference, bool isOn24Hours, Func<string, string> withChoice)
    {
        var midnight = StartOf(reference.InZone(Zone(zone)).Date);
        if (!DayParts().IsMatch(text) && When.ReadWhole(text, Context(midnight)) is Once { IsTimeAssumed: true } day)
        {
            return new Part(day.Local.Date, null, null)
            {
                IsEnd = day.Local.TimeOfDay == EndOfDay,
                ZoneOfDay = day.IsZoneNamed ? day.ZoneId : null,
                Others = [.. day.Alternatives.Select(other => other.InZone(Zone(day.ZoneId)).Date)],
            };
        }

        return When.ReadWhole(text, Context(reference) with { Is24Hour = isOn24Hours }) switch
        {
            Once once when once.Local.TimeOfDay == EndOfDay && !text.Contains("59", StringComparison.Ordinal) =>
                new Part(once.Local.Date, null, null) { IsEnd = true, ZoneOfDay = once.IsZoneNamed ? once.ZoneId : null },
            Once once => new Part(null, once, null),
            Repeats => new Part(null, null, new StretchReading.Refused("This is one stretch of time, and not what comes round.") { IsRepeated = true }),
            NoTime wrong => new Part(null, null, new StretchReading.Refused(wrong.Problem)
            {
                Choices = [.. wrong.Choices.Select(choice => (choice, withChoice(choice)))],
            }),
            _ => throw new InvalidOperationException("A time of an unknown kind."),
        };
    }

    /// <summary>Whether it is surely a time of day: "22:00", "friday 6".</summary>
    private static bool IsClock(string text) => BareHour().IsMatch(text) || text.Contains(':', StringComparison.Ordinal);

    /// <summary>Nobody says 14:00 or 06:00 by a clock of twelve hours.</summary>
    private static bool IsOn24Hours(string said, LocalDateTime at) =>
        at.Hour is >= 13 or < 10
        && (said.Contains(Clock.Say(at.TimeOfDay), StringComparison.Ordinal) || (at.Minute == 0 && said.EndsWith($" {at.Hour:00}", StringComparison.Ordinal)));

    /// <summary>"friday 9" could be a date.</summary>
    public static string WithAt(string hour)
    {
        var last = hour.LastIndexOf(' ') + 1;
        return hour.EndsWith($"at {hour[last..]}", StringComparison.OrdinalIgnoreCase) ? hour : $"{hour[..last]}at {hour[last..]}";
    }

    private static string Joined(string from, string word, string until) => $"{(from.Length == 0 ? "" : $"from {from} ")}{word} {until}";

    /// <summary>A beginning in words that mean the same tomorrow.</summary>
    private static string Written(Part start, string from)
    {
        if (start.Day is { } day)
            return $"{Clock.Iso(day)}{(start.ZoneOfDay is { } calendar ? " " + calendar : "")}";
        if (start.Time is { } time && from.Length > 0)
            return $"{Clock.Iso(time.Local.Date)} {Clock.Say(time.Local.TimeOfDay)}{(time.IsZoneNamed ? " " + time.ZoneId : "")}";
        return "";
    }

    private static (string, string) Too(LocalDate day, string from) => ($"{day.DayOfWeek} too", Joined(from, "through", Clock.Iso(day)));

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>A day without midnight begins behind the gap.</summary>
    private static Instant InZone(LocalDate day, string calendar) => Edges.Start(Zone(calendar), day.AtMidnight());

    private Instant StartOf(LocalDate day) => InZone(day, zone);

    private WhenContext Context(Instant reference) => new(reference, zone) { DayEnd = EndOfDay, HorizonYears = MostYears };

    private LocalDate Today => now.InZone(Zone(zone)).Date;

    private LocalDate Sunday => Today.PlusDays(7 - (int)Today.DayOfWeek);

    private LocalDate? SundayOf(string text) => Week().Match(text) is not { Success: true } week ? null
        : week.Groups["w"].Value.Equals("next", StringComparison.OrdinalIgnoreCase) ? Sunday.PlusWeeks(1) : Sunday;

    /// <summary>One end of a stretch: a day, or a time of a day, or the present moment where it is neither.</summary>
    private sealed record Part(LocalDate? Day, Once? Time, StretchReading.Refused? Refusal)
    {
        public static readonly Part Now = new(null, null, null);

        /// <summary>The end of that day is meant.</summary>
        public bool IsEnd { get; init; }

        public string? ZoneOfDay { get; init; }

        public IReadOnlyList<LocalDate> Others { get; init; } = [];
    }
}
