using AsyncBot.Core.OnCall;
using AsyncBot.Core.Time.When;
using CsCheck;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Ana, in Lisbon, types times of a rotation that began on Monday 2 March; it is Thursday 5 March 2026, 14:00.</summary>
public sealed class TypedTimesTests : Rota
{
    [SetUp]
    public async Task Begin()
    {
        await Create("oncall new desk @ana @ben every week at 9:30 from 2026-03-02", "ana", "#team");
        await Team.ClockTo(Instant.FromUtc(2026, 3, 5, 14, 0));
    }

    [TestCase("from friday 22:00 to 6:00", "Fri 6 Mar 2026, 22:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("from friday 22:00 until saturday 6:00", "Fri 6 Mar 2026, 22:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("on friday 22:00-6:00", "Fri 6 Mar 2026, 22:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("from friday 22 to 6", "Fri 6 Mar 2026, 22:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("from 22:00 to 6:00", "Thu 5 Mar 2026, 22:00", "Fri 6 Mar 2026, 06:00")]
    [TestCase("from friday 20:00 to saturday 4:00", "Fri 6 Mar 2026, 20:00", "Sat 7 Mar 2026, 04:00")]
    [TestCase("from saturday 2:00 to saturday 6:00", "Sat 7 Mar 2026, 02:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("from saturday 2am to 6am", "Sat 7 Mar 2026, 02:00", "Sat 7 Mar 2026, 06:00")]
    [TestCase("from saturday 2 to 6pm", "Sat 7 Mar 2026, 14:00", "Sat 7 Mar 2026, 18:00")]
    [TestCase("from Fri 6 Mar 02:00 to Fri 6 Mar 09:30", "Fri 6 Mar 2026, 02:00", "Fri 6 Mar 2026, 09:30")]
    [TestCase("from Fri 6 Mar 02:00–04:30", "Fri 6 Mar 2026, 02:00", "Fri 6 Mar 2026, 04:30")]
    [TestCase("from Fri 6 Mar 22:00 – Sat 7 Mar 02:00", "Fri 6 Mar 2026, 22:00", "Sat 7 Mar 2026, 02:00")]
    [TestCase("until 2:30", "Thu 5 Mar 2026, 14:00", "Fri 6 Mar 2026, 02:30")]
    public async Task A_stretch_is_read_on_a_clock_of_24_hours(string when, string from, string until)
    {
        var done = await Team.Says("ana", "#team", $"oncall override desk @emi {when}");

        Assert.That(done.Text, Does.Contain($" from {from} Europe/Lisbon").And.Contain($" until {until} Europe/Lisbon"));
    }

    [Test]
    public async Task An_hour_that_may_be_in_the_night_is_asked_for()
    {
        var asked = await Team.Says("ana", "#team", "oncall override desk @emi from friday 3 to friday 18:00");

        Assert.That(asked.Text, Does.StartWith("“3” could be 03:00 or 15:00. Try: oncall override desk"));
        Assert.That(asked.Labels, Is.EqualTo(new[] { "friday at 03:00", "friday at 15:00" }));
        Assert.That((await Team.Presses("ana", asked, "friday at 15:00")).Text, Does.Contain("from Fri 6 Mar 2026, 15:00"));
    }

    [TestCase("oncall take desk until 6", "“6” could be 06:00 or 18:00.", "Until 06:00")]
    [TestCase("oncall desk at 3", "“3” could be 03:00 or 15:00.", "15:00")]
    public async Task So_it_is_in_every_command(string line, string problem, string choice)
    {
        var asked = await Team.Says("ben", "#team", line);

        Assert.That(asked.Text, Does.StartWith(problem));
        Assert.That(asked.Labels, Has.Some.EqualTo(choice).IgnoreCase.Or.Some.EndsWith(choice[^5..]));
    }

    [TestCase("saturday 3:00", "Sat 7 Mar 2026, 03:00")]
    [TestCase("sat 3:15", "Sat 7 Mar 2026, 03:15")]
    [TestCase("saturday at 3 in the afternoon", "Sat 7 Mar 2026, 15:00")]
    [TestCase("half past 3pm", "Thu 5 Mar 2026, 15:30")]
    [TestCase("Sat 7 Mar 02:00", "Sat 7 Mar 2026, 02:00")]
    [TestCase("2 hours ago", "Thu 5 Mar 2026, 12:00")]
    [TestCase("90 minutes ago", "Thu 5 Mar 2026, 12:30")]
    [TestCase("3 days ago", "Mon 2 Mar 2026, 14:00")]
    [TestCase("2 days ago at 3:00", "Tue 3 Mar 2026, 03:00")]
    [TestCase("last tuesday 17:00", "Tue 3 Mar 2026, 17:00")]
    [TestCase("last wednesday at 1:15", "Wed 4 Mar 2026, 01:15")]
    [TestCase("today at 9:45", "Thu 5 Mar 2026, 09:45")]
    [TestCase("yesterday 10:00", "Wed 4 Mar 2026, 10:00")]
    [TestCase("last night", "Wed 4 Mar 2026, 20:00")]
    [TestCase("Tue 3 Mar 09:45", "Tue 3 Mar 2026, 09:45")]
    [TestCase("tuesday 3 march 2026 2:00", "Tue 3 Mar 2026, 02:00")]
    public async Task Any_time_is_asked_about_in_ones_own_words(string when, string at) =>
        Assert.That((await Team.Says("ana", "#team", $"oncall desk at {when}")).Text, Does.Contain($" for desk on {at} Europe/Lisbon"));

    [TestCase("1990-01-01", "“1990-01-01” is too long ago: I keep who was on call back to Tue 25 Nov 2025. Try: oncall desk at friday 17:00")]
    [TestCase("10 years ago", "“10 years ago” is more than 5 years ago. Try: oncall desk at friday 17:00")]
    [TestCase("yesterday at 25:00", "“25:00” is not a time of day. Try: oncall desk at friday 17:00")]
    [TestCase("last friday 25:00", "“25:00” is not a time of day. Try: oncall desk at friday 17:00")]
    public async Task What_is_too_long_ago_or_no_time_is_said_to_be(string when, string answer) =>
        Assert.That((await Team.Says("ana", "#team", $"oncall desk at {when}")).Text, Is.EqualTo(answer));

    [Test]
    public void What_a_schedule_prints_means_the_same_when_it_is_typed()
    {
        var now = Instant.FromUtc(2026, 3, 5, 14, 0);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];
        var context = new WhenContext(now, zone.Id) { Is24Hour = true, LooksBack = true };
        Gen.Int[-99 * 24 * 4, 300 * 24 * 4].Sample(quarter =>
        {
            var at = now + Duration.FromMinutes(15 * quarter);
            var isFirst = zone.MapLocal(at.InZone(zone).LocalDateTime).First().ToInstant() == at;
            return at == now || !isFirst || ((Once)When.ReadWhole(OnCallText.Short(at, zone), context)).At == at;
        });
    }

    [TestCase("every day at 2:30", "handed over every day at 02:30 Europe/Lisbon")]
    [TestCase("every day at 2:30 from friday New_York", "handed over every day at 02:30 America/New_York")]
    [TestCase("every day at 2:30 from friday in New_York", "handed over every day at 02:30 America/New_York")]
    [TestCase("every 12 hours at 4:00", "handed over every 12 hours at 04:00 Europe/Lisbon")]
    [TestCase("every week at 18:00 hours 18-9 from friday", "handed over every week on Friday at 18:00 Europe/Lisbon, only mon-fri 18-09.")]
    [TestCase("every week at 18:00 from friday hours 18-9", "handed over every week on Friday at 18:00 Europe/Lisbon, only mon-fri 18-09.")]
    [TestCase("every week at 18:00 hours daily 18-9 from friday New_York", "handed over every week on Friday at 18:00 America/New_York, only mon-sun 18-09.")]
    [TestCase("every week hours mon-fri from 9 to 17 at 9:00 New_York", "handed over every week on Thursday at 09:00 America/New_York, only mon-fri 9-17.")]
    public async Task Handoffs_are_on_a_clock_of_24_hours_and_hours_stand_anywhere(string turns, string rule)
    {
        var shown = await Team.Says("ana", "#team", $"oncall new night @ana @ben {turns}");

        Assert.That(shown.Text, Does.Contain(rule));
    }

    [TestCase("every day at 2", "“2” could be 02:00 or 14:00. Try: oncall new night @ana @ben every day at 14:00")]
    [TestCase("every day at 2 from monday", "“2” could be 02:00 or 14:00. Try: oncall new night @ana @ben every day at 14:00 from monday")]
    [TestCase("every day at 9:00 hours 9-9", "“9-9” could be half a day or a whole one, which is 0-24. Try: oncall new night @ana @ben every day at 9:00 hours mon-fri 9-21")]
    [TestCase("every week at 18:00 from friday hours 18-25", "“18-25” was not understood. Try: oncall new night @ana @ben every week at 18:00 from friday hours mon-fri 9-17")]
    [TestCase("every week at 18:00 hours 18-25 from friday", "“18-25” was not understood. Try: oncall new night @ana @ben every week at 18:00 from friday hours mon-fri 9-17")]
    [TestCase("every week at 18:00 from fryday13 hours 18-9", "“fryday13” is no day that I can read. Try: oncall new night @ana @ben every week at 18:00 from monday hours 18-9")]
    [TestCase("every week at 18:00 New_Yrok", "“New_Yrok” was not understood. Try: oncall new night @ana @ben every week at 18:00")]
    public async Task What_is_wrong_is_named_and_what_was_right_is_kept(string turns, string answer)
    {
        var refused = await Team.Says("ana", "#team", $"oncall new night @ana @ben {turns}");

        Assert.That(refused.Text, Is.EqualTo(answer));
        Assert.That((await Team.Says("ana", "#team", answer[(answer.IndexOf("Try: ", StringComparison.Ordinal) + 5)..])).IsRefused, Is.False);
    }

    [Test]
    public async Task The_preview_of_a_layer_says_its_hours_and_on_which_days_they_are()
    {
        Assert.That((await Team.Says("ana", "#team", "oncall layer desk @emi every week at 18:00 from friday hours 18-9")).Text, Does.StartWith(
            "Layer 2 on top of desk: @Emi, handed over every week on Friday at 18:00 Europe/Lisbon, only mon-fri 18-09. "
            + "Hours without days mean mon-fri; “daily” before them means every day."));
        Assert.That((await Team.Says("ana", "#team", "oncall layer desk @emi every week at 18:00 hours daily 18-9")).Text, Does.Contain(
            ", only mon-sun 18-09.").And.Not.Contain("Hours without days"));
    }

    [Test]
    public async Task The_line_that_is_offered_for_cover_still_works_a_minute_later()
    {
        await Team.ClockTo(Instant.FromUtc(2026, 3, 5, 14, 7));
        var refused = await Team.Says("ana", "#team", "oncall cover desk from today 9:00am to today 1pm");
        Assert.That(refused.Text, Is.EqualTo("“today 9:00am” is past. Try: oncall cover desk from 2026-03-05 14:15 to 2026-03-09 09:30"));
        await Team.ClockTo(Instant.FromUtc(2026, 3, 5, 14, 8));

        Assert.That((await Team.Says("ana", "#team", "oncall cover desk from 2026-03-05 14:15 to 2026-03-09 09:30")).IsRefused, Is.False);
    }

    [Test]
    public async Task A_time_that_the_clocks_skip_is_said_to_be_skipped()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        Assert.That((await Team.Says("ben", "#oncall", "oncall support at 8 march 02:15")).Text, Does.Contain("Sun 8 Mar 2026, 03:15").And.EndsWith(
            "The clocks skip the time that you said, so I take the one after it."));
        Assert.That((await Team.Says("ben", "#oncall", "oncall override support @emi from 2026-03-08 02:30 to 2026-03-08 09:00")).Text, Does.EndWith(
            "I told them. The clocks skip the time that you said, so I take the one after it."));
        Assert.That((await Team.Says("ben", "#oncall", "oncall support at 8 march 04:15")).Text, Does.Not.Contain("skip"));
    }
}
