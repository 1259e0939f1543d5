using System.Text.RegularExpressions;
using System.Xml.Linq;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class HoursStripTests
{
    /// <summary>A Monday.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 13, 30);

    private static readonly Colleague Ana = Somebody("Ana", "Europe/Lisbon");

    [Test]
    public void Working_hours_are_said_on_both_clocks()
    {
        var sam = Somebody("Sam", "America/Los_Angeles", "mon-fri 8-16");

        var words = Words(HoursStrip.Render(sam, Now, [Ana, sam]));

        Assert.That(words, Is.EqualTo(new[]
        {
            "Ana: works 09:00 to 17:00 Europe/Lisbon, 02:00 to 10:00 for you. It is 13:30 there.",
            "Sam (you): works 08:00 to 16:00.",
        }));
    }

    [Test]
    public void Whoever_shares_the_viewer_s_clock_is_said_to()
    {
        var words = Words(HoursStrip.Render(Ana, Now, [Somebody("Bo", "Europe/London")]));

        Assert.That(words, Is.EqualTo(new[] { "Bo: works 09:00 to 17:00 Europe/London, the same for you. It is 13:30 there." }));
    }

    [TestCase("mon-fri 9-17", "Europe/Lisbon", ExpectedResult = "37.5+33.333")]
    [TestCase("mon-fri 9-12 and 13-17", "Europe/Lisbon", ExpectedResult = "37.5+12.5 54.167+16.667")]
    [TestCase("daily 22-06", "Europe/Lisbon", ExpectedResult = "-8.333+33.333 91.667+33.333", Description = "the nights before and after, cut by the edges")]
    [TestCase("mon-fri 9-17", "Asia/Kathmandu", ExpectedResult = "13.542+33.333")]
    [TestCase("mon-fri 9-17", "Pacific/Kiritimati", ExpectedResult = "-20.833+33.333 79.167+33.333", Description = "Monday's end, and Tuesday's beginning")]
    [TestCase("mon-fri 9-17", "Pacific/Pago_Pago", ExpectedResult = "83.333+33.333")]
    [TestCase("daily 0-24", "Asia/Tokyo", ExpectedResult = "-100+300")]
    [TestCase("sat 9-17", "Europe/Lisbon", ExpectedResult = "")]
    public string Bars_lie_where_the_work_is_on_the_viewer_s_clock(string week, string zone) =>
        Bars(HoursStrip.Render(Ana, Now, [Somebody("Bo", zone, week)]), "work");

    [TestCase("daily 22-06", "Europe/Lisbon", ExpectedResult = "Bo: works Sun 22:00 to Mon 06:00 Europe/Lisbon, the same for you; works Mon 22:00 to Tue 06:00 Europe/Lisbon, the same for you. It is 13:30 there.")]
    [TestCase("mon-fri 9-17", "Pacific/Kiritimati", ExpectedResult = "Bo: works 09:00 to 17:00 Pacific/Kiritimati, Sun 19:00 to Mon 03:00 for you; works Tue 09:00 to 17:00 Pacific/Kiritimati, Mon 19:00 to Tue 03:00 for you. It is Tue 03:30 there.")]
    [TestCase("mon-fri 16-24", "Europe/Lisbon", ExpectedResult = "Bo: works 16:00 to 24:00 Europe/Lisbon, the same for you. It is 13:30 there.")]
    [TestCase("daily 0-24", "Asia/Tokyo", ExpectedResult = "Bo: works all day. It is 22:30 there.")]
    [TestCase("sat 9-17", "Asia/Kolkata", ExpectedResult = "Bo: off all day. It is 19:00 there.")]
    public string Nights_other_dates_and_days_off_are_said(string week, string zone) =>
        Words(HoursStrip.Render(Ana, Now, [Somebody("Bo", zone, week)])).Single();

    [Test]
    public void A_day_on_which_nobody_works_says_so()
    {
        var html = HoursStrip.Render(Ana, Now - Duration.FromDays(1), [Ana]);

        Assert.That(Rows(html).Descendants("text").Select(text => text.Value), Is.EqualTo(new[] { "off all day" }));
        Assert.That(Rows(html).Element("desc")!.Value, Does.Contain("0 of them are in their working hours"));
    }

    [TestCase(2026, 3, 29, "the day has 23 hours", "21.739% 47.826% 73.913%", "34.783+34.783")]
    [TestCase(2026, 10, 25, "the day has 25 hours", "28% 52% 76%", "40+32")]
    [TestCase(2026, 3, 30, "midnight to midnight. It is", "25% 50% 75%", "37.5+33.333")]
    public void A_day_on_which_the_viewer_s_clocks_change_is_as_long_as_it_is(int year, int month, int day, string said, string ticks, string bars)
    {
        var html = HoursStrip.Render(Ana, Instant.FromUtc(year, month, day, 12, 0), [Somebody("Bo", "Europe/Berlin", "daily 10-18")]);

        Assert.That(Rows(html).Element("desc")!.Value, Does.Contain(said));
        var lines = Rows(html).Elements("line").Where(line => (string?)line.Attribute("class") == "tick");
        Assert.That(string.Join(' ', lines.Select(line => (string?)line.Attribute("x1"))), Is.EqualTo(ticks));
        Assert.That(Bars(html, "work"), Is.EqualTo(bars));
    }

    [Test]
    public void Now_is_marked_and_counted()
    {
        var html = HoursStrip.Render(Ana, Now, [Ana, Somebody("Emi", "Asia/Tokyo")]);

        Assert.That((string?)Rows(html).Elements("line").Single(line => (string?)line.Attribute("class") == "now").Attribute("x1"), Is.EqualTo("56.25%"));
        Assert.That(Rows(html).Element("title")!.Value, Is.EqualTo("Working hours, Mon 9 Mar 2026 on your clock, Europe/Lisbon"));
        Assert.That(Rows(html).Element("desc")!.Value, Does.StartWith("One line for each of 2 people").And.Contain("It is 13:30 now, and 1 of them is"));
        Assert.That(HoursStrip.Render(Ana, Now + Duration.FromSeconds(59), [Ana]).ToString(), Is.EqualTo(HoursStrip.Render(Ana, Now, [Ana]).ToString()));
    }

    [Test]
    public void Absences_and_holidays_are_hatched_and_said_with_their_reason()
    {
        var (hour, day) = (Duration.FromHours(1), Duration.FromDays(1));
        var ben = Somebody("Ben", "Europe/Lisbon", absences: [new Absence(Now, Now + hour, "<dentist>"), new Absence(Now + hour, Now + day, "")]);
        var chidi = Somebody("Chidi", "Europe/Lisbon", holidays: [new Holiday(new LocalDate(2026, 3, 9), "Founders")]);

        var html = HoursStrip.Render(Ana, Now, [ben, chidi]);

        Assert.That(Bars(html, "off"), Is.EqualTo("56.25+4.167 60.417+10.417 37.5+33.333"));
        Assert.That(Bars(html, "work"), Is.EqualTo("37.5+18.75"));
        var bars = Rows(html).Descendants("rect").Where(bar => (string?)bar.Attribute("class") == "off");
        Assert.That(bars.Select(bar => (string?)bar.Attribute("fill")), Is.All.EqualTo("url(#hours-hatch)"));
        Assert.That(html.ToString(), Does.Not.Contain("<dentist>"));
        Assert.That(Words(html), Is.EqualTo(new[]
        {
            "Ben: works 09:00 to 13:30 Europe/Lisbon, the same for you; away 13:30 to 14:30 Europe/Lisbon, the same for you (<dentist>); away 14:30 to 17:00 Europe/Lisbon, the same for you. It is 13:30 there.",
            "Chidi: off 09:00 to 17:00 Europe/Lisbon, the same for you (Founders). It is 13:30 there.",
        }));
    }

    [Test]
    public void Hours_that_nobody_said_are_only_likely()
    {
        var html = HoursStrip.Render(Ana, Now, [Somebody("Bo", "Europe/Lisbon", isAssumed: true)]);

        Assert.That(Bars(html, "work assumed"), Is.EqualTo("37.5+33.333"));
        Assert.That(Words(html).Single(), Does.StartWith("Bo: probably works 09:00 to 17:00"));
        Assert.That(html.ToString(), Does.Contain("probably at work").And.Not.Contain("class=\"work\""));
    }

    [Test]
    public void Whoever_shares_nothing_is_shown_to_themselves_only()
    {
        var emi = Somebody("Emi", "Asia/Tokyo", isShared: false);

        var others = HoursStrip.Render(Ana, Now, [emi]);
        var own = HoursStrip.Render(emi, Now, [emi]);

        Assert.That(Words(others), Is.EqualTo(new[] { "Emi: ask them." }));
        Assert.That(Bars(others, "work"), Is.Empty);
        Assert.That(others.ToString(), Does.Not.Contain("Tokyo").And.Not.Contain("22:30").And.Contain("0 of them are in"));
        Assert.That(Words(own), Is.EqualTo(new[] { "Emi (you): works 09:00 to 17:00." }));
    }

    [Test]
    public void Whose_time_zone_nobody_knows_has_no_hours()
    {
        var html = HoursStrip.Render(Ana, Now, [Somebody("Bo", "UTC", isZoneKnown: false)]);

        Assert.That(Words(html), Is.EqualTo(new[] { "Bo: time zone not known." }));
        Assert.That(Bars(html, "work"), Is.Empty);
    }

    [TestCase(6, false)]
    [TestCase(40, true)]
    public void Many_people_are_scrolled_through_also_by_keyboard(int count, bool isScrolled)
    {
        var html = HoursStrip.Render(Ana, Now, [.. Enumerable.Range(0, count).Select(i => Somebody($"P {i}", "Europe/Lisbon"))]);

        Assert.That(Rows(html).Elements("g").Count(), Is.EqualTo(count));
        Assert.That((string?)Rows(html).Attribute("height"), Is.EqualTo($"{2 * count}em"));
        Assert.That(html.ToString().Contains("tabindex=\"0\"", StringComparison.Ordinal), Is.EqualTo(isScrolled));
    }

    private static Colleague Somebody(
        string name,
        string zone,
        string week = "mon-fri 9-17",
        Absence[]? absences = null,
        Holiday[]? holidays = null,
        bool isAssumed = false,
        bool isShared = true,
        bool isZoneKnown = true)
    {
        var id = new PersonId(name.ToLowerInvariant());
        var hours = new WorkingHours(WorkingWeek.Read(week).Week!, zone, absences, holidays, isAssumed);
        return new Colleague(id, name, IsGone: false, zone, isZoneKnown, hours, null, new Profile(id, IsShared: isShared));
    }

    /// <summary>For example <c>37.5+33.333</c>: where a bar begins and how long it is, of the day's hundred.</summary>
    private static string Bars(Html html, string kind) => string.Join(' ', Rows(html).Descendants("rect")
        .Where(bar => (string?)bar.Attribute("class") == kind)
        .Select(bar => $"{((string?)bar.Attribute("x"))!.TrimEnd('%')}+{((string?)bar.Attribute("width"))!.TrimEnd('%')}"));

    private static XElement Rows(Html html) => XElement.Parse(Regex.Match(html.ToString(), "<svg class=\"rows\".*?</svg>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value);

    private static IReadOnlyList<string> Words(Html html) =>
        [.. XElement.Parse(Regex.Match(html.ToString(), "<ul class=\"aside\".*?</ul>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value).Elements().Select(line => line.Value)];
}
