using System.Text;
using AsyncBot.Bot.Calendars;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.OnCall.Resolving;
using Parsed = Ical.Net.Calendar;

namespace AsyncBot.Bot.Tests.Calendars;

/// <summary>Calendars as apps read them.</summary>
public sealed class CalendarTextTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 14, 0);

    [TestCase("America/New_York")]
    [TestCase("Europe/Lisbon")]
    [TestCase("Australia/Lord_Howe")]
    public void A_year_of_shifts_is_read_back_as_it_is_across_all_changes_of_clocks(string zone)
    {
        string[] people = ["ana", "ben", "emi"];
        var handoffs = new HandoffRule(zone, TurnUnit.Day, 1, new LocalDateTime(2026, 3, 1, 2, 30));
        var schedule = new Schedule(new Plan([new Layer(0, [new Roster(0, [.. people.Select(person => new[] { new PersonId(person) })])], handoffs)]));
        var (from, to) = (Start, Start + Duration.FromDays(366));
        var shifts = FeedShift.Between(schedule, from, to, _ => true);

        var read = Read([.. shifts.Select(shift => Event(shift.Name("x"), shift.Shift.Start, shift.Shift.End, shift.Shift.Person.Value))]);

        Assert.That(read.Events.Select(each => (each.Summary, InstantOf(each.Start!), InstantOf(each.End!))), Is.EquivalentTo(
            shifts.Select(shift => ((string?)shift.Shift.Person.Value, shift.Shift.Start, shift.Shift.End))));
        for (var at = from; at < to; at += Duration.FromMinutes(997))
        {
            var shown = read.Events.Where(each => InstantOf(each.Start!) <= at && at < InstantOf(each.End!)).Select(each => each.Summary);
            Assert.That(shown, Is.EqualTo(schedule.At(at).Select(seat => seat.Person.Value)), $"at {at}");
        }
    }

    [Test]
    public void An_event_says_when_what_it_comes_from_was_changed_and_leaves_its_person_free()
    {
        var shown = Read([Event("a", Start, Start + Duration.FromHours(8), "On call")]).Events.Single();

        Assert.That((shown.Uid, InstantOf(shown.DtStamp!), InstantOf(shown.LastModified!)), Is.EqualTo(("a", Start - Duration.FromDays(9), Start - Duration.FromDays(9))));
        Assert.That((shown.Transparency, shown.Description), Is.EqualTo(("TRANSPARENT", "By an override.")));
    }

    [TestCase("Payments; on call, \\ all \"day\": yes")]
    [TestCase("two\nlines")]
    [TestCase("Оплата 田中 太郎 — 🎉🎉🎉 a name so long that it takes more than one line of seventy-five octets, and then some more of them")]
    [TestCase("BEGIN:VEVENT\r\nSUMMARY:injected")]
    public void Any_text_is_read_back_and_no_line_is_longer_than_the_standard_allows(string text)
    {
        var written = CalendarText.Write(new Calendar(text, [Event("a", Start, Start + Duration.FromHours(8), text)]));
        var lines = Encoding.UTF8.GetString(written).Split("\r\n");
        var read = Parsed.Load(Encoding.UTF8.GetString(written))!;

        Assert.That(read.Events.Single().Summary, Is.EqualTo(text.Replace("\r", "", StringComparison.Ordinal)));
        Assert.That(lines.Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        Assert.That(lines, Has.None.Contain("\n").And.Exactly(1).EqualTo("BEGIN:VEVENT"));
        Assert.That(lines[0], Is.EqualTo("BEGIN:VCALENDAR"));
    }

    [Test]
    public void The_same_calendar_is_the_same_text()
    {
        var calendar = new Calendar("On call", [Event("a", Start, Start + Duration.FromHours(8), "On call")]);

        Assert.That(CalendarText.Write(calendar), Is.EqualTo(CalendarText.Write(calendar with { Name = "On call" })));
    }

    [Test]
    public void A_calendar_without_shifts_is_one_all_the_same() => Assert.That(Read([]).Events, Is.Empty);

    private static CalendarEvent Event(string uid, Instant start, Instant end, string summary) =>
        new(uid, start, end, Start - Duration.FromDays(9), summary, "By an override.");

    private static Parsed Read(IReadOnlyList<CalendarEvent> events) => Parsed.Load(Encoding.UTF8.GetString(CalendarText.Write(new Calendar("On call", events))))!;

    private static Instant InstantOf(Ical.Net.DataTypes.CalDateTime time) => Instant.FromDateTimeUtc(time.AsUtc);
}
