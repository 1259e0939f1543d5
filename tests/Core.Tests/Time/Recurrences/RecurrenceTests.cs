using AsyncBot.Core.Time.Recurrences;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

public sealed class RecurrenceTests
{
    [Test]
    public void A_skipped_local_time_moves_forward_by_the_gap_and_says_so()
    {
        var rule = Recurrence.Daily(new LocalTime(2, 30), "America/New_York", new LocalDate(2026, 3, 1));

        var onTheGap = rule.NextOccurrence(Instant.FromUtc(2026, 3, 7, 15, 0))!.Value;
        var nextDay = rule.NextOccurrence(onTheGap.At)!.Value;

        Assert.That(onTheGap, Is.EqualTo(new Occurrence(Instant.FromUtc(2026, 3, 8, 7, 30), new LocalDateTime(2026, 3, 8, 2, 30), Duration.FromHours(1))));
        Assert.That(onTheGap.IsShifted, Is.True);
        Assert.That(nextDay, Is.EqualTo(new Occurrence(Instant.FromUtc(2026, 3, 9, 6, 30), new LocalDateTime(2026, 3, 9, 2, 30), Duration.Zero)));
    }

    [Test]
    public void A_repeated_local_time_happens_once_the_first_time()
    {
        var rule = Recurrence.Daily(new LocalTime(1, 30), "America/New_York", new LocalDate(2026, 10, 1));

        var first = rule.NextAfter(Instant.FromUtc(2026, 10, 31, 12, 0));

        Assert.That(first, Is.EqualTo(Instant.FromUtc(2026, 11, 1, 5, 30)));
        Assert.That(rule.NextAfter(first!.Value), Is.EqualTo(Instant.FromUtc(2026, 11, 2, 6, 30)));
    }

    [TestCase("Europe/Lisbon", 1, 30, 2026, 3, 29, 2026, 3, 29, 1, 30, 60)]
    [TestCase("Africa/Cairo", 0, 0, 2026, 4, 24, 2026, 4, 23, 22, 0, 60)]
    [TestCase("Africa/Cairo", 0, 45, 2026, 4, 24, 2026, 4, 23, 22, 45, 60)]
    [TestCase("Australia/Lord_Howe", 2, 15, 2026, 10, 4, 2026, 10, 3, 15, 45, 30)]
    [TestCase("Pacific/Apia", 9, 0, 2011, 12, 30, 2011, 12, 30, 19, 0, 1440)]
    public void Gaps_at_midnight_of_half_an_hour_and_of_a_day_are_gaps_like_others(
        string zone, int hour, int minute, int year, int month, int day, int atYear, int atMonth, int atDay, int atHour, int atMinute, int shift)
    {
        var date = new LocalDate(year, month, day);
        var rule = Recurrence.Daily(new LocalTime(hour, minute), zone, date);

        var occurrence = rule.NextOccurrence(Instant.FromUtc(year, month, day, 0, 0) - Duration.FromDays(3))!.Value;

        Assert.That(occurrence.Planned, Is.EqualTo(date + rule.Start.TimeOfDay));
        Assert.That(occurrence.At, Is.EqualTo(Instant.FromUtc(atYear, atMonth, atDay, atHour, atMinute)));
        Assert.That(occurrence.Shift, Is.EqualTo(Duration.FromMinutes(shift)));
    }

    [Test]
    public void Every_two_weeks_keeps_its_week_over_a_year()
    {
        var rule = Recurrence.Weekly([IsoDayOfWeek.Friday], new LocalTime(16, 0), "Europe/Lisbon", new LocalDate(2026, 1, 9), 2);

        var dates = Dates(rule, Instant.FromUtc(2026, 1, 1, 0, 0), 27);

        Assert.That(dates, Is.EqualTo(Enumerable.Range(0, 27).Select(n => new LocalDate(2026, 1, 9).PlusWeeks(2 * n))));
        Assert.That(rule.NextOccurrence(Instant.FromUtc(2026, 12, 20, 0, 0))!.Value.Planned.Date, Is.EqualTo(new LocalDate(2026, 12, 25)), "asked late, the phase is the same");
    }

    [Test]
    public void Every_two_weeks_on_two_days_keeps_both_in_one_week() =>
        Assert.That(
            Dates(Recurrence.Weekly([IsoDayOfWeek.Thursday, IsoDayOfWeek.Monday], LocalTime.Noon, "UTC", new LocalDate(2026, 3, 5), 2), Instant.FromUtc(2026, 3, 1, 0, 0), 4),
            Is.EqualTo(new LocalDate[] { new(2026, 3, 5), new(2026, 3, 16), new(2026, 3, 19), new(2026, 3, 30) }));

    [Test]
    public void The_31st_is_the_last_day_of_shorter_months() =>
        Assert.That(
            Dates(Recurrence.Monthly(31, new LocalTime(9, 0), "America/New_York", new LocalDate(2027, 12, 1)), Instant.FromUtc(2027, 12, 1, 0, 0), 5),
            Is.EqualTo(new LocalDate[] { new(2027, 12, 31), new(2028, 1, 31), new(2028, 2, 29), new(2028, 3, 31), new(2028, 4, 30) }));

    [Test]
    public void The_last_friday_keeps_wall_time_across_summer_time()
    {
        var rule = Recurrence.Monthly(new NthWeekday(IsoDayOfWeek.Friday, -1), new LocalTime(16, 0), "America/New_York", new LocalDate(2026, 2, 1));

        Assert.That(rule.NextAfter(Instant.FromUtc(2026, 2, 1, 0, 0)), Is.EqualTo(Instant.FromUtc(2026, 2, 27, 21, 0)));
        Assert.That(rule.NextAfter(Instant.FromUtc(2026, 3, 4, 0, 0)), Is.EqualTo(Instant.FromUtc(2026, 3, 27, 20, 0)));
    }

    [Test]
    public void Every_quarter_on_the_first_monday_counts_months_from_its_start() =>
        Assert.That(
            Dates(Recurrence.Monthly(new NthWeekday(IsoDayOfWeek.Monday, 1), LocalTime.Noon, "UTC", new LocalDate(2026, 1, 6), 3), Instant.FromUtc(2026, 1, 1, 0, 0), 3),
            Is.EqualTo(new LocalDate[] { new(2026, 4, 6), new(2026, 7, 6), new(2026, 10, 5) }));

    [Test]
    public void The_ends_of_time_are_not_errors()
    {
        var rule = Recurrence.Daily(LocalTime.Midnight, "Pacific/Kiritimati", new LocalDate(2026, 1, 1));

        Assert.That(rule.NextAfter(Instant.MinValue), Is.EqualTo(Instant.FromUtc(2025, 12, 31, 10, 0)));
        Assert.That(rule.NextAfter(Instant.MaxValue), Is.Null);
        Assert.That(Recurrence.Monthly(1, LocalTime.Noon, "UTC", new LocalDate(9_899, 1, 1), 1_000).NextAfter(Instant.FromUtc(9_899, 6, 1, 0, 0)), Is.Null);
        Assert.That(Recurrence.Daily(LocalTime.Noon, "UTC", new LocalDate(9_999, 12, 31)).NextAfter(Instant.MinValue), Is.Null);
        Assert.That(Recurrence.Weekly([IsoDayOfWeek.Monday], LocalTime.Noon, "UTC", new LocalDate(1, 1, 1)).NextAfter(Instant.MinValue), Is.Not.Null);
    }

    [Test]
    public void Days_are_a_set_whatever_order_they_were_named_in()
    {
        var one = Recurrence.Weekly([IsoDayOfWeek.Friday, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], LocalTime.Noon, "UTC", new LocalDate(2026, 1, 1));
        var other = Recurrence.Weekly([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], LocalTime.Noon, "UTC", new LocalDate(2026, 1, 1));

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    [Test]
    public void Parts_that_make_no_rule_are_refused()
    {
        var from = new LocalDate(2026, 1, 1);

        Assert.That(() => Recurrence.Daily(LocalTime.Noon, "UTC", from, 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => Recurrence.Daily(LocalTime.Noon, "UTC", from, 1_001), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => Recurrence.Daily(LocalTime.Noon, "", from), Throws.ArgumentException);
        Assert.That(() => new RecurrenceRule(Frequency.Weekly, WeekStart: IsoDayOfWeek.None), Throws.ArgumentException);
        Assert.That(() => new RecurrenceRule(Frequency.Weekly, WeekStart: (IsoDayOfWeek)8), Throws.ArgumentException);
        Assert.That(() => Recurrence.Weekly([], LocalTime.Noon, "UTC", from), Throws.ArgumentException);
        Assert.That(() => Recurrence.Weekly([IsoDayOfWeek.None], LocalTime.Noon, "UTC", from), Throws.ArgumentException);
        Assert.That(() => Recurrence.Monthly(32, LocalTime.Noon, "UTC", from), Throws.ArgumentException);
        Assert.That(() => Recurrence.Monthly(new NthWeekday(IsoDayOfWeek.Monday, 6), LocalTime.Noon, "UTC", from), Throws.ArgumentException);
    }

    [TestCase(28, Skip.Omit)]
    [TestCase(29, Skip.Backward)]
    public void Only_a_day_that_some_months_lack_is_another_there(int day, Skip skip) =>
        Assert.That(Recurrence.Monthly(day, LocalTime.Noon, "UTC", new LocalDate(2026, 1, 1)).Rule.Skip, Is.EqualTo(skip));

    [TestCase("FREQ=DAILY", "2026-01-02T09:00:00Z")]
    [TestCase("FREQ=HOURLY;BYDAY=TH,FR;COUNT=100", "2026-01-01T10:00:00Z")]
    public void What_happens_just_then_is_between(string text, string at)
    {
        var from = InstantPattern.ExtendedIso.Parse(at).Value;

        Assert.That(Of(text).Between(from, from + Duration.FromMinutes(1)).Select(occurrence => occurrence.At), Is.EqualTo(new[] { from }));
    }

    [TestCase("FREQ=HOURLY;BYMONTHDAY=21;BYSETPOS=2,-1", true)]
    [TestCase("FREQ=HOURLY;BYMONTHDAY=21;BYSETPOS=-1", true)]
    [TestCase("FREQ=HOURLY;BYMONTHDAY=21;BYSETPOS=2", false)]
    [TestCase("FREQ=YEARLY;INTERVAL=1000;BYMONTHDAY=13;BYDAY=5WE", false)]
    public void A_rule_that_no_day_fits_never_happens(string text, bool happens) =>
        Assert.That(Of(text).NextAfter(Instant.FromUtc(2026, 1, 1, 9, 0)) is not null, Is.EqualTo(happens));

    private static Recurrence Of(string text) =>
        new(RecurrenceRule.TryParse(text, out var rule) ? rule : throw new ArgumentException(text), new LocalDateTime(2026, 1, 1, 9, 0), "UTC");

    private static List<LocalDate> Dates(Recurrence rule, Instant after, int count)
    {
        var dates = new List<LocalDate>();
        while (dates.Count < count && rule.NextOccurrence(after) is { } next)
        {
            dates.Add(next.Planned.Date);
            after = next.At;
        }

        return dates;
    }
}
