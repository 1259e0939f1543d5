using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Tests.Time;

/// <summary>It is Wednesday 4 March 2026, 15:15 in Lisbon.</summary>
public sealed class WhenRefusalTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "Europe/Lisbon", "en-GB");

    [TestCase("yesterday at 5pm", "“yesterday at 5pm” is past.")]
    [TestCase("call Bob yesterday at 5pm", "“yesterday at 5pm” is past.")]
    [TestCase("last friday at 5pm", "“last friday” is past.")]
    [TestCase("today at 9am", "“today at 9am” is past.")]
    [TestCase("2 hours ago", "“2 hours ago” is past.")]
    [TestCase("2020-01-01", "“2020-01-01” is past.")]
    [TestCase("2040-01-01", "“2040-01-01” is more than 5 years ahead.")]
    [TestCase("in 3000 days", "“in 3000 days” is more than 5 years ahead.")]
    [TestCase("in 999999999999 hours", "“in 999999999999 hours” is more than 5 years ahead.")]
    [TestCase("in 0 minutes", "“in 0 minutes” is now.")]
    [TestCase("in 0.333 hours", "“in 0.333 hours” is no whole number of seconds.")]
    [TestCase("pay on 31 april 5pm", "There is no date “31 april”.")]
    [TestCase("13/13", "There is no date “13/13”.")]
    [TestCase("feb 29 2027", "There is no date “feb 29 2027”.")]
    [TestCase("on the 32nd", "The days of a month go from the 1st to the 31st.")]
    [TestCase("friday march 21", "Sat 21 Mar 2026 is no Friday.")]
    [TestCase("call Bob at 25:00", "“25:00” is not a time of day.")]
    [TestCase("9:60", "“9:60” is not a time of day.")]
    [TestCase("tomorrow at 13pm", "“13pm” is not a time of day.")]
    [TestCase("call Bob soon", "“soon” is no time that I could keep.")]
    [TestCase("asap", "“asap” is no time that I could keep.")]
    [TestCase("call mom twice a day", "“twice a day” does not say at which times; make one schedule for each of them.")]
    [TestCase("", "It does not say when.")]
    [TestCase(" “” ", "It does not say when.")]
    [TestCase("last night", "“last night” is past.")]
    [TestCase("in -2 hours", "“in -2 hours” is past.")]
    [TestCase("1st of this month", "“1st of this month” is past.")]
    [TestCase("first day of this month", "“first day of this month” is past.")]
    [TestCase("0001-01-01", "“0001-01-01” is past.")]
    [TestCase("9000-01-01", "“9000-01-01” is more than 5 years ahead.")]
    [TestCase("2031-03-04 15:16", "“2031-03-04 15:16” is more than 5 years ahead.")]
    [TestCase("in 999999999 months", "“in 999999999 months” is more than 5 years ahead.")]
    [TestCase("in 0.3333 hours 0.333 minutes", "“in 0.3333 hours 0.333 minutes” is no whole number of seconds.")]
    [TestCase("9001-01-01", "There is no date “9001-01-01”.")]
    [TestCase("0000-01-01", "There is no date “0000-01-01”.")]
    [TestCase("9000-02-29", "There is no date “9000-02-29”.")]
    [TestCase("0001-02-29", "There is no date “0001-02-29”.")]
    [TestCase("2026-02-30", "There is no date “2026-02-30”.")]
    [TestCase("friday the 32nd", "The days of a month go from the 1st to the 31st.")]
    [TestCase("friday the 0th", "The days of a month go from the 1st to the 31st.")]
    [TestCase("on the 32nd at 25:00", "The days of a month go from the 1st to the 31st.")]
    [TestCase("5th monday of may", "Not every month has that many.")]
    [TestCase("0th day of may", "Not every month has that many.")]
    [TestCase("29th day of may", "Not every month has that many.")]
    [TestCase("21st weekday of may", "Not every month has that many.")]
    [TestCase("friday march 4 at 15:15", "Thu 4 Mar 2027 is no Friday.")]
    [TestCase("tomorrow at 17h5", "“17h5” is not a time of day.")]
    [TestCase("tomorrow at 17h60", "“17h60” is not a time of day.")]
    [TestCase("tomorrow at 25h30", "“25h30” is not a time of day.")]
    [TestCase("tomorrow at 25h60", "“25h60” is not a time of day.")]
    [TestCase("09:00 in the evening", "The hour and the part of the day in “09:00 in the evening” don't go together.")]
    [TestCase("tomorrow morning at 17:00", "The hour and the part of the day in “tomorrow morning at 17:00” don't go together.")]
    [TestCase("midnight in the afternoon", "The hour and the part of the day in “midnight in the afternoon” don't go together.")]
    [TestCase("tomorrow at 12pm in the morning", "The hour and the part of the day in “tomorrow at 12pm in the morning” don't go together.")]
    [TestCase("tomorrow at 7 in the afternoon", "The hour and the part of the day in “tomorrow at 7 in the afternoon” don't go together.")]
    [TestCase("tomorrow at 3 in the evening", "The hour and the part of the day in “tomorrow at 3 in the evening” don't go together.")]
    [TestCase("tomorrow night at 5", "The hour and the part of the day in “tomorrow night at 5” don't go together.")]
    [TestCase("may 5pm", "“may” was not understood.")]
    [TestCase("march 9:30", "“march” was not understood.")]
    [TestCase("15th of next week", "“of” was not understood.")]
    [TestCase("tomorrow at 9+x", "“+x” was not understood.")]
    [TestCase("tomorrow at 9 and 10 call Bob", "“and” was not understood.")]
    [TestCase("call Bob an hour before noon", "“hour” was not understood.")]
    [TestCase("half past 3tokyo", "“tokyo” was not understood.")]
    [TestCase("in 2 hours 30 people arrive", "“30” could be the hour or part of the task; put “at” before an hour.")]
    [TestCase("friday 9", "“9” could be the hour or part of the task; put “at” before an hour.")]
    [TestCase("tomorrow 2-3pm", "“tomorrow 2-” is a span of time; say when it begins.")]
    [TestCase("tomorrow 2pm–3pm", "“tomorrow 2pm–3” is a span of time; say when it begins.")]
    [TestCase("tomorrow - 5", "“tomorrow - 5” is a span of time; say when it begins.")]
    [TestCase("9am to 10", "“9am to 10” is a span of time; say when it begins.")]
    [TestCase("tomorrow at 9 to 10", "“tomorrow at 9 to 10” is a span of time; say when it begins.")]
    [TestCase("tomorrow at 12 to 1.", "“tomorrow at 12 to 1” is a span of time; say when it begins.")]
    [TestCase("at 9 to 10 call Ben", "“at 9 to 10” is a span of time; say when it begins.")]
    [TestCase("tomorrow at 9 to 10pm", "Two times are named, around “to”; say one.")]
    [TestCase("meet 9am to 10am", "“10am” is a span of time; say when it begins.")]
    [TestCase("read chapter 4 - 5pm", "“5pm” is a span of time; say when it begins.")]
    [TestCase("tomorrow at 9 and 10", "Two times are named, around “and”; say one.")]
    [TestCase("tomorrow and friday call Bob", "Two times are named, around “and”; say one.")]
    [TestCase("call Bob tomorrow and friday", "Two times are named, around “and”; say one.")]
    [TestCase("tomorrow or friday", "Two times are named, around “or”; say one.")]
    [TestCase("tomorrow, friday", "Two times are named, around “,”; say one.")]
    [TestCase("every day at 9 (in 1 h)", "Two times are named, around “in”; say one.")]
    [TestCase("friday end of month", "Two times are named, around “end”; say one.")]
    [TestCase("tomorrow at 9 call Bob at 5pm", "Two times are named, “tomorrow at 9” and “at 5pm”; say one.")]
    [TestCase(" 9:30 may", "Two times are named, “9:30” and “30 may”; say one.")]
    [TestCase("sunday times crossword at 9", "Two times are named, “sunday” and “at 9”; say one.")]
    [TestCase("tomorrow call Bob on friday", "Two times are named, “tomorrow” and “on friday”; say one.")]
    [TestCase("in 2 hours call Bob at 5pm", "Two times are named, “in 2 hours” and “at 5pm”; say one.")]
    [TestCase("every 2 hours stretch at 5pm", "Two times are named, “every 2 hours” and “at 5pm”; say one.")]
    [TestCase("call mom twice", "“twice” does not say at which times; make one schedule for each of them.")]
    public void What_cannot_be_is_refused_with_the_reason(string text, string problem)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.Problem, Is.EqualTo(problem));
        Assert.That(When.ReadWhole(refused.Example, Here), Is.Not.InstanceOf<NoTime>(), refused.Example);
    }

    [TestCase("today at 9", "today at 21:00")]
    [TestCase("today at 9am", null)]
    [TestCase("today at 09:00", null)]
    [TestCase("today at 0:30", null)]
    [TestCase("today at 3", null)]
    [TestCase("today at 9 in the morning", null)]
    [TestCase("2026-03-04 9:30", null)]
    public void An_hour_that_is_past_may_be_meant_in_the_evening(string text, string? choice)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.Choices, Is.EqualTo(choice is null ? [] : new[] { choice }));
        Assert.That(refused.IsOutOfReach);
        Assert.That(refused.Example, Is.EqualTo(text.StartsWith("today", StringComparison.Ordinal) ? "in 2 hours" : "tomorrow at 9:30"));
    }

    [Test]
    public void An_evening_that_is_past_too_is_not_offered() =>
        Assert.That(((NoTime)When.Read("today at 9", Here with { Now = Instant.FromUtc(2026, 3, 4, 22, 0) })).Choices, Is.Empty);

    [TestCase("2 hours ago", true)]
    [TestCase("2040-01-01", true)]
    [TestCase("in 1830 days", true)]
    [TestCase("feb 30", false)]
    public void What_was_read_and_is_out_of_reach_says_so(string text, bool isOut) => Assert.That(((NoTime)When.Read(text, Here)).IsOutOfReach, Is.EqualTo(isOut));
}
