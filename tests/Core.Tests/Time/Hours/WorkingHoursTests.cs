using AsyncBot.Core.Time.Hours;
using AsyncBot.Storage.Json;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Usual = new(WorkingWeek.Usual, "Europe/Lisbon");

    private static IEnumerable<WorkingHours> Others =>
    [
        Usual with { Week = WorkingWeek.Read("mon-thu 9-17").Week! },
        Usual with { Zone = "Europe/Berlin" },
        Usual with { Assumed = true },
        Usual with { Absences = [new Absence(At("2026-03-09T09:00Z"), At("2026-03-09T10:00Z"), "dentist")] },
        Usual with { Holidays = [new Holiday(new LocalDate(2026, 3, 9), "Founders' day")] },
    ];

    [TestCaseSource(nameof(Others))]
    public void Hours_are_others_when_anything_of_them_is(WorkingHours other)
    {
        Assert.That(other, Is.Not.EqualTo(Usual));
        Assert.That(other, Is.EqualTo(other with { Absences = [.. other.Absences], Holidays = [.. other.Holidays] }));
    }

    [Test]
    public void No_further_than_asked_is_looked_for_work()
    {
        var saturday = At("2026-03-14T09:00Z");

        Assert.That(Usual.CurrentOrNext(saturday, Duration.FromHours(48)), Is.Null);
        Assert.That(Usual.CurrentOrNext(saturday, Duration.FromHours(49)), Is.Not.Null);
    }

    [Test]
    public void No_working_time_has_passed_at_once() =>
        Assert.That(Usual.After(At("2026-03-14T09:00Z"), Duration.Zero), Is.EqualTo(At("2026-03-14T09:00Z")));

    [TestCase("Europe/Lisbon", "sat 22-06", "2026-03-28", "2026-03-28T22:00Z", "2026-03-29T05:00Z", Description = "A night of seven hours")]
    [TestCase("Europe/Lisbon", "sat 22-06", "2026-10-24", "2026-10-24T21:00Z", "2026-10-25T06:00Z", Description = "A night of nine hours")]
    [TestCase("America/New_York", "sun 0-1:30", "2026-11-01", "2026-11-01T04:00Z", "2026-11-01T06:30Z", Description = "Work ends at the second half past one")]
    [TestCase("America/New_York", "sun 1:30-3", "2026-11-01", "2026-11-01T05:30Z", "2026-11-01T08:00Z", Description = "Work begins at the first half past one")]
    [TestCase("America/New_York", "sun 2:30-5", "2026-03-08", "2026-03-08T07:00Z", "2026-03-08T09:00Z", Description = "Work begins after the gap")]
    [TestCase("America/New_York", "sun 0-2:30", "2026-03-08", "2026-03-08T05:00Z", "2026-03-08T07:00Z", Description = "Work ends with the gap")]
    [TestCase("Africa/Cairo", "thu 22-06", "2026-04-23", "2026-04-23T20:00Z", "2026-04-24T03:00Z")]
    [TestCase("Africa/Cairo", "thu 16-24", "2026-04-23", "2026-04-23T14:00Z", "2026-04-23T22:00Z", Description = "A midnight that is skipped still ends the day")]
    [TestCase("Africa/Cairo", "fri 0-8", "2026-04-24", "2026-04-23T22:00Z", "2026-04-24T05:00Z", Description = "A day without midnight")]
    [TestCase("America/Havana", "sun 0-6", "2026-03-08", "2026-03-08T05:00Z", "2026-03-08T10:00Z")]
    [TestCase("America/Santiago", "sun 0-6", "2026-09-06", "2026-09-06T04:00Z", "2026-09-06T09:00Z")]
    [TestCase("Asia/Beirut", "sun 0-6", "2026-03-29", "2026-03-28T22:00Z", "2026-03-29T03:00Z")]
    [TestCase("America/Nuuk", "sat 22-24", "2026-03-28", "2026-03-29T00:00Z", "2026-03-29T01:00Z")]
    [TestCase("America/Nuuk", "sat 18-23:30", "2026-03-28", "2026-03-28T20:00Z", "2026-03-29T01:00Z")]
    [TestCase("Australia/Lord_Howe", "sat 22-06", "2026-04-04", "2026-04-04T11:00Z", "2026-04-04T19:30Z", Description = "Half an hour more")]
    [TestCase("Australia/Lord_Howe", "sat 22-06", "2026-10-03", "2026-10-03T11:30Z", "2026-10-03T19:00Z", Description = "Half an hour less")]
    [TestCase("Antarctica/Troll", "sun 0-6", "2026-03-29", "2026-03-29T00:00Z", "2026-03-29T04:00Z", Description = "Two hours less")]
    [TestCase("Antarctica/Troll", "sun 2-8", "2026-03-29", "2026-03-29T01:00Z", "2026-03-29T06:00Z")]
    [TestCase("Pacific/Kiritimati", "mon 9-17", "2026-03-09", "2026-03-08T19:00Z", "2026-03-09T03:00Z")]
    [TestCase("Pacific/Pago_Pago", "mon 9-17", "2026-03-09", "2026-03-09T20:00Z", "2026-03-10T04:00Z")]
    [TestCase("Asia/Kolkata", "mon 9-17", "2026-03-09", "2026-03-09T03:30Z", "2026-03-09T11:30Z")]
    [TestCase("Asia/Kathmandu", "mon 9-17", "2026-03-09", "2026-03-09T03:15Z", "2026-03-09T11:15Z")]
    [TestCase("UTC", "mon 23:59-24", "2026-03-09", "2026-03-09T23:59Z", "2026-03-10T00:00Z")]
    [TestCase("UTC", "mon 0-23:59", "2026-03-09", "2026-03-09T00:00Z", "2026-03-09T23:59Z")]
    [TestCase("UTC", "mon 0-24", "2026-03-09", "2026-03-09T00:00Z", "2026-03-10T00:00Z")]
    [TestCase("UTC", "mon 09-09", "2026-03-09", "2026-03-09T09:00Z", "2026-03-10T09:00Z", Description = "Round the clock")]
    public void Work_begins_and_ends_when_the_clocks_on_the_wall_say_so(string zone, string week, string date, string from, string to)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var hours = Hours(week, zone);

        Assert.That(hours.CurrentOrNext(day.AtMidnight().InUtc().ToInstant() - Duration.FromDays(1)), Is.EqualTo(new Interval(At(from), At(to))));
        Assert.That(hours.WorkingTime(At(from) - Duration.FromDays(1), At(to) + Duration.FromDays(1)), Is.EqualTo(At(to) - At(from)));
    }

    [TestCase("America/Nuuk", "sat 23-24", "2026-03-28T12:00Z", "2026-04-05T00:00Z", Description = "The hour is left out")]
    [TestCase("Pacific/Apia", "fri 9-17", "2011-12-29T12:00Z", "2012-01-05T19:00Z", Description = "The day is left out")]
    public void Work_that_the_clocks_leave_out_is_not_done(string zone, string week, string now, string next) =>
        Assert.That(Hours(week, zone).CurrentOrNext(At(now))!.Value.Start, Is.EqualTo(At(next)));

    [Test]
    public void Stretches_that_touch_or_overlap_are_one() =>
        Assert.That(
            Hours("mon 22-06, tue 06-14 and 13-15").Between(At("2026-03-09T00:00Z"), At("2026-03-12T00:00Z")),
            Is.EqualTo(new[] { new Interval(At("2026-03-09T22:00Z"), At("2026-03-10T15:00Z")) }));

    [Test]
    public void Who_always_works_has_one_stretch_that_is_cut_where_the_look_ends()
    {
        var (from, to) = (At("2026-03-09T12:00Z"), At("2026-03-30T12:00Z"));
        var hours = Hours("daily 0-24", "Europe/Lisbon");

        Assert.That(hours.Between(from, to), Is.EqualTo(new[] { new Interval(from, to) }));
        Assert.That(hours.At(from), Is.EqualTo(new WorkState(WorkReason.InHours, null, null)));
    }

    [TestCase("2026-03-09T08:59Z", WorkReason.OutsideHours, null, "2026-03-09T09:00Z")]
    [TestCase("2026-03-09T09:00Z", WorkReason.InHours, null, "2026-03-09T17:00Z")]
    [TestCase("2026-03-09T17:00Z", WorkReason.OutsideHours, null, "2026-03-10T09:00Z", Description = "The end is not work any more")]
    [TestCase("2026-03-10T12:00Z", WorkReason.InHours, null, "2026-03-10T14:00Z", Description = "Until the dentist")]
    [TestCase("2026-03-10T14:00Z", WorkReason.Absent, "dentist", "2026-03-10T15:30Z")]
    [TestCase("2026-03-10T15:30Z", WorkReason.InHours, null, "2026-03-10T17:00Z")]
    [TestCase("2026-03-11T12:00Z", WorkReason.Holiday, "Founders’ day", "2026-03-12T09:00Z")]
    [TestCase("2026-03-13T12:00Z", WorkReason.Absent, "vacation", "2026-03-23T09:00Z")]
    [TestCase("2026-03-12T08:00Z", WorkReason.OutsideHours, null, "2026-03-12T09:00Z", Description = "The holiday was yesterday")]
    [TestCase("2026-03-21T00:00Z", WorkReason.DayOff, null, "2026-03-23T09:00Z", Description = "The vacation is over")]
    [TestCase("2026-03-28T12:00Z", WorkReason.DayOff, null, "2026-03-30T09:00Z")]
    public void Who_does_not_work_is_said_why_and_until_when(string at, WorkReason reason, string? detail, string until) =>
        Assert.That(
            new WorkingHours(
                WorkingWeek.Usual,
                "UTC",
                [new Absence(At("2026-03-13T00:00Z"), At("2026-03-21T00:00Z"), "vacation"), new Absence(At("2026-03-10T14:00Z"), At("2026-03-10T15:30Z"), "dentist")],
                [new Holiday(new LocalDate(2026, 3, 11), "Founders’ day")]).At(At(at)),
            Is.EqualTo(new WorkState(reason, detail, At(until))));

    [Test]
    public void A_holiday_cancels_the_night_that_begins_on_it_and_not_the_one_before()
    {
        var hours = Hours("daily 22-06") with { Holidays = [new Holiday(new LocalDate(2026, 12, 25), "Christmas")] };

        Assert.That(
            hours.Between(At("2026-12-24T12:00Z"), At("2026-12-27T12:00Z")),
            Is.EqualTo(new[] { new Interval(At("2026-12-24T22:00Z"), At("2026-12-25T06:00Z")), new Interval(At("2026-12-26T22:00Z"), At("2026-12-27T06:00Z")) }));
        Assert.That(hours.At(At("2026-12-26T03:00Z")).Detail, Is.EqualTo("Christmas"));
    }

    [Test]
    public void A_holiday_without_work_says_nothing_of_the_morning_after() =>
        Assert.That(
            (Hours("mon 9-17") with { Holidays = [new Holiday(new LocalDate(2026, 3, 8), "Sunday")] }).At(At("2026-03-09T08:00Z")),
            Is.EqualTo(new WorkState(WorkReason.OutsideHours, null, At("2026-03-09T09:00Z"))));

    [Test]
    public void No_stretch_is_empty()
    {
        var hours = Hours("mon 9-17") with { Absences = [new Absence(At("2026-03-09T09:00Z"), At("2026-03-09T12:00Z"), "away")] };

        Assert.That(hours.Between(At("2026-03-09T09:00Z"), At("2026-03-09T12:00Z")), Is.Empty);
        Assert.That(hours.Between(At("2026-03-09T13:00Z"), At("2026-03-09T13:00Z")), Is.Empty);
    }

    [Test]
    public void Absences_may_overlap_and_an_empty_one_is_none()
    {
        var hours = Hours("mon 9-17") with
        {
            Absences =
            [
                new Absence(At("2026-03-09T12:00Z"), At("2026-03-09T13:00Z"), "lunch"), new Absence(At("2026-03-09T11:00Z"), At("2026-03-09T14:00Z"), "errand"),
                new Absence(At("2026-03-09T15:00Z"), At("2026-03-09T15:00Z"), "nothing"),
            ],
        };

        Assert.That(
            hours.Between(At("2026-03-09T00:00Z"), At("2026-03-10T00:00Z")),
            Is.EqualTo(new[] { new Interval(At("2026-03-09T09:00Z"), At("2026-03-09T11:00Z")), new Interval(At("2026-03-09T14:00Z"), At("2026-03-09T17:00Z")) }));
    }

    [TestCase(0, "2026-03-13T16:00Z")]
    [TestCase(1, "2026-03-13T17:00Z")]
    [TestCase(2, "2026-03-16T10:00Z")]
    [TestCase(9, "2026-03-16T17:00Z")]
    [TestCase(41, "2026-03-20T17:00Z")]
    public void Hours_of_work_are_counted_over_nights_and_weekends(int working, string after) =>
        Assert.That(new WorkingHours(WorkingWeek.Usual, "UTC").After(At("2026-03-13T16:00Z"), Duration.FromHours(working)), Is.EqualTo(At(after)));

    [Test]
    public void The_time_that_two_weeks_have_in_common_is_found_with_who_has_it()
    {
        WorkingHours[] people = [Hours("mon 9-17", "Europe/Lisbon"), Hours("mon 9-17", "America/New_York"), Hours("mon 14:30-18", "UTC")];

        var shared = SharedHours.Of(people, At("2026-03-02T00:00Z"), At("2026-03-09T00:00Z"), 2);

        Assert.That(shared, Is.EqualTo(new[]
        {
            new SharedHours(new Interval(At("2026-03-02T14:00Z"), At("2026-03-02T14:30Z")), [0, 1]),
            new SharedHours(new Interval(At("2026-03-02T14:30Z"), At("2026-03-02T17:00Z")), [0, 1, 2]),
            new SharedHours(new Interval(At("2026-03-02T17:00Z"), At("2026-03-02T18:00Z")), [1, 2]),
        }));
    }

    [Test]
    public void Shared_hours_are_others_when_the_time_or_the_people_are()
    {
        var shared = new SharedHours(new Interval(At("2026-03-02T14:00Z"), At("2026-03-02T15:00Z")), [0, 1]);

        Assert.That(shared, Is.Not.EqualTo(shared with { Who = [0, 2] }));
        Assert.That(shared, Is.Not.EqualTo(shared with { When = new Interval(At("2026-03-02T14:00Z"), At("2026-03-02T16:00Z")) }));
        Assert.That(() => SharedHours.Of([], At("2026-03-02T00:00Z"), At("2026-03-09T00:00Z"), 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Who_never_works_and_the_ends_of_time_are_not_errors()
    {
        var never = new WorkingHours(new WorkingWeek([]), "UTC");
        var away = new WorkingHours(WorkingWeek.Usual, "UTC", [new Absence(At("2026-01-01T00:00Z"), Instant.MaxValue, "left")]);

        foreach (var hours in new[] { never, away })
        {
            Assert.That(hours.CurrentOrNext(At("2026-03-09T00:00Z")), Is.Null);
            Assert.That(hours.At(At("2026-03-09T12:00Z")).Until, Is.Null);
            Assert.That(hours.After(At("2026-03-09T00:00Z"), Duration.FromHours(1)), Is.Null);
            Assert.That(hours.WorkingTime(At("2026-03-09T00:00Z"), Instant.MaxValue), Is.EqualTo(Duration.Zero));
        }

        var usual = new WorkingHours(WorkingWeek.Usual, "Pacific/Kiritimati");
        Assert.That(usual.Between(Instant.MaxValue, Instant.MinValue), Is.Empty);
        Assert.That(usual.CurrentOrNext(Instant.MinValue), Is.Not.Null);
        Assert.That(usual.CurrentOrNext(Instant.MaxValue), Is.Null);
        Assert.That(usual.At(Instant.MinValue).IsWorking || usual.At(Instant.MaxValue).IsWorking, Is.False);
        Assert.That(usual.WorkingTime(Instant.MinValue, Instant.MaxValue), Is.GreaterThan(Duration.Zero));
    }

    [Test]
    public void Working_hours_survive_being_stored()
    {
        var json = new DocumentJson();
        var hours = new WorkingHours(
            WorkingWeek.Usual, "UTC", [new Absence(At("2026-03-13T00:00Z"), At("2026-03-21T00:00Z"), "vacation")], [new Holiday(new LocalDate(2026, 3, 11), "Founders’ day")], Assumed: true);

        var stored = json.Write(hours, typeof(WorkingHours));

        Assert.That(stored, Does.StartWith("""{"week":"mon-fri 9-17","zone":"UTC","""));
        Assert.That(json.Read<WorkingHours>(stored), Is.EqualTo(hours));
        Assert.That(json.Read<WorkingHours>("""{"week":"","zone":"UTC"}"""), Is.EqualTo(new WorkingHours(new WorkingWeek([]), "UTC")));
    }

    private static WorkingHours Hours(string week, string zone = "UTC") => new(WorkingWeek.Read(week).Week!, zone);

    private static Instant At(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).Value;
}
