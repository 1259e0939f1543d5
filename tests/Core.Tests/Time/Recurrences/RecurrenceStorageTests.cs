using System.Text.Json;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Storage.Json;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

public sealed class RecurrenceStorageTests
{
    private static readonly DocumentJson Json = new();

    [Test]
    public void A_recurrence_survives_being_stored() =>
        Rules.Any.Sample(rule => Json.Read<Recurrence>(Json.Write(rule, typeof(Recurrence))).Equals(rule), iter: 500);

    [Test]
    public void What_was_called_off_and_added_is_stored_with_the_rule()
    {
        var start = new LocalDateTime(2026, 3, 9, 9, 30);
        var recurrence = new Recurrence(
            new RecurrenceRule(Frequency.Weekly, 2, [new NthWeekday(IsoDayOfWeek.Monday)], Until: start.PlusYears(1)), start, "Europe/Lisbon", [start.PlusWeeks(2)], [start.PlusDays(1)]);

        var stored = Json.Write(recurrence, typeof(Recurrence));

        Assert.That(stored, Is.EqualTo(
            """{"rule":"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270309T093000","start":"2026-03-09T09:30:00","zone":"Europe/Lisbon","except":["2026-03-23T09:30:00"],"also":["2026-03-10T09:30:00"]}"""));
        Assert.That(Json.Read<Recurrence>(stored), Is.EqualTo(recurrence));
    }

    [TestCase("""{"frequency":"daily","interval":3,"days":[],"at":"09:30:00","zoneId":"UTC","from":"2026-03-05"}""", "every 3 days at 09:30 UTC")]
    [TestCase("""{"frequency":"weekly","interval":2,"days":["monday","friday"],"at":"16:00:00","zoneId":"Europe/Lisbon","from":"2026-03-06"}""", "every 2 weeks on Monday and Friday at 16:00 Europe/Lisbon")]
    [TestCase("""{"frequency":"weekly","interval":2,"days":["Monday","Friday"],"at":"16:00:00","zoneId":"Europe/Lisbon","from":"2026-03-06"}""", "every 2 weeks on Monday and Friday at 16:00 Europe/Lisbon")]
    [TestCase("""{"frequency":"monthly","interval":1,"days":[],"dayOfMonth":31,"at":"09:00:00","zoneId":"UTC","from":"2026-03-31"}""", "every month on the 31st (the last day in shorter months) at 09:00 UTC")]
    [TestCase("""{"frequency":"monthly","interval":1,"days":[],"nth":null,"dayOfMonth":3,"at":"09:00:00","zoneId":"UTC","from":"2026-03-03"}""", "every month on the 3rd at 09:00 UTC")]
    [TestCase("""{"frequency":"monthly","interval":1,"days":[],"nth":{"nth":-1,"day":"friday"},"at":"16:00:00","zoneId":"UTC","from":"2026-03-27"}""", "every month on the last Friday at 16:00 UTC")]
    public void Digests_of_the_first_version_keep_their_schedule(string stored, string words)
    {
        var read = Json.Read<Recurrence>(stored);

        Assert.That(read.InWords(), Is.EqualTo(words));
        Assert.That(read.NextAfter(Instant.FromUtc(2026, 3, 1, 0, 0)), Is.EqualTo(read.Start.InZoneLeniently(DateTimeZoneProviders.Tzdb[read.Zone]).ToInstant()));
    }

    [TestCase("{}")]
    [TestCase("""{"rule":"FREQ=NEVER","start":"2026-03-09T09:30:00","zone":"UTC"}""")]
    [TestCase("""{"rule":"FREQ=DAILY","start":"tomorrow","zone":"UTC"}""")]
    [TestCase("""{"frequency":"weekly","interval":2,"days":["someday"],"at":"16:00:00","zoneId":"UTC","from":"2026-03-06"}""")]
    public void What_is_no_recurrence_is_refused_as_wrong_text(string stored) =>
        Assert.That(() => Json.Read<Recurrence>(stored), Throws.InstanceOf<JsonException>());
}
