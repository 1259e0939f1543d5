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
/// <param name="Refusal">Null where it could be read.</param>
internal sealed partial record TurnWords(IReadOnlyList<PersonId> People, HandoffRule? Rule, WorkingWeek? Hours, Reply? Refusal)
{
    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private static readonly WorkingWeek NoHours = new([]);

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="example">What works instead.</param>
    /// <param name="again">The same command with another text.</param>
    public static async Task<TurnWords> Read(Turn turn, string text, Typed example, Func<string, ICommand> again)
    {
        var match = Every().Match(text);
        var names = (match.Success ? text[..match.Index] : text).Trim();
        var whom = names.Length == 0 ? Whom.Nobody : await Whom.Read(turn, names);
        if (whom.Unclear is { } unclear)
            return Refused(unclear.Ask(clear => again(match.Success ? $"{clear} {text[match.Index..].Trim()}" : clear)));
        if (whom.Unknown.Count > 0)
            return Refused(Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(whom.Unknown[0])}”. Try: {example}"));
        if (whom.Names.Count == 0)
            return Refused(Reply.Refuse($"It does not say who takes turns. Try: {example}"));
        if (whom.Names.GroupBy(name => name.Person!.Id).FirstOrDefault(name => name.Count() > 1) is { } twice)
            return Refused(Reply.Refuse($"{twice.Key} is named twice, and takes one turn a round. Try: {example}"));
        if (whom.People.Count > Rotation.MostPeople)
            return Refused(Reply.Refuse($"That is more than {Rotation.MostPeople} people. Try: {example}"));
        if (!match.Success)
            return Refused(Reply.Refuse($"It does not say how long a turn is. Try: {example}"));

        var rest = Picked.Names(match.Value).Trim();
        WorkingWeek? week = null;
        if (Within().Match(rest) is { Success: true } within)
        {
            var reading = WorkingWeek.Read(within.Groups["w"].Value.Trim());
            if (reading.Week is null)
                return Refused(Reply.Refuse($"{reading.Refusal!.Problem} Try: {example}"));
            (week, rest) = (reading.Week, rest[..within.Index].Trim());
        }

        var (rule, problem) = RuleIn(turn, rest, week ?? NoHours);
        return rule is null
            ? Refused(Reply.Refuse($"{problem} Try: {example}"))
            : new TurnWords([.. whom.People.Select(person => person.Id)], rule, week, null);

        static TurnWords Refused(Reply refusal) => new([], null, null, refusal);
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
        var context = new WhenContext(first, zone);
        if (When.ReadEvery(text, context) is not Repeats { Recurrence: var every })
            return (null, ((NoTime)When.ReadEvery(text, context)).Problem);
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
        if (When.ReadWhole(rest, new WhenContext(first, zone)) is not Once once)
            return (null, ((NoTime)When.ReadWhole(rest, new WhenContext(first, zone))).Problem);
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
        When.ReadEvery(text, new WhenContext(turn.Now, turn.Caller.Zone.Id)) is Repeats { Recurrence.Zone: var zone } ? zone : null;

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
