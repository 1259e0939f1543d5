using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class ClockTests : PlaygroundTests
{
    [Test]
    public async Task The_clock_starts_live()
    {
        var answer = await Api.Get("clock");

        Assert.That(answer.Json.Select(field => field.Key), Is.EqualTo(new[] { "now", "live" }));
        var (first, isLive) = await Api.Clock();
        Assert.That(isLive, Is.True);
        Assert.That((await Api.Clock()).Now, Is.GreaterThan(first));
    }

    [Test]
    public async Task A_clock_that_is_set_stands_still()
    {
        var answer = await Api.Post("clock", new JsonObject { ["now"] = "2026-03-08T06:59:00Z" });

        Assert.That(answer.Text, Is.EqualTo("""{"now":"2026-03-08T06:59:00Z","messages":[]}"""));
        Assert.That(await Api.Clock(), Is.EqualTo((Moment.Of("2026-03-08T06:59:00Z"), false)));
        await Api.Say("ana", "#team", "hello");
        Assert.That((await Api.Read("ana", "#team")).Single().At, Is.EqualTo(Moment.Of("2026-03-08T06:59:00Z")));
        Assert.That(await Api.Clock(), Is.EqualTo((Moment.Of("2026-03-08T06:59:00Z"), false)));
    }

    [TestCase("PT90M", "2026-03-08T08:29:00Z")]
    [TestCase("P1D", "2026-03-09T06:59:00Z")]
    [TestCase("P1M", "2026-04-08T06:59:00Z")]
    [TestCase("P1W", "2026-03-15T06:59:00Z")]
    [TestCase("P1DT2H3M4S", "2026-03-09T09:02:04Z")]
    [TestCase("PT0S", "2026-03-08T06:59:00Z")]
    public async Task A_clock_that_is_advanced_stands_that_much_later(string advance, string now)
    {
        await Api.SetClock("2026-03-08T06:59:00Z");

        await Api.Advance(advance);

        Assert.That(await Api.Clock(), Is.EqualTo((Moment.Of(now), false)));
    }

    [Test]
    public async Task A_live_clock_that_is_advanced_stands_too()
    {
        await Api.Advance("PT1H");

        var (now, isLive) = await Api.Clock();
        Assert.That((isLive, (await Api.Clock()).Now), Is.EqualTo((false, now)));
    }

    [Test]
    public async Task Live_lets_the_clock_run_on_from_where_it_stands()
    {
        await Api.SetClock("2026-03-08T06:59:00Z");

        var answer = await Api.Post("clock", new JsonObject { ["live"] = true });

        Assert.That(answer.Json.Select(field => field.Key), Is.EqualTo(new[] { "now", "messages" }));
        var (now, isLive) = await Api.Clock();
        Assert.That(isLive, Is.True);
        Assert.That(now, Is.GreaterThan(Moment.Of("2026-03-08T06:59:00Z")).And.LessThan(Moment.Of("2026-03-08T07:05:00Z")));
        await Api.GoLive();
        Assert.That((await Api.Clock()).Now, Is.GreaterThan(now).And.LessThan(Moment.Of("2026-03-08T07:05:00Z")));
    }

    [Test]
    public async Task The_clock_may_go_anywhere_until_something_was_said_and_then_only_forward()
    {
        await Api.SetClock("2030-01-01T00:00:00Z");
        await Api.SetClock("2026-03-08T06:59:00Z");
        await Api.Say("ana", "#team", "hello");

        Assert.That(await Refused("clock", new JsonObject { ["now"] = "2026-03-08T06:58:59.999999Z" }), Does.Contain("forward").And.Contain("2026-03-08T06:59:00Z"));
        await Api.SetClock("2026-03-08T06:59:00Z");
        await Api.SetClock("2026-03-08T07:00:00Z");
        Assert.That(await Refused("clock", new JsonObject { ["now"] = "2026-03-08T06:59:30Z" }), Does.Contain("forward"));

        await Api.Reset();
        await Api.SetClock("2026-03-08T06:59:00Z");
    }

    [Test]
    public async Task A_refused_call_is_not_something_that_was_said()
    {
        await Api.SetClock("2030-01-01T00:00:00Z");
        await Refused("say", Saying(person: "zoe"));
        await Refused("say", Saying(text: ""));

        await Api.SetClock("2026-03-08T06:59:00Z");
    }

    [Test]
    public async Task An_offset_is_understood()
    {
        await Api.SetClock("2026-03-08T06:59:00+05:30");

        Assert.That((await Api.Clock()).Now, Is.EqualTo(Moment.Of("2026-03-08T01:29:00Z")));
    }

    [Test]
    public async Task Many_who_advance_the_clock_at_once_all_count()
    {
        await Api.SetClock("2026-03-08T00:00:00Z");
        await Api.Say("ana", "#team", "hello");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(hours => Api.Advance($"PT{hours}H")));

        Assert.That((await Api.Clock()).Now, Is.EqualTo(Moment.Of("2026-03-09T12:00:00Z")));
    }

    [Test]
    public async Task A_clock_whose_caller_hangs_up_still_gets_there()
    {
        await Api.SetClock("2026-01-05T00:00:00Z");
        await Api.Say("ana", "#team", "/idea digest every day at 9");
        await Api.Say("ana", "#team", "/idea add Ship it");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Api.Address };
        using var hangUp = new CancellationTokenSource();
        using var body = new StringContent("""{"advance":"P100D"}""", System.Text.Encoding.UTF8, "application/json");
        var call = http.PostAsync(PlaygroundClient.Call("clock"), body, hangUp.Token);
        while ((await Api.Clock()).Now < Moment.Of("2026-01-06T00:00:00Z"))
            await Task.Yield();

        await hangUp.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        await Api.Advance("PT0S");
        Assert.That((await Api.Clock()).Now, Is.EqualTo(Moment.Of("2026-01-05T00:00:00Z") + Duration.FromDays(100)));
    }

    [TestCase("{}")]
    [TestCase("""{"now":null}""")]
    [TestCase("""{"now":"2026-03-08T06:59:00Z","advance":"PT1H"}""")]
    [TestCase("""{"now":"2026-03-08T06:59:00Z","live":true}""")]
    [TestCase("""{"advance":"PT1H","live":true}""")]
    [TestCase("""{"live":false}""")]
    [TestCase("""{"live":"true"}""")]
    [TestCase("""{"now":""}""")]
    [TestCase("""{"now":"yesterday"}""")]
    [TestCase("""{"now":"2026-02-30T06:59:00Z"}""")]
    [TestCase("""{"now":"2026-03-08T25:00:00Z"}""")]
    [TestCase("""{"now":"2026-03-08T06:59:00"}""")]
    [TestCase("""{"now":"1960-01-01T00:00:00Z"}""")]
    [TestCase("""{"now":"2201-01-01T00:00:00Z"}""")]
    [TestCase("""{"now":"99999-01-01T00:00:00Z"}""")]
    [TestCase("""{"now":1772953140}""")]
    [TestCase("""{"advance":""}""")]
    [TestCase("""{"advance":"90 minutes"}""")]
    [TestCase("""{"advance":"PT-90M"}""")]
    [TestCase("""{"advance":"P-1D"}""")]
    [TestCase("""{"advance":"P-1MT1H"}""")]
    [TestCase("""{"advance":"P300Y"}""")]
    [TestCase("""{"advance":"P9999999Y"}""")]
    [TestCase("""{"advance":"PT9223372036854775807S"}""")]
    [TestCase("""{"advance":"P99999999999999999999Y"}""")]
    [TestCase("""{"advance":90}""")]
    [TestCase("""{"then":"2026-03-08T06:59:00Z"}""")]
    public async Task A_time_that_can_not_be_is_refused_and_the_clock_stays(string body)
    {
        await Api.SetClock("2026-03-08T06:59:00Z");

        Refused(await Api.Post("clock", body));

        Assert.That((await Api.Clock()).Now, Is.EqualTo(Moment.Of("2026-03-08T06:59:00Z")));
    }
}
