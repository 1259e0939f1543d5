using System.Text.RegularExpressions;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Reads times of a schedule, which may be past.</summary>
internal static partial class Moments
{
    private static readonly Duration AlmostAWeek = Duration.FromDays(6);

    /// <summary>How far back a plan is asked about.</summary>
    private static readonly Duration Back = Duration.FromDays(366);

    /// <summary>One instant, such as an ISO one, "friday 17:00", or "yesterday 10:00".</summary>
    /// <returns><see cref="Once"/> or <see cref="NoTime"/>.</returns>
    public static WhenReading ReadAt(Turn turn, string text)
    {
        if (text.Trim().Equals("now", StringComparison.OrdinalIgnoreCase))
            return new Once(turn.Now, turn.Now.InZone(turn.Caller.Zone).LocalDateTime, turn.Caller.Zone.Id);
        var zone = turn.Caller.Zone.Id;
        if (text.Trim().StartsWith("yesterday", StringComparison.OrdinalIgnoreCase))
            return When.ReadWhole("today" + text.Trim()["yesterday".Length..], new WhenContext(StartOfYesterday(turn), zone));
        var reading = When.ReadWhole(text, new WhenContext(turn.Now, zone));
        return reading switch
        {
            NoTime { IsOutOfReach: true } past when When.ReadWhole(text, new WhenContext(turn.Now - Back, zone)) is Once once && once.At <= turn.Now => once,
            Repeats => new NoTime("That is not one time.", "friday 17:00"),
            _ => reading,
        };
    }

    /// <summary>A day without a time, also one that is past.</summary>
    public static LocalDate? ReadDay(Turn turn, string text)
    {
        var midnight = turn.Caller.Zone.AtStartOfDay(turn.Now.InZone(turn.Caller.Zone).Date).ToInstant() - Duration.Epsilon;
        foreach (var since in new[] { midnight, turn.Now - Back })
        {
            if (When.ReadWhole(text, new WhenContext(since, turn.Caller.Zone.Id)) is Once { IsTimeAssumed: true, IsZoneNamed: false } day)
                return day.Local.Date;
        }

        return null;
    }

    /// <summary>From when to when: "from friday 9:00 to monday 9:00", "friday", "for 3 hours".</summary>
    public static StretchReading ReadSpan(Turn turn, string text)
    {
        var zone = turn.Caller.Zone.Id;
        var reading = new StretchWords(turn.Now, zone, zone).Read(text);
        return reading is StretchReading.Span span && span.To - span.From > AlmostAWeek && SameDay().Match(text) is { Success: true } same
            ? new StretchReading.Refused($"{Quote.Of(same.Groups["b"].Value)} is not after {Quote.Of(same.Groups["a"].Value)}.")
            : reading;
    }

    /// <summary>"From friday 17:00 to friday 9:00" is a slip, and not most of a week.</summary>
    [GeneratedRegex(
        @"(?<a>\b(?<d>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b.*?)\s+(?:to|until|till|-|–)\s+(?<b>\k<d>[a-z]*\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SameDay();

    private static Instant StartOfYesterday(Turn turn) =>
        turn.Caller.Zone.AtStartOfDay(turn.Now.InZone(turn.Caller.Zone).Date.PlusDays(-1)).ToInstant();
}
