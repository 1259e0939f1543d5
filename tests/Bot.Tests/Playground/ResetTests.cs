using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class ResetTests : PlaygroundTests
{
    [Test]
    public async Task Reset_brings_back_the_seed_and_the_live_clock()
    {
        await Api.SetClock("2020-01-01T00:00:00Z");
        await Api.Presence("ana", "dnd");
        await Api.PutPerson(new JsonObject { ["id"] = "lee" });
        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["gone"] = true });
        await Api.PutChannel("#new", "ben");
        await Api.PutChannel("#team", "ben");
        await Api.Say("ben", "#team", "hello");

        var answer = await Api.Post("reset", []);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "{}")));
        Assert.That((await Api.People()).Select(person => $"{person["id"]} {person["presence"]} {person["gone"]}"), Is.EqualTo(new[]
        {
            "ana away false", "ben away false", "chidi away false", "dana away false", "emi away false", "sam away false",
        }));
        Assert.That(await Api.Read("ana", "#team"), Is.Empty);
        Assert.That(Refused(await Api.Get("messages?as=ben&in=%23new")), Does.Contain("#new"));
        var (now, isLive) = await Api.Clock();
        Assert.That((isLive, now > Moment.Of("2021-01-01T00:00:00Z")), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task After_a_reset_numbers_start_at_one_and_nothing_old_is_found()
    {
        await Api.Say("ana", "#team", "/idea add Rotate the demo host");
        await Api.Say("ana", "#team", "/idea add Water the plants");
        await Api.Reset();

        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("No open ideas"));
        Assert.That((await Api.Say("ana", "#team", "/idea show 1")).Answer().Text, Does.Not.Contain("Rotate"));
        var answer = (await Api.Say("ana", "#team", "/idea add Rotate the demo host")).Answer();
        Assert.That(answer.Text, Does.Contain("#1 saved").And.Not.Contain("Like it already"));
        Assert.That((await Api.Say("ana", "#team", "/idea search plants")).Answer().Text, Does.Not.Contain("Water"));
    }

    [Test]
    public async Task After_a_reset_no_job_of_before_comes_back()
    {
        await Api.SetClock("2026-01-05T00:00:00Z");
        await Api.Say("ana", "#team", "/idea digest every day at 9");
        await Api.Reset();
        await Api.SetClock("2026-01-05T00:00:00Z");

        Assert.That(await Api.Advance("P40D"), Is.Empty);
        Assert.That((await Api.Say("ana", "#team", "/idea digest")).Answer().Text, Does.Contain("no digest"));
    }

    [Test]
    public async Task After_a_reset_a_key_of_before_is_new()
    {
        await Api.Say("ana", "#team", "/idea add One", key: "k");
        await Api.Reset();

        Assert.That((await Api.Say("ana", "#team", "/idea add Two", key: "k")).Answer().Text, Does.Contain("Two"));
    }

    [Test]
    public async Task A_new_channel_of_before_is_introduced_again_after_a_reset()
    {
        await Api.PutChannel("#new", "ana");
        await Api.Reset();
        await Api.PutChannel("#new", "ana");

        Assert.That(await Api.Read("ana", "#new"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Reset_takes_an_empty_object() => Refused(await Api.Post("reset", new JsonObject { ["all"] = true }));

    [Test]
    public async Task A_reset_in_the_middle_of_many_calls_leaves_a_workspace_that_works()
    {
        var adds = Enumerable.Range(0, 30).Select(i => Api.Post("say", Saying(text: $"/idea add Before {i}"))).ToList();
        await Api.Reset();
        await Task.WhenAll(adds);

        foreach (var i in Enumerable.Range(0, 40))
            Assert.That((await Api.Say("ana", "#team", $"/idea add After {i}")).Answer().Text, Does.Contain($"After {i}").And.Contain("saved"));
        await Api.Reset();
        Assert.That((await Api.Say("ana", "#team", "/idea add Ship it")).Answer().Text, Does.Contain("#1 saved"));
    }
}
