using AsyncBot.Core.Online;
using AsyncBot.Core.Time.Hours;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Online;

/// <summary>Zones and weeks in which sums go wrong, read in UTC.</summary>
public sealed class OverlapAcrossZonesTests
{
    [TestCase("Asia/Kolkata mon-fri 10-18:30", "Asia/Kathmandu mon-fri 9-17", "2026-03-09", "2026-03-09T04:30Z/2026-03-09T11:15Z", Description = "Half an hour and a quarter")]
    [TestCase("Pacific/Kiritimati tue 6-14", "Pacific/Pago_Pago mon 3-12", "2026-03-09", "2026-03-09T16:00Z/2026-03-09T23:00Z", Description = "25 hours apart")]
    [TestCase("Europe/Lisbon mon-fri 22-06", "Asia/Tokyo mon-fri 9-18", "2026-03-10", "2026-03-10T00:00Z/2026-03-10T06:00Z", Description = "Nights")]
    [TestCase("Europe/Lisbon mon-fri 9-12 and 13-17", "Africa/Lagos mon-fri 9-17", "2026-03-09", "2026-03-09T09:00Z/2026-03-09T12:00Z 2026-03-09T13:00Z/2026-03-09T16:00Z", Description = "Split days")]
    [TestCase("UTC daily 0-24", "Europe/Lisbon daily 0-24", "2026-03-09", "2026-03-09T00:00Z/2026-03-10T00:00Z", Description = "Round the clock")]
    [TestCase("Europe/Lisbon daily 9-17", "America/New_York daily 9-17", "2026-03-28", "2026-03-28T13:00Z/2026-03-28T17:00Z")]
    [TestCase("Europe/Lisbon daily 9-17", "America/New_York daily 9-17", "2026-03-29", "2026-03-29T13:00Z/2026-03-29T16:00Z")]
    public void Windows_lie_where_the_walls_say(string one, string other, string day, string windows)
    {
        var overlap = Overlap.Of(Question("UTC", day, day, 30, one, other));

        Assert.That(overlap.Windows.Where(window => window.Start < At(day + "T23:59Z") && window.End > At(day + "T00:00Z")).Select(Said), Is.EqualTo(windows.Split(' ')));
    }

    [Test]
    public void A_week_in_which_clocks_change_says_what_comes_after_and_not_what_was_before()
    {
        var overlap = Overlap.Of(Question("Europe/Lisbon", "2026-03-23", "2026-03-29", 30, "Europe/Lisbon daily 9-17", "America/New_York daily 9-17"));

        Assert.That(overlap.Windows.Select(window => window.Duration.Hours), Is.EqualTo(new[] { 4d, 4, 4, 4, 4, 4, 3 }));
        Assert.That(overlap.Earlier, Is.Null);
        Assert.That(overlap.Later!.Day, Is.EqualTo(new LocalDate(2026, 3, 29)));
        var lisbon = ("Europe/Lisbon", new LocalDate(2026, 3, 29), Duration.FromHours(1));
        Assert.That(overlap.Later.Because.Select(change => (change.Zone, change.Date, change.By)), Is.EqualTo(new[] { lisbon }));
    }

    [Test]
    public void Clocks_go_back_and_by_half_an_hour_too()
    {
        var overlap = Overlap.Of(Question("Asia/Tokyo", "2026-04-06", "2026-04-12", 30, "Australia/Lord_Howe mon-fri 9-17", "Asia/Tokyo mon-fri 6-12"));

        var lordHowe = ("Australia/Lord_Howe", new LocalDate(2026, 4, 5), Duration.FromMinutes(-30));
        Assert.That(overlap.Earlier!.Because.Select(change => (change.Zone, change.Date, change.By)), Is.EqualTo(new[] { lordHowe }));
        Assert.That(overlap.Earlier.Windows.Select(Said), Is.EqualTo(new[] { "2026-03-29T22:00Z/2026-03-30T03:00Z" }));
    }

    [Test]
    public void Common_hours_that_the_clocks_took_away_are_named()
    {
        var overlap = Overlap.Of(Question("Europe/Lisbon", "2026-03-30", "2026-04-05", 60, "Europe/Lisbon mon-fri 9-17", "America/New_York mon-fri 12-20"));

        Assert.That(overlap.Windows, Is.Empty);
        Assert.That(overlap.LeastBad, Is.Not.Empty);
        Assert.That(overlap.Earlier!.Windows.Select(Said), Is.EqualTo(new[] { "2026-03-23T16:00Z/2026-03-23T17:00Z" }));
    }

    [Test]
    public void Who_never_works_meets_nobody() =>
        Assert.That(Overlap.Of(Question("UTC", "2026-03-14", "2026-03-15", 30, "UTC mon-fri 9-17", "UTC mon-fri 9-17")), Is.EqualTo(new Overlap([], [], [], null, null)).Using<Overlap>((one, other) => one.Windows.Count == 0 && one.LeastBad.Count == 0));

    private static OverlapQuestion Question(string zone, string first, string last, int minutes, params string[] people) => new(
        [.. people.Select(person => new WorkingHours(WorkingWeek.Read(person[(person.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Week!, person.Split(' ')[0]))],
        DateTimeZoneProviders.Tzdb[zone],
        LocalDatePattern.Iso.Parse(first).Value,
        LocalDatePattern.Iso.Parse(last).Value,
        Duration.FromMinutes(minutes),
        Instant.FromUtc(2026, 3, 7, 0, 0));

    private static string Said(Interval window) => $"{Pattern.Format(window.Start)}/{Pattern.Format(window.End)}";

    private static Instant At(string text) => Pattern.Parse(text).Value;

    private static InstantPattern Pattern { get; } = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm'Z'");
}
