using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>A check-in as scripts see it, from its preview to its closing line.</summary>
public sealed class CheckInTests : PlaygroundTests
{
    private const string Daily =
        "/checkin new Daily in #team at 9:30 on weekdays for everyone ask \"What did you do?\" \"What is next?\" \"What blocks you?\"";

    [Test]
    public async Task Six_people_are_asked_at_half_past_nine_for_five_weeks_and_two_changes_of_the_clocks()
    {
        await Api.SetClock("2026-03-01T12:00:00Z");
        await Create();
        var messages = new List<Message>();
        foreach (var end in new[] { "2026-03-07", "2026-03-14", "2026-03-21", "2026-03-28", "2026-04-04" })
            messages.AddRange(await Api.SetClock($"{end}T08:00:00Z"));

        var zones = new[]
        {
            ("ana", "Europe/Lisbon"), ("ben", "America/New_York"), ("chidi", "Africa/Lagos"), ("dana", "Asia/Kolkata"), ("emi", "Asia/Tokyo"), ("sam", "America/Los_Angeles"),
        };
        foreach (var (person, zone) in zones)
        {
            var asked = messages.Where(message => message.To == person && message.Text.StartsWith("Daily — ", StringComparison.Ordinal)).DistinctBy(message => message.Id)
                .Select(message => message.At.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime).ToList();
            Assert.That(asked, Has.Count.EqualTo(25), person);
            Assert.That(asked.Select(time => time.TimeOfDay), Is.All.EqualTo(new LocalTime(9, 30)), person);
            Assert.That(asked.Select(time => time.DayOfWeek), Is.All.InRange(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday), person);
        }

        var inChannel = messages.Where(message => message.In == "#team").DistinctBy(message => message.Id).ToList();
        Assert.That(inChannel.Count(message => message.Thread is null), Is.EqualTo(25));
        Assert.That(inChannel.Count(message => message.Text.StartsWith("Closed:", StringComparison.Ordinal)), Is.EqualTo(25));
    }

    [Test]
    public async Task Answers_come_by_form_and_by_reply_and_the_message_of_the_run_follows_at_once()
    {
        await Api.SetClock("2026-03-02T09:00:00Z");
        await Create();
        var asked = await Api.SetClock("2026-03-02T14:30:00Z");
        var root = asked.First(message => message is { In: "#team", Thread: null });
        var opened = (await Api.Press("ana", root.Id, "Answer")).Answer();
        var wrong = await Api.Post("submit", new JsonObject { ["as"] = "ana", ["form"] = opened.FormId, ["values"] = new JsonObject { ["answers.1"] = "Shipped" } });
        var empty = await Api.Post("submit", new JsonObject { ["as"] = "ana", ["form"] = opened.FormId, ["values"] = new JsonObject() });
        var answered = await Api.Submit("ana", opened.FormId!, ("answers.1", "Shipped"), ("answers.2", "Docs"), ("answers.3", "The vault"));
        var prompt = asked.First(message => message is { To: "ben" } && message.Buttons.Contains("Snooze 1 h"));
        var replied = await Api.Say("ben", "dm", "Tested\nDeploy\nnone", thread: prompt.Id);

        Assert.That((empty.Status, (string?)empty.Json["errors"]!["answers.1"]), Is.EqualTo((422, "“What did you do?” is still to be answered.")));
        Assert.That((wrong.Status, (string?)wrong.Json["errors"]!["answers.2"]), Is.EqualTo((422, "“What is next?” is still to be answered.")));
        Assert.That(answered.Answer().Buttons, Is.EqualTo(new[] { "Edit", "Flag as blocker", "Undo" }));
        Assert.That(answered.Single(message => message.Thread == root.Id && !message.IsEphemeral).Text, Does.StartWith("@Ana"));
        Assert.That(answered.Last(message => message.Id == root.Id).Text, Does.Contain("Answered: 1 of 2: @Ana").And.Contain("@Ana: The vault"));
        Assert.That(replied.Single(message => message.Thread == root.Id).Text, Does.Contain("Tested"));
        Assert.That(replied.Last(message => message.Id == root.Id).IsEdited);
    }

    [Test]
    public async Task A_reply_in_the_thread_of_a_run_that_the_channel_was_asked_in_is_an_answer()
    {
        await Api.SetClock("2026-03-02T09:00:00Z");
        var shown = (await Api.Say("ana", "#team", "/checkin new Quick in #team at 9:30 on weekdays channel ask \"What did you do?\" \"What is next?\"")).Answer();
        await Api.Press("ana", shown.Id, "Create");
        var root = (await Api.SetClock("2026-03-02T09:30:00Z")).First(message => message is { In: "#team", Thread: null });
        var heard = await Api.Say("emi", "#team", "Shipped; Docs", thread: root.Id);
        var talk = await Api.Say("ben", "#team", "Shipped; Docs");

        Assert.That(heard.Single(message => message is { IsEphemeral: false } && message.Thread == root.Id).Text, Does.StartWith("@Emi"));
        Assert.That(talk, Is.Empty);
    }

    [Test]
    public async Task The_form_shows_beside_it_what_is_open_and_due()
    {
        await Api.SetClock("2026-03-02T09:00:00Z");
        await Create();
        await Api.Say("ana", "dm", "due add Send the deck by friday 5pm");
        await Api.Say("ana", "#team", "/blocker add The deploy key expired");
        await Api.SetClock("2026-03-02T09:30:00Z");
        var opened = (await Api.Say("ana", "#team", "/checkin")).Answer();

        Assert.That(opened.Text, Does.Contain("Daily, Mon 2 Mar 2026: please fill this in.").And.Contain("Send the deck").And.Contain("The deploy key expired"));
        Assert.That(opened.Json["form"]!["inputs"]!.AsArray().Select(input => (string?)input!["label"]), Is.EqualTo(new[] { "What did you do?", "What is next?", "What blocks you?" }));
    }

    private static async Task Create()
    {
        var shown = (await Api.Say("ana", "#team", Daily)).Answer();
        await Api.Press("ana", shown.Id, "Create");
    }
}
