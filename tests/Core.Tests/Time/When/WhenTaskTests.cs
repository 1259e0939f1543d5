using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Tests.Time;

/// <summary>It is Wednesday 4 March 2026, 15:15 in Lisbon.</summary>
public sealed class WhenTaskTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "Europe/Lisbon", "en-GB");

    [TestCase("2025 budget review next monday", "2025 budget review")]
    [TestCase("1:1 with Ana tomorrow at 9", "1:1 with Ana")]
    [TestCase("review #12 tomorrow", "review #12")]
    [TestCase("read chapter 5 tomorrow", "read chapter 5")]
    [TestCase("release v2.10 in 20 minutes", "release v2.10")]
    [TestCase("“review PR” tomorrow", "“review PR”")]
    [TestCase("fix bug (urgent) tomorrow!", "fix bug (urgent)")]
    [TestCase("(tomorrow at 5) fix bug", "fix bug")]
    [TestCase("prepare Friday’s notes tomorrow", "prepare Friday’s notes")]
    [TestCase("ship  it — Ünïcode 🎉,  by friday", "ship  it — Ünïcode 🎉")]
    [TestCase("book a room for 2 hours tomorrow at 9", "book a room for 2 hours")]
    [TestCase("look at the sun tomorrow", "look at the sun")]
    [TestCase("remind me tomorrow at 9 to review the PR", "review the PR")]
    [TestCase("please remind me about the rent on friday", "the rent")]
    [TestCase("in 2 hours: check the 5pm deploy", "check the 5pm deploy")]
    [TestCase("by friday send the report", "send the report")]
    [TestCase("report due friday", "report")]
    [TestCase("pay rent on the 3rd", "pay rent")]
    [TestCase("standup every weekday at 9:30", "standup")]
    [TestCase("every friday at 4pm review the doc", "review the doc")]
    [TestCase("water plants on mondays", "water plants")]
    [TestCase("daily at 9 stretch", "stretch")]
    [TestCase("pay rent on the 1st of every month", "pay rent")]
    [TestCase("remind me at 5 that the oven is on", "the oven is on")]
    [TestCase("remind me in 10 minutes", "")]
    [TestCase("email bob@example.com friday", "email bob@example.com")]
    [TestCase("do this tomorrow", "do this")]
    [TestCase("Call MAY tomorrow at 10", "Call MAY")]
    public void The_rest_is_the_task_to_the_letter(string text, string task)
    {
        var reading = When.Read(text, Here);

        Assert.That((reading as NoTime)?.Problem, Is.Null);
        Assert.That(reading.Text, Is.EqualTo(task));
    }

    [TestCase("2025 budget")]
    [TestCase("call May")]
    [TestCase("monthly report")]
    [TestCase("daily standup notes")]
    [TestCase("stretch daily")]
    [TestCase("I hate mondays")]
    [TestCase("support 24/7")]
    [TestCase("review the 3rd")]
    [TestCase("2h review the deploy")]
    [TestCase("run for 20 minutes")]
    [TestCase("#monday plan")]
    [TestCase("pre-tomorrow")]
    [TestCase("friday’s notes")]
    [TestCase("check every build")]
    [TestCase("1:1 with Ana")]
    [TestCase("the 5pm deploy is broken")]
    public void What_is_no_time_stays_text(string text)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.Problem, Is.EqualTo("No time was found."));
        Assert.That(refused.IsWithoutTime);
        Assert.That(refused.Text, Is.EqualTo(text));
    }

    [TestCase("call Bob tomorrow at 5pm or friday")]
    [TestCase("call Bob monday or tuesday")]
    [TestCase("tomorrow call Bob at 5pm")]
    [TestCase("tomorrow at 9 until noon call Bob")]
    [TestCase("call Bob after friday")]
    [TestCase("tomorrow 2-3pm")]
    [TestCase("tomorrow 2pm–3pm")]
    [TestCase("2pm - 3pm")]
    [TestCase("2-3pm")]
    [TestCase("meet from 2 to 3pm tomorrow")]
    [TestCase("between 2 and 3pm tomorrow")]
    [TestCase("meet 9am to 10am")]
    [TestCase("9am and 10am")]
    [TestCase("9am 10am")]
    [TestCase("tomorrow in 2 hours")]
    [TestCase("in 1 hour tomorrow")]
    [TestCase("tomorrow friday")]
    [TestCase("tomorrow 9 builds fail")]
    [TestCase("friday 9")]
    [TestCase("morning at 3pm")]
    [TestCase("3am tonight")]
    [TestCase("every day at 9 and 17")]
    [TestCase("every day at 9 until june")]
    [TestCase("mon and thu at 9")]
    [TestCase("every first and third monday")]
    [TestCase("first monday or tuesday of may")]
    [TestCase("tomorrow at 9-ish")]
    [TestCase("friday week")]
    [TestCase("a week on friday")]
    [TestCase("no later than friday")]
    [TestCase("an hour before noon tomorrow")]
    [TestCase("in an hour or two")]
    [TestCase("tomorrow and call Bob")]
    [TestCase("monday-friday at 9")]
    [TestCase("march at 5pm")]
    [TestCase("call Bob 5pm EST tomorrow or so")]
    [TestCase("every weekday except friday call Bob")]
    public void Words_about_time_are_never_left_over_in_silence(string text) => Assert.That(When.Read(text, Here), Is.InstanceOf<NoTime>());

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
    public void What_cannot_be_is_refused_with_the_reason(string text, string problem)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.Problem, Is.EqualTo(problem));
        Assert.That(When.ReadWhole(refused.Example, Here), Is.Not.InstanceOf<NoTime>(), refused.Example);
    }

    [TestCase("friday 5pm")]
    [TestCase("2h")]
    [TestCase("2026-03-20T14:00:00Z")]
    [TestCase("tomorrow at 9 Asia/Tokyo")]
    public void A_whole_phrase_is_taken(string phrase) => Assert.That(When.ReadWhole(phrase, Here), Is.InstanceOf<Once>());

    [TestCase("friday call Bob", "“call” was not understood.")]
    [TestCase("call Bob friday", "“call” was not understood.")]
    [TestCase("every blue moon", "“blue” was not understood.")]
    [TestCase("until friday", "“until” was not understood.")]
    public void A_whole_phrase_leaves_no_word(string phrase, string problem) => Assert.That(((NoTime)When.ReadWhole(phrase, Here)).Problem, Is.EqualTo(problem));

    [Test]
    public void Longer_text_than_any_reminder_is_refused_before_it_is_read()
    {
        foreach (var text in new[] { new string('x', 501), string.Concat(Enumerable.Repeat("one ", 24_000)), string.Concat(Enumerable.Repeat("a ", 81)) })
        {
            var refused = (NoTime)When.Read(text, Here);
            Assert.That(refused.Problem, Does.Contain(text.Length > 500 ? "500" : "80"));
            Assert.That(refused.Steps, Is.Zero);
        }
    }
}
