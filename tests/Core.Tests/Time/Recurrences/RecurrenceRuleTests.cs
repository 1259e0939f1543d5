using AsyncBot.Core.Time.Recurrences;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

public sealed class RecurrenceRuleTests
{
    private static readonly Recurrence Daily = Recurrence.Daily(new LocalTime(9, 0), "Europe/Lisbon", new LocalDate(2026, 3, 2));

    private static IEnumerable<Recurrence> Others =>
    [
        Daily with { Rule = new RecurrenceRule(Frequency.Daily, 2) },
        Daily with { Start = Daily.Start.PlusDays(1) },
        Daily with { Zone = "Europe/Berlin" },
        Daily with { Exceptions = [Daily.Start] },
        Daily with { Additions = [Daily.Start] },
    ];

    [TestCaseSource(nameof(Others))]
    public void A_recurrence_is_another_when_anything_of_it_is(Recurrence other)
    {
        Assert.That(other, Is.Not.EqualTo(Daily));
        Assert.That(other, Is.EqualTo(other with { Exceptions = [.. other.Exceptions], Additions = [.. other.Additions] }));
    }

    [Test]
    public void What_was_added_comes_also_after_the_last_by_the_rule()
    {
        var recurrence = Daily with { Rule = new RecurrenceRule(Frequency.Daily, Count: 2), Additions = [Daily.Start.PlusDays(9)] };

        Assert.That(recurrence.NextAfter(Instant.FromUtc(2026, 3, 4, 0, 0)), Is.EqualTo(Instant.FromUtc(2026, 3, 11, 9, 0)));
    }

    [TestCase("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30 2026-02-27 2026-03-27", Description = "The last Friday")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30 2026-02-27 2026-03-31", Description = "The last weekday")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31 2026-03-31 2026-05-31", Description = "The 31st, where there is one")]
    [TestCase("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "2026-01-31 2026-02-28 2026-03-31", Description = "The 31st, or the last day")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=30,31;SKIP=BACKWARD", "2026-01-30 2026-01-31 2026-02-28 2026-03-30", Description = "The 30th and 31st are one day in February")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31 2026-02-28 2026-03-31", Description = "The last day")]
    [TestCase("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02-13 2026-03-13 2026-11-13 2027-08-13", Description = "Every Friday the 13th")]
    [TestCase("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29 2032-02-29", Description = "29 February")]
    [TestCase("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD", "2026-02-28 2027-02-28 2028-02-29", Description = "29 February, or the 28th")]
    [TestCase("FREQ=YEARLY;BYDAY=20MO", "2026-05-18 2027-05-17 2028-05-15", Description = "The 20th Monday of the year")]
    [TestCase("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2026-11-03 2030-11-05", Description = "Election day")]
    [TestCase("FREQ=DAILY;INTERVAL=10;COUNT=3", "2026-01-01 2026-01-11 2026-01-21", Description = "Every ten days, three times")]
    [TestCase("FREQ=DAILY;UNTIL=20260103", "2026-01-01 2026-01-02 2026-01-03", Description = "Until a date is until its end")]
    [TestCase("FREQ=DAILY;UNTIL=20260103T085959", "2026-01-01 2026-01-02", Description = "Until a time")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "2026-01-04 2026-01-13 2026-01-18", Description = "A week that begins on Monday")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2026-01-11 2026-01-13 2026-01-25", Description = "A week that begins on Sunday")]
    [TestCase("rrule:freq=daily;byday=mo;bymonth=6", "2026-06-01 2026-06-08 2026-06-15", Description = "Lower case, with its name")]
    public void A_rule_comes_on_the_dates_that_the_standard_says(string text, string dates)
    {
        var expected = dates.Split(' ').Select(date => LocalDatePattern.Iso.Parse(date).Value).ToList();

        Assert.That(Of(text).Between(Instant.MinValue, Instant.MaxValue, expected.Count).Select(occurrence => occurrence.Planned.Date), Is.EqualTo(expected));
    }

    [Test]
    public void A_month_without_the_day_of_the_start_is_left_out()
    {
        var monthly = new Recurrence(new RecurrenceRule(Frequency.Monthly), new LocalDateTime(2026, 1, 31, 9, 0), "UTC");

        Assert.That(monthly.Between(Instant.MinValue, Instant.MaxValue, 3).Select(occurrence => occurrence.Planned.Month), Is.EqualTo(new[] { 1, 3, 5 }));
    }

    [Test]
    public void Hours_go_on_while_the_clocks_change()
    {
        var start = new LocalDateTime(2026, 3, 28, 21, 0);
        var sixHourly = new Recurrence(new RecurrenceRule(Frequency.Hourly, 6), start, "Europe/Lisbon");

        Assert.That(
            sixHourly.Between(Instant.MinValue, Instant.MaxValue, 3).Select(occurrence => occurrence.Planned),
            Is.EqualTo(new[] { start, new LocalDateTime(2026, 3, 29, 4, 0), new LocalDateTime(2026, 3, 29, 10, 0) }));
    }

    [Test]
    public void What_was_called_off_counts_and_what_was_added_does_not()
    {
        var start = new LocalDateTime(2026, 1, 1, 9, 0);
        var recurrence = Of("FREQ=DAILY;COUNT=3") with { Exceptions = [start.PlusDays(1)], Additions = [start.PlusDays(-1), start.PlusDays(2), start.PlusHours(1)] };

        Assert.That(
            recurrence.Between(Instant.MinValue, Instant.MaxValue).Select(occurrence => occurrence.Planned),
            Is.EqualTo(new[] { start.PlusDays(-1), start, start.PlusHours(1), start.PlusDays(2) }));
    }

    [TestCase("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [TestCase("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [TestCase("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [TestCase("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30")]
    [TestCase("FREQ=DAILY;INTERVAL=7;BYDAY=MO")]
    [TestCase("FREQ=HOURLY;INTERVAL=168;BYDAY=MO;COUNT=10")]
    [TestCase("FREQ=HOURLY;BYDAY=MO;BYSETPOS=2")]
    [TestCase("FREQ=YEARLY;BYDAY=53MO;BYSETPOS=2")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2;COUNT=10000")]
    public void A_rule_that_never_comes_round_has_no_next_time(string text) => Assert.That(Of(text).NextAfter(Instant.FromUtc(2026, 1, 1, 0, 0)), Is.Null);

    [TestCase("FREQ=DAILY;INTERVAL=1000;COUNT=10000")]
    [TestCase("FREQ=HOURLY;INTERVAL=7")]
    [TestCase("FREQ=DAILY")]
    [TestCase("FREQ=DAILY;BYMONTH=1;BYDAY=MO")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,FR")]
    [TestCase("FREQ=MONTHLY;BYDAY=-1FR")]
    [TestCase("FREQ=YEARLY;BYMONTH=3")]
    public void A_rule_from_long_ago_is_still_asked_thousands_of_years_later(string text)
    {
        var late = Instant.FromUtc(9_000, 1, 1, 0, 0);

        Assert.That(Of(text).NextAfter(late), Is.GreaterThan(late).And.LessThan(late + Duration.FromDays(1_000)));
    }

    [TestCase("FREQ=DAILY;UNTIL=20260701T120000Z", 14)]
    [TestCase("FREQ=DAILY;UNTIL=20260701T120000", 12)]
    public void An_end_in_UTC_becomes_a_wall_time(string text, int hour)
    {
        Assert.That(RecurrenceRule.TryParse(text, out var rule, DateTimeZoneProviders.Tzdb["Europe/Berlin"]), Is.True);
        Assert.That(rule!.Until, Is.EqualTo(new LocalDateTime(2026, 7, 1, hour, 0)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("DAILY")]
    [TestCase("FREQ=")]
    [TestCase("FREQ=1")]
    [TestCase("FREQ=SECONDLY")]
    [TestCase("FREQ=MINUTELY")]
    [TestCase("FREQ=DAILY;FREQ=DAILY")]
    [TestCase("FREQ=DAILY;INTERVAL=0")]
    [TestCase("FREQ=DAILY;INTERVAL=1001")]
    [TestCase("FREQ=DAILY;INTERVAL=99999999999")]
    [TestCase("FREQ=DAILY;COUNT=0")]
    [TestCase("FREQ=DAILY;COUNT=10001")]
    [TestCase("FREQ=DAILY;UNTIL=tomorrow")]
    [TestCase("FREQ=DAILY;UNTIL=20260701T120000Z")]
    [TestCase("FREQ=DAILY;BYHOUR=9,17")]
    [TestCase("FREQ=DAILY;BYDAY=1MO")]
    [TestCase("FREQ=WEEKLY;BYDAY=1MO")]
    [TestCase("FREQ=WEEKLY;BYMONTHDAY=1")]
    [TestCase("FREQ=MONTHLY;BYDAY=6MO")]
    [TestCase("FREQ=MONTHLY;BYDAY=0MO")]
    [TestCase("FREQ=MONTHLY;BYDAY=XX")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=0")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=32")]
    [TestCase("FREQ=YEARLY;BYMONTH=13")]
    [TestCase("FREQ=YEARLY;BYWEEKNO=20")]
    [TestCase("FREQ=MONTHLY;BYSETPOS=1")]
    [TestCase("FREQ=MONTHLY;SKIP=FORWARD")]
    [TestCase("RSCALE=CHINESE;FREQ=YEARLY")]
    [TestCase("FREQ=DAILY;WKST=1")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,0")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-367")]
    [TestCase("FREQ=YEARLY;BYDAY=54MO")]
    [TestCase("FREQ=YEARLY;BYDAY=-54MO")]
    public void A_text_that_is_no_rule_here_is_refused(string? text) => Assert.That(RecurrenceRule.TryParse(text, out _), Is.False);

    [TestCase("FREQ=MONTHLY;BYDAY=-5MO")]
    [TestCase("FREQ=YEARLY;BYDAY=-53MO")]
    [TestCase("FREQ=YEARLY;BYDAY=MO;BYSETPOS=-366,366")]
    [TestCase("FREQ=MONTHLY;BYDAY=4WE,5TH")]
    [TestCase("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD")]
    public void The_farthest_parts_are_kept(string text)
    {
        Assert.That(RecurrenceRule.TryParse(text, out var rule), Is.True);
        Assert.That(rule!.ToString(), Is.EqualTo(text));
    }

    [Test]
    public void A_part_that_no_rule_has_is_named_with_what_it_may_be()
    {
        Assert.That(() => new RecurrenceRule(Frequency.Daily, 0), Says("Interval is 0: use a number from 1 to 1000."));
        Assert.That(() => new RecurrenceRule(Frequency.Daily, ByMonth: [13, 2]), Says("ByMonth is 2, 13: use months from 1 to 12."));
        Assert.That(() => new RecurrenceRule(Frequency.Daily, Count: 0), Says("Count is 0: use a number from 1 to 10000, or nothing."));
        Assert.That(() => new RecurrenceRule(Frequency.Monthly, BySetPos: [1]), Says(
            "BySetPos is 1: use positions from 1 to 366 or from -1 to -366, of days that ByDay, ByMonthDay or ByMonth names."));

        static NUnit.Framework.Constraints.IResolveConstraint Says(string what) => Throws.ArgumentException.With.Message.StartsWith(what);
    }

    [Test]
    public void Rules_that_say_the_same_are_equal()
    {
        var one = new RecurrenceRule(Frequency.Monthly, ByMonthDay: [15, 1, 15], ByMonth: []);

        Assert.That(one, Is.EqualTo(new RecurrenceRule(Frequency.Monthly, ByMonthDay: [1, 15])));
        Assert.That(one.ToString(), Is.EqualTo("FREQ=MONTHLY;BYMONTHDAY=1,15"));
        Assert.That(one with { Count = 3 }, Is.Not.EqualTo(one));
        Assert.That(() => one with { Count = 0 }, Throws.ArgumentException);
    }

    [TestCase("FREQ=HOURLY;INTERVAL=2", "every 2 hours from Thu 1 Jan 2026, 09:00 UTC")]
    [TestCase("FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR", "every hour on weekdays from Thu 1 Jan 2026, 09:00 UTC")]
    [TestCase("FREQ=DAILY;COUNT=1", "every day at 09:00 UTC, once")]
    [TestCase("FREQ=DAILY;BYMONTH=6,7", "every day in June and July at 09:00 UTC")]
    [TestCase("FREQ=WEEKLY", "every week on Thursday at 09:00 UTC")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260605", "every weekday at 09:00 UTC until Fri 5 Jun 2026")]
    [TestCase("FREQ=MONTHLY", "every month on the 1st at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=31", "every month on the 31st (only in months that have it) at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "every month on the 31st (the last day in shorter months) at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=1,11,-1", "every month on the 1st, 11th and last day at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "every month on the first Saturday or Sunday at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,-2FR;COUNT=8", "every 3 months on the first Monday and second to last Friday at 09:00 UTC, 8 times")]
    [TestCase("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month on the 13th where it is a Friday at 09:00 UTC")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day at 09:00 UTC")]
    [TestCase("FREQ=DAILY;BYMONTH=4,7;BYSETPOS=1", "every day, only the first of these, in April and July at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=3", "every month on the third day at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5", "every month on the fifth weekday at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,1FR", "every month on the Monday and first Friday at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=-2,-3", "every month on the third to last day and second to last day at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=5,29,-1", "every month on the 5th, 29th and last day (only in months that have it) at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=30;BYDAY=MO,TU,WE,TH,FR", "every month on the 30th (only in months that have it) where it is a weekday at 09:00 UTC")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=11,21;BYDAY=FR,SA;BYSETPOS=-1", "every month on the 11th and 21st where it is a Friday or a Saturday, only the last of these, at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=1SU", "every year on the 13th where it is the first Sunday at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTH=4,6", "every year on the 1st in April and June at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", "every year on 31 January at 09:00 UTC")]
    [TestCase("FREQ=YEARLY", "every year on 1 January at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the fourth Thursday in November at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "every year on 5 March at 09:00 UTC")]
    [TestCase("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February (only in leap years) at 09:00 UTC")]
    public void A_rule_is_read_back_in_words(string text, string words) => Assert.That(Of(text).InWords(), Is.EqualTo(words));

    [Test]
    public void Leap_days_and_changes_are_read_back_too()
    {
        var start = new LocalDateTime(2028, 2, 29, 9, 0);
        var yearly = new Recurrence(new RecurrenceRule(Frequency.Yearly, Skip: Skip.Backward), start, "UTC", [start], [start.PlusDays(1), start.PlusDays(2), start.PlusDays(3), start.PlusDays(4)]);

        Assert.That(yearly.InWords(), Is.EqualTo(
            "every year on 29 February (the last day in shorter years) at 09:00 UTC, but not on Tue 29 Feb 2028, and also on Wed 1 Mar 2028, Thu 2 Mar 2028, Fri 3 Mar 2028 and 1 more"));
        Assert.That((yearly with { Exceptions = [], Additions = [start.PlusDays(1), start.PlusDays(2), start.PlusDays(3)] }).InWords(), Does.EndWith(
            "at 09:00 UTC, and also on Wed 1 Mar 2028, Thu 2 Mar 2028 and Fri 3 Mar 2028"));
        Assert.That((yearly with { Rule = new RecurrenceRule(Frequency.Yearly) }).InWords(), Does.StartWith("every year on 29 February (only in leap years) at 09:00 UTC"));
    }

    /// <summary>From Thursday, 1 January 2026, at 9.</summary>
    private static Recurrence Of(string text)
    {
        Assert.That(RecurrenceRule.TryParse(text, out var rule), Is.True, text);
        return new Recurrence(rule!, new LocalDateTime(2026, 1, 1, 9, 0), "UTC");
    }
}
