using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Reads times of a schedule, which may be past. Its clock has 24 hours, so that what a schedule prints means the same when it is typed.</summary>
internal static partial class Moments
{
    private static readonly Duration AlmostAWeek = Duration.FromDays(6);

    /// <summary>How far back the turns of a new rotation may be counted from.</summary>
    private static readonly Rich Skipped = $" The clocks skip the time that you said, so I take the one after it.";

    private static readonly Duration Counted = Duration.FromDays(366);

    /// <summary>One instant, such as an ISO one, "friday 17:00", "yesterday 10:00", or "2 hours ago".</summary>
    public static bool TryReadAt(Turn turn, string text, out Instant at, [NotNullWhen(false)] out NoTime? refused)
    {
        (at, refused) = (turn.Now, null);
        text = text.Trim();
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
            return true;
        var words = StretchPatterns.BareHour().IsMatch(text) ? StretchWords.WithAt(text) : text;
        switch (When.ReadWhole(words, ContextOf(turn, turn.Now)))
        {
            case Once once when once.At < turn.Now - RotationBook.Kept:
                var since = (turn.Now - RotationBook.Kept).InZone(turn.Caller.Zone).Date;
                refused = new NoTime($"{Quote.Of(text)} is too long ago: I keep who was on call back to {Clock.Say(since)}.", "yesterday 10:00");
                break;
            case Once once:
                at = once.At;
                break;
            case NoTime wrong:
                refused = wrong;
                break;
            default:
                refused = new NoTime("That is not one time.", "friday 17:00");
                break;
        }

        return refused is null;
    }

    /// <summary>Says where the clocks skip the time that was said; empty where they don't.</summary>
    public static Rich Moved(Turn turn, string text)
    {
        text = text.Trim();
        var words = StretchPatterns.BareHour().IsMatch(text) ? StretchWords.WithAt(text) : text;
        return When.ReadWhole(words, ContextOf(turn, turn.Now)) is Once { IsShifted: true } ? Skipped : Rich.Empty;
    }

    /// <summary>The same of a stretch of time.</summary>
    public static Rich Moved(StretchReading.Span span) => span.Shifted is null ? Rich.Empty : Skipped;

    /// <summary>A day without a time, also one that is past.</summary>
    public static LocalDate? ReadDay(Turn turn, string text)
    {
        var midnight = turn.Caller.Zone.AtStartOfDay(turn.Now.InZone(turn.Caller.Zone).Date).ToInstant();
        return When.ReadWhole(text, ContextOf(turn, midnight)) is Once { IsTimeAssumed: true, IsZoneNamed: false } day && day.At > turn.Now - Counted
            ? day.Local.Date
            : null;
    }

    /// <summary>From when to when: "from friday 9:00 to monday 9:00", "friday", "for 3 hours".</summary>
    public static bool TryReadSpan(
        Turn turn, string text, [NotNullWhen(true)] out StretchReading.Span? span, [NotNullWhen(false)] out StretchReading.Refused? refused)
    {
        var zone = turn.Caller.Zone.Id;
        var reading = new StretchWords(turn.Now, zone, zone, is24Hour: true).Read(text);
        if (reading is StretchReading.Span read && read.To - read.From > AlmostAWeek && SameDay().Match(text) is { Success: true } same)
            reading = new StretchReading.Refused($"{Quote.Of(same.Groups["b"].Value)} is not after {Quote.Of(same.Groups["a"].Value)}.");
        (span, refused) = (reading as StretchReading.Span, null);
        if (span is not null)
            return true;
        refused = (StretchReading.Refused)reading;
        return false;
    }

    /// <summary>Says what is wrong with a stretch of time, with a button for each that may be meant.</summary>
    /// <param name="again">The same command with other words for the time.</param>
    public static Reply Refuse(StretchReading.Refused wrong, Typed example, Func<string, ICommand> again) =>
        Reply.Refuse($"{wrong.Problem} Try: {example}", [.. wrong.Choices.Select(choice => new Button(choice.Label, again(choice.Text)))]);

    /// <summary>A stretch in words that mean it for some minutes to come, too.</summary>
    public static string Written(Turn turn, Instant from, Instant to)
    {
        var zone = turn.Caller.Zone;
        var soon = turn.Now.InZone(zone).LocalDateTime;
        soon = soon.Date + new LocalTime(soon.Hour, soon.Minute / 15 * 15);
        var start = from > turn.Now ? from : zone.AtLeniently(soon.PlusMinutes(15)).ToInstant();
        return start < to ? $"from {OnCallText.Iso(start, zone)} to {OnCallText.Iso(to, zone)}" : $"until {OnCallText.Iso(to, zone)}";
    }

    private static WhenContext ContextOf(Turn turn, Instant now) => new(now, turn.Caller.Zone.Id) { Is24Hour = true, LooksBack = true };

    /// <summary>"From friday 17:00 to friday 9:00" is a slip, and not most of a week.</summary>
    [GeneratedRegex(
        @"(?<a>\b(?<d>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b.*?)\s+(?:to|until|till|-|–)\s+(?<b>\k<d>[a-z]*\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SameDay();
}
