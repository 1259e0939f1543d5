using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Tests.Time;

/// <summary>It is Wednesday 4 March 2026, 15:15 in Lisbon.</summary>
public sealed class WhenTaskTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "Europe/Lisbon", "en-GB");

    [TestCase("tomorrow call Bob at 5pm", "call Bob", "2026-03-05T17:00")]
    [TestCase("at 5pm call Bob tomorrow", "call Bob", "2026-03-05T17:00")]
    [TestCase("remind me tomorrow to call Bob at 5pm", "call Bob", "2026-03-05T17:00")]
    [TestCase("on friday: send the 2025 deck by 17:30 Tokyo", "send the 2025 deck", "2026-03-06T17:30")]
    [TestCase("next monday, review the doc, at noon!", "review the doc", "2026-03-09T12:00")]
    public void A_day_before_the_task_and_its_hour_behind_it_are_one_time(string message, string task, string local)
    {
        var reading = (Once)When.Read(message, Here);

        Assert.That((reading.Text, reading.Local.ToString("uuuu-MM-dd'T'HH:mm", null)), Is.EqualTo((task, local)));
    }

    [TestCase("every monday standup at 9", "standup", "every Monday at 09:00 Europe/Lisbon")]
    [TestCase("at 9:30 stretch every weekday", "stretch", "every weekday at 09:30 Europe/Lisbon")]
    public void So_are_a_rule_and_its_hour(string message, string task, string rule)
    {
        var reading = (Repeats)When.Read(message, Here);

        Assert.That((reading.Text, reading.Recurrence.InWords()), Is.EqualTo((task, rule)));
    }

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
    [TestCase("call Bob 5pm", "call Bob")]
    [TestCase("call Bob - 5pm", "call Bob")]
    [TestCase("call Bob,tomorrow", "call Bob")]
    [TestCase("call Bob;tomorrow", "call Bob")]
    [TestCase("call Bob:tomorrow", "call Bob")]
    [TestCase("tomorrow - call Bob", "call Bob")]
    [TestCase("5pm - call Bob", "call Bob")]
    [TestCase("tomorrow at 9; call Bob", "call Bob")]
    [TestCase("tomorrow at 9? call Bob", "call Bob")]
    [TestCase("tomorrow at 9... call Bob", "call Bob")]
    [TestCase("call Bob at 9pm!!", "call Bob")]
    [TestCase("tomorrow at 9: call Bob", "call Bob")]
    [TestCase("tomorrow at 9. Call Bob", "Call Bob")]
    [TestCase("call Ben tomorrow at 9 my time", "call Ben")]
    [TestCase("call Ben Wed 4 Mar 2026, 16:15 Europe/Lisbon (in 1 h)", "call Ben")]
    [TestCase("call ‘Ben’ tomorrow", "call ‘Ben’")]
    [TestCase("report due by friday", "report")]
    [TestCase("read chapter 4 - friday", "read chapter 4")]
    [TestCase("2 hours of meetings tomorrow", "2 hours of meetings")]
    [TestCase("8 in the office tomorrow", "8 in the office")]
    [TestCase("8 on the morning train tomorrow", "8 on the morning train")]
    [TestCase("asap reply to Ana tomorrow", "asap reply to Ana")]
    [TestCase("once two weeks pass call Ben tomorrow", "once two weeks pass call Ben")]
    [TestCase("once the weeks pass call Ben tomorrow", "once the weeks pass call Ben")]
    [TestCase("end call tomorrow", "end call")]
    [TestCase("start week tomorrow", "start week")]
    [TestCase("friday year review", "year review")]
    [TestCase("tomorrow about the rent", "about the rent")]
    [TestCase("tomorrow buy 2 tickets", "buy 2 tickets")]
    [TestCase("tomorrow covid-19 test", "covid-19 test")]
    [TestCase("tomorrow prepare Friday report", "prepare Friday report")]
    [TestCase("tomorrow at 8 evening shift", "evening shift")]
    [TestCase("tomorrow at 9 a.k.a. the launch", "a.k.a. the launch")]
    [TestCase("tomorrow at 9 a/m test", "a/m test")]
    [TestCase("at 5pm to 3d-print the part", "3d-print the part")]
    [TestCase("at 5pm 3 reviews are due", "3 reviews are due")]
    [TestCase("every day on call duty", "on call duty")]
    [TestCase("every month on the beach", "on the beach")]
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
    [TestCase("20 in march")]
    [TestCase("20-march")]
    [TestCase("march-20")]
    [TestCase("20.3.26")]
    [TestCase("2026-03/20")]
    [TestCase("3/20-22")]
    [TestCase("first week of may")]
    [TestCase("last day of the year")]
    [TestCase("morning run")]
    [TestCase("in evening")]
    [TestCase("the evening")]
    [TestCase("in about 2 hours")]
    [TestCase("in 5m30")]
    [TestCase("call mom once")]
    [TestCase("at mondays")]
    [TestCase("in 2 and one half hours")]
    [TestCase("every 2 fridays call")]
    public void What_is_no_time_stays_text(string text)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.Problem, Is.EqualTo("No time was found."));
        Assert.That(refused.IsWithoutTime);
        Assert.That(refused.Text, Is.EqualTo(text));
    }

    [TestCase("call Bob tomorrow at 5pm or friday")]
    [TestCase("call Bob monday or tuesday")]
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

    [TestCase("friday 5pm")]
    [TestCase("2h")]
    [TestCase("2026-03-20T14:00:00Z")]
    [TestCase("tomorrow at 9 Asia/Tokyo")]
    public void A_whole_phrase_is_taken(string phrase) => Assert.That(When.ReadWhole(phrase, Here), Is.InstanceOf<Once>());

    [TestCase("friday call Bob", "“call” was not understood.")]
    [TestCase("call Bob friday", "“call” was not understood.")]
    [TestCase("every blue moon", "“blue” was not understood.")]
    [TestCase("until friday", "“until” was not understood.")]
    [TestCase("at", "“at” was not understood.")]
    [TestCase("tomorrow at 9 and", "“and” was not understood.")]
    [TestCase("feb 30 call", "There is no date “feb 30”.")]
    [TestCase("friday or monday", "Two times are named, around “or”; say one.")]
    public void A_whole_phrase_leaves_no_word(string phrase, string problem) => Assert.That(((NoTime)When.ReadWhole(phrase, Here)).Problem, Is.EqualTo(problem));

    [Test]
    public void Longer_text_than_any_reminder_is_refused_before_it_is_read()
    {
        foreach (var text in new[] { new string('x', 501), string.Concat(Enumerable.Repeat("one ", 24_000)), string.Concat(Enumerable.Repeat("a ", 81)) })
        {
            var refused = (NoTime)When.Read(text, Here);
            Assert.That(refused.Problem, Does.Contain(text.Length > 500 ? "500" : "80"));
            Assert.That(refused.Steps, Is.Zero);
            Assert.That(refused.Text, Is.EqualTo(text));
            Assert.That(refused.IsWithoutTime, Is.False);
        }

        Assert.That(When.Read(new string('x', 493) + " friday", Here), Is.InstanceOf<Once>());
        Assert.That(When.Read(string.Concat(Enumerable.Repeat("a ", 79)) + "friday", Here), Is.InstanceOf<Once>());
    }

    [TestCase("")]
    [TestCase(" “” ")]
    public void A_text_without_a_word_names_no_time(string text)
    {
        var refused = (NoTime)When.Read(text, Here);

        Assert.That(refused.IsWithoutTime);
        Assert.That(refused.Text, Is.EqualTo(text));
    }
}
