using AsyncBot.Core.Time.When;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

public sealed class WhenZoneTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 15, 15);

    [TestCase("tomorrow 9am europe/LISBON", "2026-03-05T09:00:00Z")]
    [TestCase("tomorrow 9am Lisbon", "2026-03-05T09:00:00Z")]
    [TestCase("tomorrow at 9 in são paulo", "2026-03-05T12:00:00Z")]
    [TestCase("tomorrow at 9am Buenos Aires time", "2026-03-05T12:00:00Z")]
    [TestCase("tomorrow 9am New York", "2026-03-05T14:00:00Z")]
    [TestCase("tomorrow 9am mumbai", "2026-03-05T03:30:00Z")]
    [TestCase("tomorrow 9am pacific time", "2026-03-05T17:00:00Z")]
    [TestCase("tomorrow 9am PST", "2026-03-05T17:00:00Z")]
    [TestCase("july 1 9am PST", "2026-07-01T16:00:00Z")]
    [TestCase("tomorrow 9am CET", "2026-03-05T08:00:00Z")]
    [TestCase("july 1 9am CET", "2026-07-01T07:00:00Z")]
    [TestCase("tomorrow 9am JST", "2026-03-06T00:00:00Z")]
    [TestCase("tomorrow 9am GMT", "2026-03-05T09:00:00Z")]
    [TestCase("tomorrow 9am UTC-3", "2026-03-05T12:00:00Z")]
    [TestCase("tomorrow 9am UTC−3", "2026-03-05T12:00:00Z")]
    [TestCase("tomorrow 9am GMT+0530", "2026-03-05T03:30:00Z")]
    [TestCase("9:30+05:30 tomorrow", "2026-03-05T04:00:00Z")]
    [TestCase("2026-03-20T14:00:00Z", "2026-03-20T14:00:00Z")]
    [TestCase("2026-03-20T14:00Z", "2026-03-20T14:00:00Z")]
    [TestCase("2026-03-20 14:00+02:00", "2026-03-20T12:00:00Z")]
    [TestCase("2026-03-20T14:00:00.000-0500", "2026-03-20T19:00:00Z")]
    [TestCase("tomorrow 9am my time", "2026-03-05T14:00:00Z")]
    [TestCase("tomorrow 9am Asia/Kathmandu", "2026-03-05T03:15:00Z")]
    [TestCase("tomorrow 9am Pacific/Kiritimati", "2026-03-05T19:00:00Z")]
    [TestCase("9:30-05:30 tomorrow", "2026-03-05T15:00:00Z")]
    [TestCase("tomorrow 9am UTC -3", "2026-03-05T12:00:00Z")]
    [TestCase("tomorrow 9am UTC+14", "2026-03-05T19:00:00Z")]
    [TestCase("tomorrow 9am UTC-14", "2026-03-05T23:00:00Z")]
    [TestCase("tomorrow 9am UTC+13:59", "2026-03-05T19:01:00Z")]
    [TestCase("tomorrow 9am UTC+5:59", "2026-03-05T03:01:00Z")]
    [TestCase("tomorrow 9am UTC+00:00", "2026-03-05T09:00:00Z")]
    [TestCase("2026-03-20 14:00+2", "2026-03-20T12:00:00Z")]
    [TestCase("2026-03-20T14:00:05-0500", "2026-03-20T19:00:05Z")]
    [TestCase("tomorrow 9am Europe/Lisbon.", "2026-03-05T09:00:00Z")]
    [TestCase("tomorrow 9am Europe/Lisbon, call Ben", "2026-03-05T09:00:00Z")]
    [TestCase("tomorrow 9am Europe/Lisbon: call Ben", "2026-03-05T09:00:00Z")]
    public void A_zone_may_be_named_in_every_usual_way(string phrase, string at) =>
        Assert.That(((Once)When.Read(phrase, new WhenContext(Now, "America/New_York"))).At, Is.EqualTo(InstantPattern.ExtendedIso.Parse(at).Value));

    [TestCase("UTC-3", "UTC-03")]
    [TestCase("UTC+05:05", "UTC+05:05")]
    [TestCase("UTC+0", "UTC")]
    public void An_offset_is_named_in_one_way(string said, string zone) =>
        Assert.That(((Once)When.Read($"tomorrow 9am {said}", new WhenContext(Now, "America/New_York"))).ZoneId, Is.EqualTo(zone));

    [TestCase("Asia/Kolkata", "IST")]
    [TestCase("Europe/Dublin", "IST")]
    [TestCase("Asia/Jerusalem", "IST")]
    [TestCase("America/Chicago", "CST")]
    [TestCase("America/Costa_Rica", "CST")]
    [TestCase("Asia/Shanghai", "CST")]
    [TestCase("Europe/London", "BST")]
    [TestCase("Asia/Dhaka", "BST")]
    [TestCase("America/Halifax", "AST")]
    [TestCase("America/Phoenix", "MST")]
    [TestCase("America/Panama", "EST")]
    [TestCase("Europe/Madrid", "CET")]
    public void An_abbreviation_of_the_speakers_own_zone_means_that(string zone, string abbreviation) =>
        Assert.That(((Once)When.Read($"tomorrow 9am {abbreviation}", new WhenContext(Now, zone))).ZoneId, Is.EqualTo(zone));

    [TestCase("IST", "“IST” is the time of Asia/Kolkata or Europe/Dublin or Asia/Jerusalem.")]
    [TestCase("CST", "“CST” is the time of America/Chicago or Asia/Shanghai or America/Havana.")]
    [TestCase("bst", "“bst” is the time of Europe/London or Asia/Dhaka or Pacific/Bougainville.")]
    [TestCase("AST", "“AST” is the time of America/Halifax or America/Puerto_Rico or Asia/Riyadh.")]
    public void An_abbreviation_of_several_zones_is_asked(string abbreviation, string problem)
    {
        var asked = (NoTime)When.Read($"call Bob tomorrow 9am {abbreviation}", new WhenContext(Now, "Europe/Berlin"));

        Assert.That(asked.Problem, Is.EqualTo(problem));
        Assert.That(asked.Choices, Has.Count.EqualTo(3));
    }

    [TestCase("tomorrow at 9 Europe/Nowhere", "“Europe/Nowhere” is no zone that I know.")]
    [TestCase("tomorrow at 9 in Europe/Nowhere", "“Europe/Nowhere” is no zone that I know.")]
    [TestCase("tomorrow 9am UTC+25", "“UTC+25” is no offset: they go from -14:00 to +14:00.")]
    [TestCase("tomorrow 9am London call with Bob", "Is “London” the zone, or does the task begin there? Put the time at the end.")]
    [TestCase("tomorrow 9am UTC+14:30", "“UTC+14:30” is no offset: they go from -14:00 to +14:00.")]
    [TestCase("tomorrow 9am UTC+5:60", "“UTC+5:60” is no offset: they go from -14:00 to +14:00.")]
    [TestCase("tomorrow 9am UTC+530", "“+530” was not understood.")]
    [TestCase("tomorrow 9am -05:00", "“tomorrow 9am -05” is a span of time; say when it begins.")]
    [TestCase("tomorrow at 9 EST PST", "“PST” was not understood.")]
    [TestCase("call Bob EST tomorrow", "“EST” was not understood.")]
    public void What_was_meant_as_a_zone_and_is_none_is_refused(string phrase, string problem) =>
        Assert.That(((NoTime)When.Read(phrase, new WhenContext(Now, "Europe/Berlin"))).Problem, Is.EqualTo(problem));

    [TestCase("at 5pm pet the dog", "pet the dog")]
    [TestCase("at 5pm wake Bob", "wake Bob")]
    [TestCase("tomorrow at 9 eat cake", "eat cake")]
    [TestCase("tomorrow at 9 Europe-wide call", "Europe-wide call")]
    [TestCase("tomorrow 9am at London Bridge", "at London Bridge")]
    [TestCase("tomorrow at 9 A/B test", "A/B test")]
    [TestCase("tomorrow 9am +5", "+5")]
    [TestCase("Lisbon tomorrow at 9", "Lisbon")]
    public void Words_that_look_like_zones_stay_in_the_task(string phrase, string task) =>
        Assert.That(When.Read(phrase, new WhenContext(Now, "Europe/Berlin")).Text, Is.EqualTo(task));
}
