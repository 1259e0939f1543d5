using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

public sealed class FormTests : PlaygroundTests
{
    [Test]
    public async Task A_form_says_all_about_its_inputs()
    {
        var form = (await Opened("ana")).Json["form"]!.AsObject();

        Assert.That(form.Select(field => field.Key), Is.EqualTo(new[] { "id", "title", "inputs" }));
        Assert.That((string?)form["id"], Does.StartWith("f"));
        Assert.That((string?)form["title"], Is.Not.Empty);
        var text = form["inputs"]!.AsArray()[0]!.AsObject();
        Assert.That(((string?)text["name"], (bool)text["required"]!), Is.EqualTo(("text", true)));
        Assert.That((string?)text["label"], Is.Not.Empty);
        Assert.That(form["inputs"]!.AsArray().Select(input => (bool)input!["required"]!), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public async Task A_form_that_is_filled_in_does_what_the_line_would()
    {
        var form = (await Opened("ana")).FormId!;

        var messages = await Api.Submit("ana", form, ("text", "Ship it"), ("bucket", "tasks"));

        Assert.That(messages.Single(message => message.IsEphemeral).Text, Does.Contain("#1 saved in tasks"));
        Assert.That(messages.Single(message => !message.IsEphemeral).Text, Does.Contain("Ship it"));
    }

    [Test]
    public async Task Wrong_fields_are_named_one_by_one_and_nothing_is_done()
    {
        var form = (await Opened("ana")).FormId!;

        var missing = await Api.Post("submit", Filling("ana", form, []));
        var wrong = await Api.Post("submit", Filling("ana", form, new JsonObject { ["text"] = new string('x', 10_001), ["bucket"] = "nowhere" }));

        Assert.That((missing.Status, wrong.Status), Is.EqualTo((422, 422)));
        Assert.That(missing.Json.Select(field => field.Key), Is.EqualTo(new[] { "errors" }));
        Assert.That(missing.Json["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { "text" }));
        Assert.That((string?)missing.Json["errors"]!["text"], Does.Contain("missing"));
        Assert.That((string?)wrong.Json["errors"]!["bucket"], Does.Contain("tasks"));
        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text, Does.Contain("No open ideas"));
    }

    [Test]
    public async Task A_form_can_be_sent_again_after_an_error()
    {
        var form = (await Opened("ana")).FormId!;
        await Api.Post("submit", Filling("ana", form, []));

        Assert.That((await Api.Submit("ana", form, ("text", "Ship it"))).Answer().Text, Does.Contain("#1 saved"));
    }

    [Test]
    public async Task A_form_sent_twice_has_one_effect_and_the_same_answer()
    {
        var form = (await Opened("ana")).FormId!;

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Api.Submit("ana", form, ("text", "Ship it"))));

        Assert.That(sent.Select(messages => string.Join(' ', messages.Select(message => message.Id))).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That((await Api.Say("ana", "#team", "/idea list")).Answer().Text.Split("Ship it"), Has.Length.EqualTo(2));
        Assert.That((await Api.Read("ben", "#team")).Count(message => !message.IsEphemeral), Is.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_was_sent_can_not_be_sent_with_something_else()
    {
        var form = (await Opened("ana")).FormId!;
        var sent = await Api.Submit("ana", form, ("text", "Ship it"));

        Assert.That(await Refused("submit", Filling("ana", form, new JsonObject { ["text"] = "Sink it" })), Is.EqualTo($"{form} was sent already; press its button again"));
        Assert.That((await Api.Submit("ana", form, ("text", "Ship it"))).Select(message => message.Id), Is.EqualTo(sent.Select(message => message.Id)));
    }

    [Test]
    public async Task A_form_sent_from_nowhere_is_refused()
    {
        var form = (await Opened("ana")).FormId!;
        JsonObject Values() => new() { ["text"] = "Ship it" };

        Assert.That(await Refused("submit", Filling("ana", "f999", Values())), Does.Contain("f999"));
        Assert.That(await Refused("submit", Filling("ben", form, Values())), Does.Contain(form), "somebody else's");
        Assert.That(await Refused("submit", Filling("zoe", form, Values())), Does.Contain("zoe"));
        await Refused("submit", Filling("ana", form, new JsonObject { ["text"] = null }));
        await Refused("submit", Filling("ana", form, new JsonObject { ["text"] = 7 }));
        await Refused("submit", new JsonObject { ["as"] = "ana", ["form"] = form });
        await Api.Reset();
        Assert.That(await Refused("submit", Filling("ana", form, Values())), Does.Contain(form), "from before a reset");
    }

    [Test]
    public async Task A_form_of_somebody_who_left_since_is_refused()
    {
        var form = (await Opened("ana")).FormId!;
        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["gone"] = true });

        Assert.That(await Refused("submit", Filling("ana", form, new JsonObject { ["text"] = "Ship it" })), Does.Contain("gone"));
    }

    [Test]
    public async Task A_form_for_a_channel_that_one_left_since_is_refused()
    {
        var form = (await Opened("ana")).FormId!;
        await Api.PutChannel("#team", "ben");

        Assert.That(await Refused("submit", Filling("ana", form, new JsonObject { ["text"] = "Ship it" })), Does.Contain("#team"));
    }

    private static JsonObject Filling(string person, string form, JsonObject values) => new() { ["as"] = person, ["form"] = form, ["values"] = values };

    private static async Task<Message> Opened(string person)
    {
        var list = (await Api.Say(person, "#team", "/idea list")).Single();
        return (await Api.Press(person, list.Id, "Add")).Single();
    }
}
