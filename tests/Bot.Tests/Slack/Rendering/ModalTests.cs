using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Slack.Rendering;

public sealed class ModalTests
{
    [Test]
    public async Task A_form_becomes_a_window()
    {
        var values = new Dictionary<string, string> { ["text"] = "Rotate the demo host", ["bucket"] = "tasks" };

        await Golden.AssertIs("modal.json", Write(CommandShape.Of<AddIdea>().ToForm(values)));
    }

    [Test]
    public void People_and_channels_are_picked_from_Slacks_own_lists()
    {
        Assert.That(Types(CommandShape.Of<AppointAdmin>().ToForm()), Does.Contain("users_select"));
        Assert.That(Types(CommandShape.Of<AddIdea>().ToForm()), Is.EqualTo(new[] { "plain_text_input", "static_select", "conversations_select" }));
    }

    [TestCase("Save an idea", "Save an idea", false)]
    [TestCase("Save an idea for everybody in the team", "Idea add", true)]
    public void A_title_that_does_not_fit_stands_in_the_window(string title, string expected, bool isBelow)
    {
        var modal = JsonNode.Parse(Write(new Form(title, "idea add", [], new Dictionary<string, string>())))!;

        Assert.That((string)modal["title"]!["text"]!, Is.EqualTo(expected));
        Assert.That(modal["blocks"]!.AsArray().Select(block => (string)block!["text"]!["text"]!), Is.EqualTo(isBelow ? new[] { title } : []));
    }

    [Test]
    public void What_is_too_long_for_a_field_is_not_cut_in_it()
    {
        var field = JsonNode.Parse(Write(Of(new Input("text", "The idea", true, 10_000, true, [], new string('x', 3_001)))))!["blocks"]![0]!;

        Assert.That((int)field["element"]!["max_length"]!, Is.EqualTo(3_000));
        Assert.That(field["element"]!["initial_value"], Is.Null);
        Assert.That((string)field["hint"]!["text"]!, Does.Contain("too long"));
    }

    [Test]
    public void More_choices_than_a_list_takes_are_typed() => Assert.That(
        Types(Of(new Input("which", "Which", true, 200, false, [.. Enumerable.Range(1, 101).Select(number => $"c{number}")], null))), Is.EqualTo(new[] { "plain_text_input" }));

    [Test]
    public void Values_are_read_as_the_binder_takes_them()
    {
        using var values = JsonDocument.Parse("""
            {
              "text": { "text": { "type": "plain_text_input", "value": "Ship it" } },
              "why": { "why": { "type": "plain_text_input", "value": null } },
              "who": { "who": { "type": "users_select", "selected_user": "U1" } },
              "nobody": { "nobody": { "type": "users_select", "selected_user": null } },
              "channel": { "channel": { "type": "conversations_select", "selected_conversation": "C1" } },
              "other": { "other": { "type": "channels_select", "selected_channel": "C2" } },
              "bucket": { "bucket": { "type": "static_select", "selected_option": { "text": { "type": "plain_text", "text": "tasks" }, "value": "tasks" } } },
              "none": { "none": { "type": "static_select", "selected_option": null } },
              "odd": { "odd": null },
              "odder": 7
            }
            """);

        Assert.That(Modal.Read(values.RootElement), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["text"] = "Ship it", ["who"] = "@U1", ["channel"] = "#C1", ["other"] = "#C2", ["bucket"] = "tasks",
        }));
    }

    private static Form Of(params Input[] inputs) => new("Save an idea", "idea add", inputs, new Dictionary<string, string>());

    private static string Write(Form form) => Modal.Write(form, "form idea add", "{}", Rendered.Reader);

    private static IEnumerable<string> Types(Form form) => JsonNode.Parse(Write(form))!["blocks"]!.AsArray()
        .Where(block => (string)block!["type"]! == "input").Select(block => (string)block!["element"]!["type"]!);
}
