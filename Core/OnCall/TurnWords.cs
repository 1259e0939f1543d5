using System.Globalization;
using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Reads who takes turns, how long a turn is and when it is handed over: "@ana @ben every 2 weeks at 9:00 New York hours mon-fri 9-17".</summary>
/// <param name="Note">What of it was assumed; empty where nothing was.</param>
/// <param name="Refusal">Null where it could be read.</param>
internal sealed partial record TurnWords(IReadOnlyList<PersonId> People, HandoffRule? Rule, WorkingWeek? Hours, Rich Note, Reply? Refusal)
{
    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>How many words behind hours are looked at that belong to no hours.</summary>
    private const int MostBehind = 8;

    private const string UsualHours = "mon-fri 9-17";

    private static readonly WorkingWeek NoHours = new([]);

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="usual">What works instead.</param>
    /// <param name="again">The same command with another text.</param>
    public static async Task<TurnWords> Read(Turn turn, string text, TurnExample usual, Func<string, ICommand> again)
    {
        var match = Every().Match(text);
        var names = (match.Success ? text[..match.Index] : text).Trim();
        var whom = names.Length == 0 ? Whom.Nobody : await Whom.Read(turn, names);
        if (whom.Unclear is { } unclear)
            return Refused(unclear.Ask(clear => again(match.Success ? $"{clear} {text[match.Index..].Trim()}" : clear)));
        if (whom.Unknown.Count > 0)
            return Wrong($"I know nobody here by the name “{Excerpt.Word(whom.Unknown[0])}”.", usual);
        if (whom.Names.Count == 0)
            return Wrong("It does not say who takes turns.", usual);
        if (whom.Names.GroupBy(name => name.Person!.Id).FirstOrDefault(name => name.Count() > 1) is { } twice)
            return Refused(Reply.Refuse($"{twice.Key} is named twice, and takes one turn a round. Try: {usual.Line}"));
        if (whom.People.Count > Rotation.MostPeople)
            return Wrong($"That is more than {Rotation.MostPeople} people.", usual);
        usual = usual with { Names = Picked.Names(names) };
        if (!match.Success)
            return Wrong("It does not say how long a turn is.", usual);

        var rest = Picked.Names(match.Value).Trim();
        WeekReading? week = null;
        if (Within().Match(rest) is { Success: true } within)
        {
            (week, var said, var behind) = HoursIn(turn, within.Groups["w"].Value.Trim());
            rest = $"{rest[..within.Index]} {behind}".Trim();
            if (RuleIn(turn, rest, NoHours).Rule is not null)
                usual = usual with { Turns = rest };
            if (!week.IsUnderstood)
                return Wrong(week.Refusal.Problem, usual with { Hours = usual.Hours ?? UsualHours });
            if (week.IsHalfOrWhole)
                return Wrong($"{Quote.Of(said)} could be half a day or a whole one, which is 0-24.", usual with { Hours = week.Week.ToString() });
            usual = usual with { Hours = said };
        }

        var (rule, problem) = RuleIn(turn, rest, week?.Week ?? NoHours);
        if (rule is null)
            return Wrong(problem, Nearest(turn, rest) is { } turns ? usual with { Turns = turns } : usual);
        Rich note = week is { AreDaysAssumed: true } ? (Rich)$" Hours without days mean mon-fri; “daily” before them means every day." : Rich.Empty;
        return new TurnWords([.. whom.People.Select(person => person.Id)], rule, week?.Week, note, null);

        static TurnWords Wrong(string problem, TurnExample example) => Refused(Reply.Refuse($"{problem} Try: {example.Line}"));

        static TurnWords Refused(Reply refusal) => new([], null, null, Rich.Empty, refusal);
    }

    /// <summary>Hours, as they were said, and what is said behind them: from which day, at what time, or in which zone.</summary>
    private static (WeekReading Week, string Said, string Behind) HoursIn(Turn turn, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var cuts = Enumerable.Range(0, Math.Min(words.Length, MostBehind))
            .Select(behind => (Said: string.Join(' ', words[..^behind]), Behind: string.Join(' ', words[^behind..])))
            .Where(cut => IsNoHours(turn, cut.Behind))
            .Select(cut => (Week: WorkingWeek.Read(cut.Said), cut.Said, cut.Behind))
            .ToList();
        return cuts.Find(cut => cut.Week.IsUnderstood) is { Week: not null } found ? found : cuts[^1];
    }

    private static bool IsNoHours(Turn turn, string text) =>
        text.Length == 0
        || text.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
        || (From().Match($" {text}") is { Success: true, Index: 0 } from && DayIn(turn, from.Groups["d"].Value).Day is not null)
        || Zones.Read(text, turn.Caller.Zone.Id, turn.Now).Id is not null;

    /// <summary>Turns that can be read, with as much as possible of some that can't be; null where that is nothing.</summary>
    private static string? Nearest(Turn turn, string text)
    {
        var (before, from) = From().Match(text) is { Success: true } said ? (text[..said.Index], text[said.Index..]) : (text, "");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] tries =
        [
            .. When.ReadEvery(before, ContextOf(turn.Now, turn.Caller.Zone.Id)) is NoTime { Choices: [.., var other] } ? [other + from] : (string[])[],
            .. from.Length > 0 ? [$"{before} from monday"] : (string[])[],
            .. Enumerable.Range(1, Math.Min(words.Length, MostBehind)).Select(fewer => string.Join(' ', words[..^fewer])),
        ];
        return Array.Find(tries, each => RuleIn(turn, each, NoHours).Rule is not null);
    }

    private static (HandoffRule? Rule, string Problem) RuleIn(Turn turn, string text, WorkingWeek hours)
    {
        var zone = turn.Caller.Zone.Id;
        var first = turn.Now;
        LocalDate? from = null;
        if (From().Match(text) is { Success: true } said)
        {
            // What is behind the date, such as a zone, belongs to the rest.
            var (day, behind, problem) = DayIn(turn, said.Groups["d"].Value.Trim());
            if (day is not { } date)
                return (null, problem);
            text = $"{text[..said.Index]} {behind}".Trim();
            if (NamedZone(turn, text) is { } named)
                zone = named;
            first = DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(date).ToInstant();
            from = date;
        }

        return OfHours().Match(text) is { Success: true } hourly ? Hourly(hourly, first, zone) : Other(text, first, from, zone, hours);
    }

    private static (HandoffRule?, string) Other(string text, Instant first, LocalDate? from, string zone, WorkingWeek hours)
    {
        var reading = When.ReadEvery(text, ContextOf(first, zone));
        if (reading is not Repeats { Recurrence: var every })
            return (null, ((NoTime)reading).Problem);
        var rule = every.Rule;
        var start = every.NextOccurrence(first)?.Planned ?? every.Start;

        // What comes round at midnight begins on the day that was said, too.
        if (from is { } date && date + start.TimeOfDay < start && IsOn(rule, date))
            start = date + start.TimeOfDay;
        IReadOnlyList<IsoDayOfWeek> days = [.. hours.Windows.Select(window => window.Day).Distinct().Order()];
        return rule switch
        {
            { Frequency: Frequency.Daily, ByMonth.Count: 0 } =>
                (new HandoffRule(every.Zone, TurnUnit.Day, rule.Interval, start, days.Count is 0 or 7 ? null : days), ""),
            { Frequency: Frequency.Weekly, ByDay.Count: <= 1 } => (new HandoffRule(every.Zone, TurnUnit.Week, rule.Interval, start), ""),
            { Frequency: Frequency.Weekly, Interval: 1 } => (new HandoffRule(every.Zone, TurnUnit.Day, 1, start, [.. rule.ByDay.Select(day => day.Day)]), ""),
            { Frequency: Frequency.Monthly, ByDay.Count: 0, ByMonthDay: [> 0] } => (new HandoffRule(every.Zone, TurnUnit.Month, rule.Interval, start), ""),
            _ => (null, "A turn is some hours, days, weeks or months long."),
        };
    }

    private static bool IsOn(RecurrenceRule rule, LocalDate date) => rule.Frequency switch
    {
        Frequency.Daily => true,
        Frequency.Weekly => rule.ByDay.Any(day => day.Day == date.DayOfWeek),
        _ => rule.ByMonthDay.Contains(date.Day),
    };

    private static (HandoffRule?, string) Hourly(Match match, Instant first, string zone)
    {
        var said = match.Groups["n"].Value;
        var length = said.Length == 0 ? 1 : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        if (length is < 1 or > HandoffRule.Longest)
            return (null, length < 1 ? "A turn is at least an hour long." : $"A turn has at most {HandoffRule.Longest} hours.");
        var rest = match.Groups["r"].Value.Trim();
        if (rest.Length == 0)
            rest = "at 9:00";
        var reading = When.ReadWhole(rest, ContextOf(first, zone));
        if (reading is not Once once)
            return (null, reading is NoTime wrong ? wrong.Problem : $"{Quote.Of(rest)} is not one time.");
        var isDays = length % 24 == 0;
        return (new HandoffRule(once.ZoneId, isDays ? TurnUnit.Day : TurnUnit.Hour, isDays ? length / 24 : length, once.Local), "");
    }

    /// <summary>The date at the beginning of some words, and the words behind it.</summary>
    private static (LocalDate? Day, string Behind, string Problem) DayIn(Turn turn, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var problem = "It does not say from which day.";
        for (var length = Math.Min(words.Length, 5); length > 0; length--)
        {
            var said = string.Join(' ', words[..length]);
            if (Moments.ReadDay(turn, said) is { } day)
                return (day, string.Join(' ', words[length..]), "");
            problem = $"{Quote.Of(said)} is no day that I can read.";
        }

        return (null, "", problem);
    }

    /// <summary>The zone that the rest names, by which the date is meant.</summary>
    private static string? NamedZone(Turn turn, string text) =>
        When.ReadEvery(text, ContextOf(turn.Now, turn.Caller.Zone.Id)) is Repeats { Recurrence.Zone: var zone } ? zone : null;

    private static WhenContext ContextOf(Instant now, string zone) => new(now, zone) { Is24Hour = true };

    [GeneratedRegex(@"(?:^|(?<=\s))every\s.*$", Words)]
    private static partial Regex Every();

    /// <summary>"hours mon-fri 9-17", but not "every 12 hours at 9:00".</summary>
    [GeneratedRegex(@"(?:^|\s)(?:(?:with(?:in)?|during)\s+)?(?<!every\s+[0-9]+\s+)hours\s+(?<w>.+)$", Words)]
    private static partial Regex Within();

    [GeneratedRegex(@"\s(?:from|starting(?:\s+on)?|beginning(?:\s+on)?)\s+(?<d>.+)$", Words)]
    private static partial Regex From();

    [GeneratedRegex(@"^every\s+(?:(?<n>[0-9]+)\s*)?(?:hours?|hrs?|h)\b(?<r>.*)$", Words)]
    private static partial Regex OfHours();
}
