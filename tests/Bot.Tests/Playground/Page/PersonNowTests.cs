using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class PersonNowTests
{
    private static readonly PersonId Dana = new("dana");

    [TestCase("2026-03-09T10:00", ExpectedResult = "☀ at work until 18:30")]
    [TestCase("2026-03-09T18:30", ExpectedResult = "⌂ off until Tue 10:00")]
    [TestCase("2026-03-09T23:00", ExpectedResult = "☾ off until Tue 10:00")]
    [TestCase("2026-03-10T06:59", ExpectedResult = "☾ off until 10:00")]
    [TestCase("2026-03-10T07:00", ExpectedResult = "⌂ off until 10:00")]
    [TestCase("2026-03-14T12:00", ExpectedResult = "⌂ off until Mon 10:00")]
    public string A_clock_says_whether_somebody_is_at_work(string local) => Read(new Profile(Dana), local);

    [TestCase("", ExpectedResult = "⌂ away until Mon 23 Mar, 10:00")]
    [TestCase("<b>At the sea", ExpectedResult = "⌂ away until Mon 23 Mar, 10:00 (<bdi dir=\"auto\">&lt;b&gt;At the sea</bdi>)")]
    public string Somebody_away_is_back_when_they_work_again(string reason) => Read(
        new Profile(Dana, Absences: [new PlannedAbsence(new LocalDateTime(2026, 3, 9, 0, 0), new LocalDateTime(2026, 3, 21, 0, 0), "Asia/Kolkata", reason, Dana, Instant.MinValue)]), "2026-03-09T12:00");

    [Test]
    public void Focus_ends_when_it_was_said_to()
    {
        var now = At("2026-03-09T12:00");

        Assert.That(Read(new Profile(Dana, Focus: new Focus(now, now + Duration.FromMinutes(90))), "2026-03-09T12:00"), Is.EqualTo("☀ focusing until 13:30"));
    }

    [TestCase(Activity.Active, false, ExpectedResult = "☀ active now")]
    [TestCase(Activity.Away, true, ExpectedResult = "☾ do not disturb")]
    [TestCase(Activity.Away, false, ExpectedResult = "☾ off until 10:00")]
    public string What_the_platform_sees_counts(Activity activity, bool isQuiet) =>
        Read(new Profile(Dana), "2026-03-10T02:00", new Presence(activity, isQuiet ? new Quiet(null) : null, At("2026-03-10T02:00")));

    [Test]
    public void Hours_that_nobody_said_are_only_likely() =>
        Assert.That(Read(new Profile(Dana), "2026-03-09T12:00", isAssumed: true), Is.EqualTo("☀ probably at work until 18:30"));

    [Test]
    public void A_holiday_is_named() =>
        Assert.That(Read(new Profile(Dana), "2026-03-09T12:00", holiday: "Holi"), Is.EqualTo("⌂ off until Tue 10:00 (<bdi dir=\"auto\">Holi</bdi>)"));

    [Test]
    public void Without_a_time_zone_nothing_is_guessed() =>
        Assert.That(Read(new Profile(Dana), "2026-03-09T12:00", isZoneKnown: false), Is.EqualTo("? time zone not known"));

    private static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Kolkata"]).ToInstant();

    private static string Read(Profile said, string local, Presence? seen = null, bool isAssumed = false, string? holiday = null, bool isZoneKnown = true)
    {
        var at = At(local);
        var hours = new WorkingHours(
            WorkingWeek.Read("mon-fri 10-18:30").Week!, "Asia/Kolkata", [.. said.Absences.Select(absence => absence.InTime())],
            holiday is null ? [] : [new Holiday(new LocalDate(2026, 3, 9), holiday)], isAssumed);
        var colleague = new Colleague(Dana, "Dana", IsGone: false, "Asia/Kolkata", isZoneKnown, hours, null, said);
        var now = new PersonNow(colleague, colleague.At(at, seen), at);
        return $"{now.Sign} {now.State}";
    }
}
