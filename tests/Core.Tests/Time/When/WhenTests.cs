using AsyncBot.Core.Time.When;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

/// <summary>It is Wednesday 4 March 2026, 10:15 in New York, unless a test says otherwise.</summary>
public sealed class WhenTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "America/New_York", "en-US");

    [TestCase("in 20 min", "2026-03-04T10:35:00")]
    [TestCase("in 90 seconds", "2026-03-04T10:16:30")]
    [TestCase("in 1.5 hours", "2026-03-04T11:45:00")]
    [TestCase("in an hour and a half", "2026-03-04T11:45:00")]
    [TestCase("in an hour and a quarter", "2026-03-04T11:30:00")]
    [TestCase("in an hour and a quarter of an hour", "2026-03-04T11:30:00")]
    [TestCase("in a year and a quarter", "2027-06-04T10:15:00")]
    [TestCase("in 5 years", "2031-03-04T10:15:00")]
    [TestCase("in 60 months", "2031-03-04T10:15:00")]
    [TestCase("in 2 and a half hours", "2026-03-04T12:45:00")]
    [TestCase("in a quarter of an hour", "2026-03-04T10:30:00")]
    [TestCase("in half a day", "2026-03-04T22:15:00")]
    [TestCase("in 1h30", "2026-03-04T11:45:00")]
    [TestCase("in a couple of hours", "2026-03-04T12:15:00")]
    [TestCase("5 min from now", "2026-03-04T10:20:00")]
    [TestCase("2 hours later", "2026-03-04T12:15:00")]
    [TestCase("in 1 day and 2 hours", "2026-03-05T12:15:00")]
    [TestCase("in 2 days at 9am", "2026-03-06T09:00:00")]
    [TestCase("in two weeks", "2026-03-18T10:15:00")]
    [TestCase("in a fortnight", "2026-03-18T10:15:00")]
    [TestCase("1 month from now", "2026-04-04T10:15:00")]
    [TestCase("in 1 year", "2027-03-04T10:15:00")]
    [TestCase("a week from today", "2026-03-11T09:00:00")]
    [TestCase("two weeks from tomorrow at noon", "2026-03-19T12:00:00")]
    [TestCase("in two weeks’ time", "2026-03-18T10:15:00")]
    [TestCase("this time tomorrow", "2026-03-05T10:15:00")]
    [TestCase("3 weeks from next friday", "2026-04-03T09:00:00")]
    [TestCase("within 2 hours", "2026-03-04T12:15:00")]
    [TestCase("in 1 month and 3 days", "2026-04-07T10:15:00")]
    [TestCase("at the same time tomorrow", "2026-03-05T10:15:00")]
    public void What_counts_from_now_is_exact(string phrase, string local) => Assert.That(Local(phrase), Is.EqualTo(local));

    [TestCase("today", "2026-03-04T17:00:00")]
    [TestCase("day after tomorrow", "2026-03-06T09:00:00")]
    [TestCase("friday next week", "2026-03-13T09:00:00")]
    [TestCase("next week on thursday at 3", "2026-03-12T15:00:00")]
    [TestCase("this monday", "2026-03-09T09:00:00")]
    [TestCase("coming friday", "2026-03-06T09:00:00")]
    [TestCase("wednesday", "2026-03-11T09:00:00")]
    [TestCase("this weekend", "2026-03-07T09:00:00")]
    [TestCase("next month", "2026-04-01T09:00:00")]
    [TestCase("start of next week", "2026-03-09T09:00:00")]
    [TestCase("end of next week", "2026-03-13T17:00:00")]
    [TestCase("end of quarter", "2026-03-31T17:00:00")]
    [TestCase("end of the year", "2026-12-31T17:00:00")]
    [TestCase("eom", "2026-03-31T17:00:00")]
    [TestCase("close of business friday", "2026-03-06T17:00:00")]
    [TestCase("last day of the month", "2026-03-31T09:00:00")]
    [TestCase("second monday of may at 3pm", "2026-05-11T15:00:00")]
    [TestCase("first monday of april 2027", "2027-04-05T09:00:00")]
    [TestCase("last weekday of next month", "2026-04-30T09:00:00")]
    [TestCase("15th of next month", "2026-04-15T09:00:00")]
    [TestCase("on the 3rd", "2026-04-03T09:00:00")]
    [TestCase("friday the 13th", "2026-03-13T09:00:00")]
    [TestCase("monday 9th", "2026-03-09T09:00:00")]
    [TestCase("third thursday of november at 3pm", "2026-11-19T15:00:00")]
    [TestCase("by the end of the month", "2026-03-31T17:00:00")]
    [TestCase("fri, march 20", "2026-03-20T09:00:00")]
    [TestCase("the 20th of march at 9", "2026-03-20T09:00:00")]
    [TestCase("Mar. 20", "2026-03-20T09:00:00")]
    [TestCase("March 20th, 2027 at 9:30am", "2027-03-20T09:30:00")]
    [TestCase("20.3.2026 14:00", "2026-03-20T14:00:00")]
    [TestCase("2026/03/20", "2026-03-20T09:00:00")]
    [TestCase("3/20/26 2pm", "2026-03-20T14:00:00")]
    [TestCase("2026-03-20T14:00", "2026-03-20T14:00:00")]
    [TestCase("2026-03-20T14:00:05", "2026-03-20T14:00:05")]
    [TestCase("first of april", "2026-04-01T09:00:00")]
    [TestCase("31 dec", "2026-12-31T09:00:00")]
    [TestCase("20 mar. 2027", "2027-03-20T09:00:00")]
    [TestCase("20. march", "2026-03-20T09:00:00")]
    [TestCase("march the 20th", "2026-03-20T09:00:00")]
    [TestCase("march 20,2027", "2027-03-20T09:00:00")]
    [TestCase("march 20 2027, 5pm", "2027-03-20T17:00:00")]
    [TestCase("24/12", "2026-12-24T09:00:00")]
    [TestCase("2026-03-20T14:00:59", "2026-03-20T14:00:59")]
    [TestCase("2026-03-20T14:00:00.5", "2026-03-20T14:00:00.5")]
    [TestCase("2026-03-20T14:00:00.125", "2026-03-20T14:00:00.125")]
    [TestCase("2031-03-04 10:15", "2031-03-04T10:15:00")]
    [TestCase("friday the 1st", "2026-05-01T09:00:00")]
    [TestCase("friday the 31st", "2026-07-31T09:00:00")]
    [TestCase("monday the 13th", "2026-04-13T09:00:00")]
    [TestCase("the day after tomorrow", "2026-03-06T09:00:00")]
    [TestCase("the day before tomorrow", "2026-03-04T17:00:00")]
    [TestCase("this evening", "2026-03-04T18:00:00")]
    [TestCase("on the 15th evening", "2026-03-15T18:00:00")]
    [TestCase("friday, evening", "2026-03-06T18:00:00")]
    [TestCase("on the 1st", "2026-04-01T09:00:00")]
    [TestCase("on the 15th of the month", "2026-03-15T09:00:00")]
    [TestCase("the second monday of may", "2026-05-11T09:00:00")]
    [TestCase("4th monday of may", "2026-05-25T09:00:00")]
    [TestCase("20th weekday of next month", "2026-04-28T09:00:00")]
    [TestCase("28th day of next month", "2026-04-28T09:00:00")]
    [TestCase("last day of may", "2026-05-31T09:00:00")]
    [TestCase("last weekday of july", "2026-07-31T09:00:00")]
    [TestCase("first weekday of august", "2026-08-03T09:00:00")]
    [TestCase("first monday of january", "2027-01-04T09:00:00")]
    [TestCase("first day of the month", "2026-04-01T09:00:00")]
    [TestCase("start of next year", "2027-01-01T09:00:00")]
    [TestCase("end of next year", "2027-12-31T17:00:00")]
    [TestCase("friday end of day", "2026-03-06T17:00:00")]
    [TestCase("tomorrow eod", "2026-03-05T17:00:00")]
    [TestCase("end of business day friday", "2026-03-06T17:00:00")]
    [TestCase("today at midnight", "2026-03-05T00:00:00")]
    public void Days_are_read_as_people_say_them(string phrase, string local) => Assert.That(Local(phrase), Is.EqualTo(local));

    [TestCase("at 9:30", "2026-03-05T09:30:00")]
    [TestCase("at nine", "2026-03-05T09:00:00")]
    [TestCase("at 4", "2026-03-04T16:00:00")]
    [TestCase("12:30", "2026-03-04T12:30:00")]
    [TestCase("12:30am", "2026-03-05T00:30:00")]
    [TestCase("12am", "2026-03-05T00:00:00")]
    [TestCase("0:30", "2026-03-05T00:30:00")]
    [TestCase("7.30pm", "2026-03-04T19:30:00")]
    [TestCase("half past 3", "2026-03-04T15:30:00")]
    [TestCase("quarter to 5", "2026-03-04T16:45:00")]
    [TestCase("tomorrow at ten past 3", "2026-03-05T15:10:00")]
    [TestCase("a quarter past 9", "2026-03-05T09:15:00")]
    [TestCase("at 9 tomorrow morning", "2026-03-05T09:00:00")]
    [TestCase("tomorrow @ 5pm", "2026-03-05T17:00:00")]
    [TestCase("tomorrow at 17h", "2026-03-05T17:00:00")]
    [TestCase("tomorrow 9", "2026-03-05T09:00:00")]
    [TestCase("tomorrow at 5 p.m.", "2026-03-05T17:00:00")]
    [TestCase("tomorrow at 9 o’clock", "2026-03-05T09:00:00")]
    [TestCase("noon tomorrow", "2026-03-05T12:00:00")]
    [TestCase("tonight at 9", "2026-03-04T21:00:00")]
    [TestCase("tonight at midnight", "2026-03-05T00:00:00")]
    [TestCase("tomorrow at 8 in the evening", "2026-03-05T20:00:00")]
    [TestCase("tomorrow morning at 6", "2026-03-05T06:00:00")]
    [TestCase("8 in the evening tomorrow", "2026-03-05T20:00:00")]
    [TestCase("this afternoon", "2026-03-04T14:00:00")]
    [TestCase("friday evening", "2026-03-06T18:00:00")]
    [TestCase("tomorrow night", "2026-03-05T20:00:00")]
    [TestCase("in the morning", "2026-03-05T09:00:00")]
    [TestCase("at 10:15", "2026-03-05T10:15:00")]
    [TestCase("at six", "2026-03-04T18:00:00")]
    [TestCase("at one", "2026-03-04T13:00:00")]
    [TestCase("at twelve", "2026-03-04T12:00:00")]
    [TestCase("at six am", "2026-03-05T06:00:00")]
    [TestCase("at nine pm", "2026-03-04T21:00:00")]
    [TestCase("at twelve am", "2026-03-05T00:00:00")]
    [TestCase("at 9 a.m friday", "2026-03-06T09:00:00")]
    [TestCase("on 'friday' at 9", "2026-03-06T09:00:00")]
    [TestCase("at 9 a.m tomorrow", "2026-03-05T09:00:00")]
    [TestCase("at 9 a.m. tomorrow", "2026-03-05T09:00:00")]
    [TestCase("tomorrow!!", "2026-03-05T09:00:00")]
    [TestCase("tomorrow at 9...", "2026-03-05T09:00:00")]
    [TestCase("at 9pm?!", "2026-03-04T21:00:00")]
    [TestCase("tomorrow at 17h!", "2026-03-05T17:00:00")]
    [TestCase("tomorrow at 17h59", "2026-03-05T17:59:00")]
    [TestCase("tomorrow at ten to 5", "2026-03-05T16:50:00")]
    [TestCase("tomorrow at 20 to 5", "2026-03-05T16:40:00")]
    [TestCase("tomorrow at 10 minutes to 5", "2026-03-05T16:50:00")]
    [TestCase("half past 1", "2026-03-04T13:30:00")]
    [TestCase("half past 12", "2026-03-04T12:30:00")]
    [TestCase("half past 3am", "2026-03-05T03:30:00")]
    [TestCase("half past 3pm", "2026-03-04T15:30:00")]
    [TestCase("tomorrow at 1 past 3", "2026-03-05T15:01:00")]
    [TestCase("tomorrow at ten minutes past 3", "2026-03-05T15:10:00")]
    [TestCase("at 59 minutes past 3", "2026-03-04T15:59:00")]
    [TestCase("tomorrow at 12 in the morning", "2026-03-05T00:00:00")]
    [TestCase("tomorrow at 12 in the afternoon", "2026-03-05T12:00:00")]
    [TestCase("tomorrow at 1 in the afternoon", "2026-03-05T13:00:00")]
    [TestCase("tomorrow at 6 in the afternoon", "2026-03-05T18:00:00")]
    [TestCase("18:30 tomorrow afternoon", "2026-03-05T18:30:00")]
    [TestCase("tomorrow at 4 in the evening", "2026-03-05T16:00:00")]
    [TestCase("tomorrow at 10 in the evening", "2026-03-05T22:00:00")]
    [TestCase("tomorrow at 11 in the evening", "2026-03-05T23:00:00")]
    [TestCase("at 8 friday evening", "2026-03-06T20:00:00")]
    [TestCase("tomorrow night at 6", "2026-03-05T18:00:00")]
    [TestCase("tomorrow night at 11", "2026-03-05T23:00:00")]
    [TestCase("tomorrow at midnight in the evening", "2026-03-05T00:00:00")]
    public void Times_of_day_are_read_as_people_say_them(string phrase, string local) => Assert.That(Local(phrase), Is.EqualTo(local));

    [TestCase("５pm tomorrow", "2026-03-05T17:00:00")]
    [TestCase("tomorrow at ٩:٣٠", "2026-03-05T09:30:00")]
    [TestCase("tomorrow at ९:३०", "2026-03-05T09:30:00")]
    [TestCase("tomorrow\u00A0at\u20099am", "2026-03-05T09:00:00")]
    [TestCase("“tomorrow at 9am”", "2026-03-05T09:00:00")]
    [TestCase("TOMORROW, 9AM!", "2026-03-05T09:00:00")]
    [TestCase("ｔｏｍｏｒｒｏｗ　９：３０", "2026-03-05T09:30:00")]
    [TestCase("tom\u200Borrow at 9", "2026-03-05T09:00:00")]
    [TestCase("tomorrow at 𝟗:𝟑𝟎", "2026-03-05T09:30:00")]
    [TestCase("tomorrow at 9！", "2026-03-05T09:00:00")]
    [TestCase("\"tomorrow at 9\"", "2026-03-05T09:00:00")]
    [TestCase("`tomorrow at 9`", "2026-03-05T09:00:00")]
    [TestCase("'tomorrow' at 9", "2026-03-05T09:00:00")]
    [TestCase("tomorrow\tat 9", "2026-03-05T09:00:00")]
    [TestCase("tomorrow\rat 9", "2026-03-05T09:00:00")]
    public void What_keyboards_make_of_letters_and_digits_makes_no_difference(string phrase, string local) => Assert.That(Local(phrase), Is.EqualTo(local));

    [TestCase("wendesday 3pm", "2026-03-04T15:00:00")]
    [TestCase("firday", "2026-03-06T09:00:00")]
    [TestCase("thurday", "2026-03-05T09:00:00")]
    [TestCase("20 septmber", "2026-09-20T09:00:00")]
    [TestCase("febuary 10", "2027-02-10T09:00:00")]
    [TestCase("frriday", "2026-03-06T09:00:00")]
    [TestCase("mondya", "2026-03-09T09:00:00")]
    [TestCase("wednesdayy 3pm", "2026-03-04T15:00:00")]
    [TestCase("20 apirl", "2026-04-20T09:00:00")]
    [TestCase("20 auguxt", "2026-08-20T09:00:00")]
    [TestCase("septtember 20", "2026-09-20T09:00:00")]
    public void A_month_or_weekday_may_be_mistyped_by_a_letter(string phrase, string local) => Assert.That(Local(phrase), Is.EqualTo(local));

    [TestCase("munday")]
    [TestCase("buy sundry")]
    [TestCase("match 20")]
    [TestCase("mumday")]
    [TestCase("mnxday")]
    [TestCase("mxoday")]
    public void A_word_that_could_be_another_is_not_taken_for_a_mistyped_day(string phrase) => Assert.That(When.Read(phrase, Here), Is.InstanceOf<NoTime>());

    [TestCase("next friday", "2026-03-06T14:00:00Z")]
    [TestCase("friday at midnight", "2026-03-07T05:00:00Z")]
    [TestCase("tomorrow 9am Tokyo", "2026-03-05T00:00:00Z")]
    [TestCase("day after tomorrow at midnight", "2026-03-07T05:00:00Z")]
    public void What_other_people_mean_by_it_is_offered(string phrase, string other) =>
        Assert.That(Read(phrase).Alternatives, Is.EqualTo(new[] { InstantPattern.ExtendedIso.Parse(other).Value }));

    [TestCase("tomorrow at 9")]
    [TestCase("next tuesday")]
    [TestCase("on the 15th")]
    [TestCase("midnight")]
    [TestCase("tomorrow at midnight")]
    [TestCase("friday next week")]
    [TestCase("15th of next month")]
    [TestCase("next wednesday at 10:15")]
    public void What_can_mean_one_thing_only_has_no_alternatives(string phrase) => Assert.That(Read(phrase).Alternatives, Is.Empty);

    [Test]
    public void What_was_assumed_is_told()
    {
        Assert.That(Read("at 3pm") is { IsDateAssumed: true, IsTimeAssumed: false });
        Assert.That(Read("friday") is { IsDateAssumed: false, IsTimeAssumed: true });
        Assert.That(Read("friday 3pm") is { IsDateAssumed: false, IsTimeAssumed: false, IsZoneNamed: false });
        Assert.That(Read("3pm PT").IsZoneNamed, Is.True);
        Assert.That(Read("by friday").IsBy, Is.True);
        Assert.That(Read("on friday").IsBy, Is.False);
        Assert.That(Read("due by friday").IsBy, Is.True);
        Assert.That(Read("friday").Steps, Is.GreaterThan(0));
    }

    [Test]
    public void The_end_of_day_is_the_end_of_the_speakers_hours() =>
        Assert.That(((Once)When.Read("eod", Here with { DayEnd = new LocalTime(18, 30) })).Local.TimeOfDay, Is.EqualTo(new LocalTime(18, 30)));

    [Test]
    public void A_month_too_short_takes_its_last_day_and_says_so()
    {
        var april = (Once)When.Read("on the 31st", Here with { Now = Instant.FromUtc(2026, 4, 2, 15, 0) });
        var february = (Once)When.Read("in 1 month", Here with { Now = Instant.FromUtc(2026, 1, 31, 15, 0) });

        Assert.That(april.Local.Date, Is.EqualTo(new LocalDate(2026, 4, 30)));
        Assert.That(april.IsClamped);
        Assert.That(april.Alternatives, Is.EqualTo(new[] { Instant.FromUtc(2026, 5, 31, 13, 0) }));
        Assert.That(february.Local.Date, Is.EqualTo(new LocalDate(2026, 2, 28)));
        Assert.That(february.IsClamped);
        Assert.That(Read("on the 31st").IsClamped, Is.False);
    }

    [TestCase("friday")]
    [TestCase("in 3 days")]
    [TestCase("in 1 month and 3 days")]
    [TestCase("a month from friday")]
    public void A_day_that_every_month_has_is_not_clamped(string phrase) => Assert.That(Read(phrase).IsClamped, Is.False);

    [Test]
    public void The_months_that_have_the_day_are_offered_in_order() =>
        Assert.That(
            ((Once)When.Read("on the 30th", Here with { Now = Instant.FromUtc(2026, 2, 10, 15, 0) })).Alternatives,
            Is.EqualTo(new[] { Instant.FromUtc(2026, 3, 30, 13, 0), Instant.FromUtc(2026, 4, 30, 13, 0) }));

    [Test]
    public void Quarters_end_with_their_third_month() =>
        Assert.That(
            ((Once)When.Read("end of quarter", Here with { Now = Instant.FromUtc(2026, 8, 4, 15, 0) })).Local,
            Is.EqualTo(new LocalDateTime(2026, 9, 30, 17, 0)));

    [Test]
    public void A_leap_day_may_be_eight_years_ahead() =>
        Assert.That(
            ((Once)When.Read("feb 29", Here with { Now = Instant.FromUtc(2096, 3, 4, 15, 15), HorizonYears = 10 })).Local.Date,
            Is.EqualTo(new LocalDate(2104, 2, 29)));

    [TestCase("America/New_York", "2026-03-07T15:00:00Z", "tomorrow at 2:30am", "2026-03-08T03:30:00", 60)]
    [TestCase("Africa/Cairo", "2026-04-23T10:15:00Z", "midnight", "2026-04-24T01:00:00", 60)]
    [TestCase("Africa/Cairo", "2026-04-23T10:15:00Z", "tomorrow 0:30", "2026-04-24T01:30:00", 60)]
    [TestCase("Australia/Lord_Howe", "2026-10-03T00:00:00Z", "tomorrow at 2:15am", "2026-10-04T02:45:00", 30)]
    [TestCase("Antarctica/Troll", "2026-03-28T12:00:00Z", "tomorrow at 1:30am", "2026-03-29T03:30:00", 120)]
    [TestCase("America/Scoresbysund", "2026-03-28T12:00:00Z", "at 23:15", "2026-03-29T00:15:00", 60)]
    public void A_skipped_time_is_shifted_by_the_gap_and_says_so(string zone, string now, string phrase, string local, int minutes)
    {
        var once = (Once)When.Read(phrase, new WhenContext(InstantPattern.ExtendedIso.Parse(now).Value, zone));

        Assert.That(LocalDateTimePattern.ExtendedIso.Format(once.Local), Is.EqualTo(local));
        Assert.That(once.Shift, Is.EqualTo(Duration.FromMinutes(minutes)));
    }

    [TestCase("1:30am", "2026-11-01T05:30:00Z")]
    [TestCase("in 90 minutes", "2026-11-01T05:30:00Z")]
    [TestCase("in 150 minutes", "2026-11-01T06:30:00Z")]
    public void A_repeated_time_means_the_first_unless_it_is_counted_from_now(string phrase, string at)
    {
        var once = (Once)When.Read(phrase, Here with { Now = Instant.FromUtc(2026, 11, 1, 4, 0) });

        Assert.That(once.At, Is.EqualTo(InstantPattern.ExtendedIso.Parse(at).Value));
        Assert.That(once.IsRepeated);
    }

    [Test]
    public void Minutes_counted_in_the_second_of_two_hours_stay_there() =>
        Assert.That(
            ((Once)When.Read("in 10 minutes", Here with { Now = Instant.FromUtc(2026, 11, 1, 6, 15) })).At, Is.EqualTo(Instant.FromUtc(2026, 11, 1, 6, 25)));

    [Test]
    public void Hours_are_elapsed_and_days_keep_the_wall_clock()
    {
        var eve = Here with { Now = Instant.FromUtc(2026, 10, 31, 14, 0) };

        Assert.That(((Once)When.Read("in 24 hours", eve)).Local, Is.EqualTo(new LocalDateTime(2026, 11, 1, 9, 0)));
        Assert.That(((Once)When.Read("in 1 day", eve)).Local, Is.EqualTo(new LocalDateTime(2026, 11, 1, 10, 0)));
    }

    private static string Local(string phrase) => LocalDateTimePattern.ExtendedIso.Format(Read(phrase).Local);

    private static Once Read(string phrase)
    {
        var reading = When.Read(phrase, Here);
        Assert.That((reading as NoTime)?.Problem, Is.Null, phrase);
        Assert.That(reading.Text, Is.Empty);
        return (Once)reading;
    }
}
