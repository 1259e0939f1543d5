using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

public sealed class WhenEveryTests
{
    /// <summary>A Wednesday, 15:15 in Lisbon.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 15, 15);

    private static readonly WhenContext Here = new(Now, "Europe/Lisbon");

    [TestCase("every day", "every day at 09:00 Europe/Lisbon")]
    [TestCase("daily", "every day at 09:00 Europe/Lisbon")]
    [TestCase("every weekday", "every weekday at 09:00 Europe/Lisbon")]
    [TestCase("weekdays", "every weekday at 09:00 Europe/Lisbon")]
    [TestCase("on weekdays at 8:45", "every weekday at 08:45 Europe/Lisbon")]
    [TestCase("weekly", "every Wednesday at 09:00 Europe/Lisbon")]
    [TestCase("weekly on friday", "every Friday at 09:00 Europe/Lisbon")]
    [TestCase("every monday", "every Monday at 09:00 Europe/Lisbon")]
    [TestCase("mondays", "every Monday at 09:00 Europe/Lisbon")]
    [TestCase("every mon and thu", "every Monday and Thursday at 09:00 Europe/Lisbon")]
    [TestCase("every thu, mon and mon", "every Monday and Thursday at 09:00 Europe/Lisbon")]
    [TestCase("every mon, wed, fri", "every Monday, Wednesday and Friday at 09:00 Europe/Lisbon")]
    [TestCase("every mon-fri", "every weekday at 09:00 Europe/Lisbon")]
    [TestCase("every mon – fri", "every weekday at 09:00 Europe/Lisbon")]
    [TestCase("every fri to mon", "every Monday, Friday, Saturday and Sunday at 09:00 Europe/Lisbon")]
    [TestCase("every weekend", "every Saturday and Sunday at 09:00 Europe/Lisbon")]
    [TestCase("every 3 days", "every 3 days at 09:00 Europe/Lisbon")]
    [TestCase("every ٣ days", "every 3 days at 09:00 Europe/Lisbon")]
    [TestCase("every third day", "every 3 days at 09:00 Europe/Lisbon")]
    [TestCase("every 2 weeks on friday", "every 2 weeks on Friday at 09:00 Europe/Lisbon")]
    [TestCase("every two weeks on weekdays", "every 2 weeks on weekdays at 09:00 Europe/Lisbon")]
    [TestCase("every other tuesday", "every 2 weeks on Tuesday at 09:00 Europe/Lisbon")]
    [TestCase("every other week", "every 2 weeks on Wednesday at 09:00 Europe/Lisbon")]
    [TestCase("every month", "every month on the 4th at 09:00 Europe/Lisbon")]
    [TestCase("every month on the 1st", "every month on the 1st at 09:00 Europe/Lisbon")]
    [TestCase("every 3 months on the 22nd", "every 3 months on the 22nd at 09:00 Europe/Lisbon")]
    [TestCase("every 15th", "every month on the 15th at 09:00 Europe/Lisbon")]
    [TestCase("every 31st of the month", "every month on the 31st (the last day in shorter months) at 09:00 Europe/Lisbon")]
    [TestCase("every last day of the month", "every month on the 31st (the last day in shorter months) at 09:00 Europe/Lisbon")]
    [TestCase("every last friday of the month", "every month on the last Friday at 09:00 Europe/Lisbon")]
    [TestCase("every first monday", "every month on the first Monday at 09:00 Europe/Lisbon")]
    [TestCase("every first monday of the month", "every month on the first Monday at 09:00 Europe/Lisbon")]
    [TestCase("first monday of every month", "every month on the first Monday at 09:00 Europe/Lisbon")]
    [TestCase("the last day of each month", "every month on the 31st (the last day in shorter months) at 09:00 Europe/Lisbon")]
    [TestCase("every last weekday of the month", "every month on the last weekday at 09:00 Europe/Lisbon")]
    [TestCase("every jan 25", "every year on 25 January at 09:00 Europe/Lisbon")]
    [TestCase("yearly on the 25th of january", "every year on 25 January at 09:00 Europe/Lisbon")]
    [TestCase("every year on the 25th in january", "every year on 25 January at 09:00 Europe/Lisbon")]
    [TestCase("yearly on the 29th in february", "every year on 29 February (the last day in shorter years) at 09:00 Europe/Lisbon")]
    [TestCase("every quarter", "every 3 months on the 4th at 09:00 Europe/Lisbon")]
    [TestCase("biweekly on friday", "every 2 weeks on Friday at 09:00 Europe/Lisbon")]
    [TestCase("every tue/thu", "every Tuesday and Thursday at 09:00 Europe/Lisbon")]
    [TestCase("every evening", "every day at 18:00 Europe/Lisbon")]
    [TestCase("every monday morning", "every Monday at 09:00 Europe/Lisbon")]
    [TestCase("every 2 hours", "every 2 hours from Wed 4 Mar 2026, 15:15 Europe/Lisbon")]
    [TestCase("every 2nd monday of each month", "every month on the second Monday at 09:00 Europe/Lisbon")]
    [TestCase("every hour", "every hour from Wed 4 Mar 2026, 15:15 Europe/Lisbon")]
    [TestCase("every 2h", "every 2 hours from Wed 4 Mar 2026, 15:15 Europe/Lisbon")]
    [TestCase("every 100 hours", "every 100 hours from Wed 4 Mar 2026, 15:15 Europe/Lisbon")]
    [TestCase("every mon\u2015fri", "every weekday at 09:00 Europe/Lisbon")]
    [TestCase("every 60 months", "every 60 months on the 4th at 09:00 Europe/Lisbon")]
    [TestCase("every 5 years", "every 5 years on 4 March at 09:00 Europe/Lisbon")]
    [TestCase("every feb 29", "every year on 29 February (the last day in shorter years) at 09:00 Europe/Lisbon")]
    [TestCase("every day evening", "every day at 18:00 Europe/Lisbon")]
    [TestCase("every day, evening", "every day at 18:00 Europe/Lisbon")]
    [TestCase("second monday of every month", "every month on the second Monday at 09:00 Europe/Lisbon")]
    [TestCase("second weekday of every month", "every month on the second weekday at 09:00 Europe/Lisbon")]
    [TestCase("third day of every month", "every month on the 3rd at 09:00 Europe/Lisbon")]
    [TestCase("every third day of the month", "every month on the 3rd at 09:00 Europe/Lisbon")]
    [TestCase("every first weekday of the month", "every month on the first weekday at 09:00 Europe/Lisbon")]
    [TestCase("every 2nd weekday of the month", "every month on the second weekday at 09:00 Europe/Lisbon")]
    [TestCase("every 20th weekday of the month", "every month on the 20th weekday at 09:00 Europe/Lisbon")]
    public void A_phrase_is_read_as_the_rule_people_mean(string phrase, string inWords) =>
        Assert.That(Read(phrase).InWords(), Is.EqualTo(inWords));

    [TestCase("at 9", "09:00")]
    [TestCase("9", "09:00")]
    [TestCase("at 9:30", "09:30")]
    [TestCase("9.30", "09:30")]
    [TestCase("at 9am", "09:00")]
    [TestCase("at 9 a.m.", "09:00")]
    [TestCase("9:05pm", "21:05")]
    [TestCase("at 4 pm", "16:00")]
    [TestCase("at 4 p.m.", "16:00")]
    [TestCase("at 12am", "00:00")]
    [TestCase("at 12 pm", "12:00")]
    [TestCase("at 12", "12:00")]
    [TestCase("at 7", "07:00")]
    [TestCase("at 6", "18:00")]
    [TestCase("at 1", "13:00")]
    [TestCase("at 4:30", "16:30")]
    [TestCase("at 02:30", "02:30")]
    [TestCase("at 16:30", "16:30")]
    [TestCase("at 17h", "17:00")]
    [TestCase("at 6h30", "06:30")]
    [TestCase("at noon", "12:00")]
    [TestCase("midnight", "00:00")]
    [TestCase("at 9 o’clock", "09:00")]
    [TestCase("at ９", "09:00")]
    public void A_time_of_day_may_be_written_in_every_usual_way(string time, string at) =>
        Assert.That(Read($"every monday {time}").InWords(), Is.EqualTo($"every Monday at {at} Europe/Lisbon"));

    [TestCase("every day at 9 america/NEW_york", "America/New_York")]
    [TestCase("every day 9:30 utc", "UTC")]
    [TestCase("every day at noon in Australia/Lord_Howe", "Australia/Lord_Howe")]
    [TestCase("every day America/Port-au-Prince", "America/Port-au-Prince")]
    [TestCase("every day at 9 tokyo", "Asia/Tokyo")]
    [TestCase("every day at 9 in Tokyo", "Asia/Tokyo")]
    [TestCase("every weekday at 9:30 CET", "Europe/Paris")]
    [TestCase("every day at 9 EST", "America/New_York")]
    [TestCase("every day at 9 UTC+5:30", "UTC+05:30")]
    [TestCase("every day at 9 UTC-3", "UTC-03")]
    public void A_named_zone_beats_the_speakers(string phrase, string zone) => Assert.That(Read(phrase).Zone, Is.EqualTo(zone));

    [Test]
    public void Case_quotes_and_dashes_make_no_difference() =>
        Assert.That(Read("“EVERY Mon—Fri, at ‘9:30’”"), Is.EqualTo(Read("every mon-fri at 9:30")));

    [TestCase("every quarter", 2026, 6, 4)]
    [TestCase("every quarter at 16:00", 2026, 3, 4)]
    [TestCase("every 2 years", 2028, 3, 4)]
    [TestCase("every 2 weeks", 2026, 3, 18)]
    [TestCase("every week", 2026, 3, 11)]
    [TestCase("every month", 2026, 4, 4)]
    public void Where_no_day_is_said_it_counts_from_today(string phrase, int year, int month, int day) =>
        Assert.That(Read(phrase).NextOccurrence(Here.Now)?.Planned.Date, Is.EqualTo(new LocalDate(year, month, day)));

    [TestCase("every 2 weeks on friday", 2026, 3, 6)]
    [TestCase("every 2 weeks on monday", 2026, 3, 9)]
    [TestCase("every other wednesday at 9", 2026, 3, 11)]
    [TestCase("every other wednesday at 16:00", 2026, 3, 4)]
    [TestCase("every 3 days at 9", 2026, 3, 5)]
    [TestCase("every 2 months on the 3rd", 2026, 4, 3)]
    public void Counting_begins_with_the_first_time_from_now(string phrase, int year, int month, int day)
    {
        var rule = Read(phrase);

        Assert.That(rule.Start.Date, Is.EqualTo(new LocalDate(year, month, day)));
        Assert.That(rule.NextOccurrence(Now)!.Value.Planned.Date, Is.EqualTo(rule.Start.Date));
    }

    [TestCase("every day except holidays", "except")]
    [TestCase("every monday at 9 until june", "until")]
    [TestCase("every monday at 17:00 or 18:00", "or")]
    [TestCase("every mon and", "and")]
    [TestCase("every feb 30", "feb 30")]
    [TestCase("every last week", "week")]
    [TestCase("banana", "banana")]
    public void The_word_that_was_not_understood_is_named(string phrase, string word) =>
        Assert.That(Refusal(phrase).Problem, Does.Contain($"“{word}”"));

    [TestCase("25:00")]
    [TestCase("24:00")]
    [TestCase("9:60")]
    [TestCase("9:3")]
    [TestCase("13pm")]
    [TestCase("0am")]
    [TestCase("9:30:15")]
    [TestCase("99999999999999999999")]
    public void An_impossible_time_is_named_and_never_half_read(string time)
    {
        Assert.That(Refusal($"every day at {time}").Problem, Is.EqualTo($"“{time}” is not a time of day."));
        Assert.That(Read("every day at 9").Start.TimeOfDay, Is.EqualTo(new LocalTime(9, 0)));
    }

    [TestCase("")]
    [TestCase("  \t ")]
    [TestCase("“”")]
    [TestCase("every")]
    [TestCase("monday")]
    [TestCase("every 0 weeks")]
    [TestCase("every 32nd")]
    [TestCase("every 0th")]
    [TestCase("every 5th friday")]
    [TestCase("every second friday")]
    [TestCase("every 2 fridays")]
    [TestCase("every 2 hours at 9")]
    [TestCase("every 15 minutes")]
    [TestCase("twice a day")]
    [TestCase("every day twice")]
    [TestCase("every day at 9 every day")]
    [TestCase("every -5 days")]
    [TestCase("every 99999999999999999999 days")]
    [TestCase("every 61 months")]
    [TestCase("every 999999999999th")]
    [TestCase("every first day")]
    [TestCase("every day at")]
    [TestCase("every day\0")]
    [TestCase("every day \uD83D")]
    [TestCase("every first")]
    [TestCase("every 3rd quarter")]
    [TestCase("every 2027-03-20")]
    [TestCase("every 131 fortnights")]
    [TestCase("every 21st weekday of the month")]
    [TestCase("every 0th weekday of the month")]
    public void What_makes_no_schedule_is_refused_with_an_example_that_works(string phrase)
    {
        var refusal = Refusal(phrase);

        Assert.That(refusal.Problem, Does.EndWith("."));
        Assert.That(When.ReadEvery(refusal.Example, Here), Is.InstanceOf<Repeats>(), refusal.Example);
    }

    [TestCase("every -5 days", "The smallest number here is 1.")]
    [TestCase("every -5 at 9", "The smallest number here is 1.")]
    [TestCase("every 0 weeks call", "The smallest number here is 1.")]
    [TestCase("every 2 fridays", "After “every 2” comes hours, days, weeks, months or years.")]
    [TestCase("every 131 fortnights", "That is too far apart: at most 130 fortnights lie between two times.")]
    [TestCase("every 61 months", "That is too far apart: at most 60 months lie between two times.")]
    [TestCase("every 6 years", "That is too far apart: at most 5 years lie between two times.")]
    [TestCase("every first weekday", "Which weekdays these are is not clear.")]
    [TestCase("3 times a day", "“3 times a day” does not say at which times; make one schedule for each of them.")]
    [TestCase("friday or monday", "Two times are named, around “or”; say one.")]
    public void What_makes_no_schedule_is_refused_with_the_reason(string phrase, string problem) => Assert.That(Refusal(phrase).Problem, Is.EqualTo(problem));

    [Test]
    public void A_reason_of_the_phrase_keeps_its_own_example()
    {
        Assert.That(Refusal("every 0 weeks call").Example, Is.EqualTo("every 2 weeks on friday at 16:00"));
        Assert.That(Refusal("every monday call").Example, Is.EqualTo("every weekday at 9:30"));
    }

    [TestCase("every mon and tue", false)]
    [TestCase("every monday", true)]
    [TestCase("every day", false)]
    [TestCase("every 2 days", true)]
    public void What_comes_closer_together_than_is_allowed_is_refused(string phrase, bool isAllowed) =>
        Assert.That(When.ReadEvery(phrase, Here with { MinimumPeriod = Duration.FromDays(2) }) is Repeats, Is.EqualTo(isAllowed));

    [TestCase("every feb 28")]
    [TestCase("every march 29")]
    public void Only_a_leap_day_is_another_in_other_years(string phrase) => Assert.That(Read(phrase).Rule.Skip, Is.EqualTo(Skip.Omit));

    [Test]
    public void Longer_text_than_any_schedule_is_refused_before_it_is_read()
    {
        Assert.That(Refusal(new string('x', 501)).Problem, Does.Contain("500"));
        Assert.That(Refusal(string.Concat(Enumerable.Repeat("one ", 24_000))).Problem, Does.Contain("500"));
        Assert.That(Refusal("every day " + string.Concat(Enumerable.Repeat("a ", 79))).Problem, Does.Contain("80"));
        Assert.That(Refusal("every " + string.Concat(Enumerable.Repeat("mon,", 40))).Problem, Does.Contain("80"));
    }

    [Test]
    public void A_long_word_is_cut_where_it_is_quoted() =>
        Assert.That(Refusal("every " + string.Concat(Enumerable.Repeat("🎉", 100))).Problem, Is.EqualTo($"“{string.Concat(Enumerable.Repeat("🎉", 20))}…” was not understood."));

    [Test]
    public void A_word_is_cut_only_where_it_is_too_long_and_never_within_a_letter()
    {
        Assert.That(Refusal(new string('x', 40)).Problem, Is.EqualTo($"“{new string('x', 40)}” was not understood."));
        Assert.That(Refusal(new string('x', 41)).Problem, Is.EqualTo($"“{new string('x', 40)}…” was not understood."));
        Assert.That(Refusal("every x" + string.Concat(Enumerable.Repeat("🎉", 30))).Problem, Does.Contain($"“x{string.Concat(Enumerable.Repeat("🎉", 19))}…”"));
    }

    [Test]
    public void No_mixture_of_words_throws_and_every_refusal_says_what_works()
    {
        string[] pieces =
        [
            "every", "each", "other", "0", "2", "31", "999999999", "15th", "32nd", "first", "last", "second", "mon", "fridays", "mon-", "-fri", "sat-tue", "weekday", "week", "weeks",
            "days", "month", "on", "the", "of", "and", ",", "at", "9", "9:30", "25:00", ":", ".", "h", "9h", "am", "pm", "noon", "utc", "Europe/Paris", "in", "-", "٣", "\uD800", "é", "daily", "weekly", "monthly",
        ];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).List[1, 12].Sample(
            chosen =>
            {
                var reading = When.ReadEvery(string.Join(' ', chosen), Here);
                return reading is Repeats repeats ? repeats.Recurrence.NextAfter(Now) > Now : When.ReadEvery(((NoTime)reading).Example, Here) is Repeats;
            },
            iter: 20_000);
    }

    [Test]
    public void No_text_at_all_throws() =>
        Gen.String[Gen.Char, 0, 60].Sample(text => When.ReadEvery("every " + text, Here) is not null, iter: 5_000);

    [Test]
    public void What_is_read_back_means_the_same_when_it_is_typed() =>
        Rules.Any.Sample(
            rule =>
            {
                var before = rule.Start.Date.AtMidnight().InUtc().ToInstant() - Duration.FromDays(1);
                return When.ReadEvery(rule.InWords(), Here with { Now = before }) is Repeats again && again.Recurrence.InWords() == rule.InWords();
            },
            iter: 5_000);

    private static Recurrence Read(string phrase)
    {
        var reading = When.ReadEvery(phrase, Here);
        Assert.That((reading as NoTime)?.Problem, Is.Null, phrase);
        return ((Repeats)reading).Recurrence;
    }

    private static NoTime Refusal(string phrase)
    {
        var reading = When.ReadEvery(phrase, Here);
        Assert.That((reading as Repeats)?.Recurrence.InWords(), Is.Null, phrase);
        return (NoTime)reading;
    }
}
