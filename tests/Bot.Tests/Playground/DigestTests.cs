using NodaTime.Text;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>What falls due on the way when the clock is moved, seen on the one thing that comes on a schedule so far.</summary>
public sealed class DigestTests : PlaygroundTests
{
    [Test]
    public async Task In_the_night_of_the_missing_hour_a_digest_comes_an_hour_later_on_the_wall()
    {
        await Api.SetClock("2026-03-06T12:00:00Z");
        await Api.Say("ben", "#team", "/idea digest every day at 02:30");

        var digests = await Api.Advance("P5D");

        Assert.That(Times(digests), Is.EqualTo(new[]
        {
            "2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z", "2026-03-10T06:30:00Z", "2026-03-11T06:30:00Z",
        }));
    }

    [Test]
    public async Task In_the_night_of_the_repeated_hour_a_digest_comes_once_at_its_time()
    {
        await Api.SetClock("2026-10-30T12:00:00Z");
        await Api.Say("ben", "#team", "/idea digest every day at 02:30");
        await Api.Say("ben", "#oncall", "/idea digest every day at 01:30");

        var digests = await Api.Advance("P4D");

        Assert.That(Times(digests.Where(digest => digest.In == "#team")), Is.EqualTo(new[]
        {
            "2026-10-31T06:30:00Z", "2026-11-01T07:30:00Z", "2026-11-02T07:30:00Z", "2026-11-03T07:30:00Z",
        }));
        Assert.That(Times(digests.Where(digest => digest.In == "#oncall")), Is.EqualTo(new[]
        {
            "2026-10-31T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z", "2026-11-03T06:30:00Z",
        }));
    }

    [Test]
    public async Task A_weekly_digest_keeps_its_hour_in_Lisbon_when_summer_begins()
    {
        await Api.SetClock("2026-03-20T12:00:00Z");
        await Api.Say("ana", "#team", "/idea digest every monday at 9");

        var digests = await Api.Advance("P21D");

        Assert.That(Times(digests), Is.EqualTo(new[] { "2026-03-23T09:00:00Z", "2026-03-30T08:00:00Z", "2026-04-06T08:00:00Z" }));
    }

    [Test]
    public async Task What_falls_due_comes_in_order_and_at_one_instant_once_for_each_channel()
    {
        await Api.SetClock("2026-01-05T00:00:00Z");
        await Api.Say("chidi", "#team", "/idea digest every day at 9");
        await Api.Say("ana", "#oncall", "/idea digest every day at 8");
        await Api.Say("dana", "#general", "/idea digest every day at 10");

        var digests = await Api.Advance("P2D");

        Assert.That(digests.Select(digest => $"{digest.In} {digest.At}"), Is.EqualTo(new[]
        {
            "#general 2026-01-05T04:30:00Z", "#team 2026-01-05T08:00:00Z", "#oncall 2026-01-05T08:00:00Z",
            "#general 2026-01-06T04:30:00Z", "#team 2026-01-06T08:00:00Z", "#oncall 2026-01-06T08:00:00Z",
        }).Or.EqualTo(new[]
        {
            "#general 2026-01-05T04:30:00Z", "#oncall 2026-01-05T08:00:00Z", "#team 2026-01-05T08:00:00Z",
            "#general 2026-01-06T04:30:00Z", "#oncall 2026-01-06T08:00:00Z", "#team 2026-01-06T08:00:00Z",
        }));
        foreach (var place in new[] { "#general", "#team", "#oncall" })
            Assert.That((await Api.Read("ana", place)).Where(message => !message.IsEphemeral && message.From == "asyncbot").Select(message => message.Id),
                Is.EqualTo(digests.Where(digest => digest.In == place).Select(digest => digest.Id)));
    }

    [Test]
    public async Task What_falls_due_exactly_where_the_clock_stops_comes_now_and_not_again()
    {
        await Api.SetClock("2026-01-05T00:00:00Z");
        await Api.Say("ana", "#team", "/idea digest every day at 9");

        Assert.That(await Api.SetClock("2026-01-05T08:59:59Z"), Is.Empty);
        Assert.That(Times(await Api.SetClock("2026-01-05T09:00:00Z")), Is.EqualTo(new[] { "2026-01-05T09:00:00Z" }));
        Assert.That(await Api.SetClock("2026-01-06T08:00:00Z"), Is.Empty);
    }

    [Test]
    public async Task A_month_of_digests_takes_seconds()
    {
        await Api.SetClock("2026-01-01T00:00:00Z");
        foreach (var (person, place) in new[] { ("ana", "#team"), ("ben", "#general"), ("emi", "#oncall") })
            await Api.Say(person, place, "/idea digest every day at 9");
        await Api.Say("ana", "#team", "/idea add Ship it");

        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var digests = await Api.Advance("P30D");

        Assert.That(digests, Has.Count.EqualTo(90));
        Assert.That(digests.Select(digest => digest.At), Is.Ordered);
        Assert.That(System.Diagnostics.Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task A_live_clock_brings_what_falls_due_by_itself()
    {
        await Api.SetClock("2026-01-05T00:00:00Z");
        await Api.Say("ana", "#team", "/idea digest every day at 9");
        await Api.SetClock("2026-01-05T08:59:59Z");
        await Api.GoLive();

        var deadline = System.Diagnostics.Stopwatch.GetTimestamp();
        IReadOnlyList<Message> posted = [];
        while (posted.Count == 0 && System.Diagnostics.Stopwatch.GetElapsedTime(deadline) < TimeSpan.FromSeconds(20))
            posted = await Api.Read("ben", "#team");

        var digest = posted.Single();
        Assert.That(digest.At, Is.GreaterThanOrEqualTo(Moment.Of("2026-01-05T09:00:00Z")).And.LessThan(Moment.Of("2026-01-05T09:00:30Z")));
        Assert.That(digest.Text, Does.Contain("💡"));
    }

    private static IEnumerable<string> Times(IEnumerable<Message> messages) => messages.Select(message => InstantPattern.ExtendedIso.Format(message.At));
}
