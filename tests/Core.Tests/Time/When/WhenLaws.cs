using System.Globalization;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

/// <summary>What must hold for every text. ASYNCBOT_TIME_STRINGS says how many random ones are read; a million takes some minutes.</summary>
public sealed class WhenLaws
{
    /// <summary>Far above what people's texts need, and few enough to take less than a few milliseconds.</summary>
    private const int MostSteps = 100_000;

    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "America/New_York", "en-US");

    private static readonly string[] Pieces =
    [
        "at", "on", "in", "by", "before", "of", "the", "and", "or", "from", "to", "until", "after", "now", "ago", "later", "next", "this", "coming", "last", "every", "each", "other", "monday", "fri",
        "sat", "sun", "mondays", "weekday", "weekdays", "weekend", "march", "may", "feb", "dec", "second", "minutes", "hour", "h", "m", "days", "week", "fortnight", "month", "months", "quarter", "year",
        "a", "an", "one", "two", "ten", "couple", "half", "first", "third", "st", "th", "yesterday", "today", "tomorrow", "morning", "evening", "night", "tonight", "midnight", "noon", "am", "pm", "p.m.",
        "o'clock", "past", "daily", "weekly", "monthly", "yearly", "end", "start", "eod", "eow", "close", "business", "twice", "times", "soon", "remind", "me", "about", "please", "time", "my", "shorter",
        "0", "1", "2", "3", "5", "9", "12", "15", "24", "29", "30", "31", "32", "60", "99", "100", "2026", "2027", "1999", "999999999", "99999999999999", "9:30", "25:00", "9.30", "17h", "1h30m", "15th", "31st",
        "3/20", "4/3", "29/2", "20/3/2027", "2026-03-20", "2026-02-30", "T14:00", "14:00:00Z", "20.3.2026", "+02:00", "UTC+5:30", "UTC", "EST", "IST", "PT", "Europe/Lisbon", "Asia/", "new", "york", "tokyo",
        ",", ".", ":", ";", "-", "–", "/", "+", "(", ")", "“", "'", "!", "#", "@", "_", "\0", "\u00A0", "\u200B", "٣", "９", "é", "\uD800", "🎉", "call", "Bob", "report", "wendesday", "febuary",
    ];

    private static readonly Gen<string> Strings = Gen.Select(
            Gen.Int[0, Pieces.Length - 1], Gen.Bool, (i, isGlued) => isGlued ? Pieces[i] : " " + Pieces[i])
        .List[1, 14].Select(string.Concat);

    private static long Count => long.Parse(Environment.GetEnvironmentVariable("ASYNCBOT_TIME_STRINGS") ?? "30000", CultureInfo.InvariantCulture);

    [Test]
    public void No_text_throws_and_every_answer_is_of_use() => Strings.Sample(
        text => Holds(When.Read(text, Here)) && Holds(When.ReadWhole(text, Here)) && Holds(When.ReadEvery(text, Here)) && HasLengthOrReason(text),
        iter: Count);

    [Test]
    public void No_characters_throw() => Gen.String[Gen.Char, 0, 80].Sample(
        text => Holds(When.Read("tomorrow " + text, Here)) && Holds(When.Read(text + " at 9", Here)),
        iter: Count / 5);

    [Test]
    public void The_clocks_of_every_zone_can_be_read_at_any_time() =>
        Gen.Select(Strings, Gen.Int[0, DateTimeZoneProviders.Tzdb.Ids.Count - 1], Gen.Int[0, 60 * 365 * 24]).Sample(
            (text, zone, hours) => Holds(When.Read(text, new WhenContext(Instant.FromUtc(1990, 1, 1, 0, 0) + Duration.FromHours(hours), DateTimeZoneProviders.Tzdb.Ids[zone], "en-GB"))),
            iter: Count / 3);

    [Test]
    public void What_is_read_back_means_the_same_when_it_is_typed() =>
        Gen.Select(Gen.Int[0, 20 * 365 * 24 * 60], Gen.Int[1, 4 * 365 * 24 * 60], Gen.Int[0, DateTimeZoneProviders.Tzdb.Ids.Count - 1]).Where((_, _, zone) => DateTimeZoneProviders.Tzdb.Ids[zone].Contains('/', StringComparison.Ordinal)).Sample(
            (start, ahead, index) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[DateTimeZoneProviders.Tzdb.Ids[index]];
                var now = Instant.FromUtc(2010, 1, 1, 0, 0) + Duration.FromMinutes(start);
                var at = now + Duration.FromMinutes(ahead);
                var local = at.InZone(zone).LocalDateTime;
                if (zone.MapLocal(local).Count == 2)
                    at = zone.MapLocal(local).First().ToInstant();
                if (at <= now || local.Second != 0 || local.NanosecondOfSecond != 0)
                    return true;
                var context = new WhenContext(now, "America/New_York");
                return When.Read(Clock.Say(at, zone, now), context) is Once again && again.At == at
                    && When.Read("Write the report " + Clock.Say(at, zone, now), context) is Once task && task.At == at && task.Text == "Write the report";
            },
            iter: Count / 3);

    [Test]
    public void Hostile_text_stays_bounded()
    {
        string[] units = ["one ", "monday and ", "at ", "1h", "9:", "the ", "every ", "new york ", "port-au-", "a and a half ", "first of the ", "in 2 ", "20/3 ", "mon,", "next ", "1.1.", "(", "or ", "st petersburg "];
        foreach (var unit in units)
        {
            foreach (var text in new[] { Repeated(unit, ""), Repeated(unit, "tomorrow"), "tomorrow " + Repeated(unit, "")[..490] })
                Assert.That(When.Read(text, Here).Steps, Is.LessThan(MostSteps), text[..20]);
        }
    }

    private static string Repeated(string unit, string end)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500 / unit.Length + 1));
        return text[..(500 - end.Length)] + end;
    }

    private static bool Holds(WhenReading reading) => reading.Steps < MostSteps && reading switch
    {
        Once once => once.Alternatives.All(other => other != once.At),
        Repeats repeats => repeats.Recurrence.InWords().Length > 0,
        NoTime refused => refused.Problem.EndsWith('.') && When.ReadWhole(refused.Example, Here) is Once or Repeats,
        _ => false,
    };

    private static bool HasLengthOrReason(string text) => When.ReadDuration(text, Here, out var refused) is { } length
        ? length > Duration.Zero && refused is null
        : refused is not null;
}
