using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>Who is around in the seeded workspace, on a Monday on which New York has changed its clocks and Europe has not.</summary>
public sealed class OnlineTests : PlaygroundTests
{
    [SetUp]
    public Task Monday() => Api.SetClock("2026-03-09T13:30:00Z");

    [Test]
    public async Task Everybody_is_told_on_their_own_clock_and_on_mine()
    {
        var answer = (await Api.Say("sam", "#team", "/online")).Single();

        Assert.That((answer.To, answer.IsEphemeral), Is.EqualTo(("sam", true)));
        Assert.That(answer.Text.Split('\n').Select(line => line.Replace(", no signal", "", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "Who is around in #team",
            "Available now",
            "@Ana, 13:30 Europe/Lisbon: at work until 17:00 their time, which is Mon 9 Mar 2026, 10:00 America/Los_Angeles (in 3 h 30 min)",
            "@Ben, 09:30 America/New_York: at work until 17:00 their time, which is Mon 9 Mar 2026, 14:00 America/Los_Angeles (in 7 h 30 min)",
            "@Chidi, 14:30 Africa/Lagos: at work until 17:00 their time, which is Mon 9 Mar 2026, 09:00 America/Los_Angeles (in 2 h 30 min)",
            "Outside hours",
            "@Sam, 06:30 America/Los_Angeles: off until Mon 9 Mar 2026, 08:00 America/Los_Angeles (in 1 h 30 min)",
            "@Emi, 22:30 Asia/Tokyo: off until Tue 10 Mar, 09:00 their time, which is Mon 9 Mar 2026, 17:00 America/Los_Angeles (in 10 h 30 min)",
            "@Dana, 19:00 Asia/Kolkata: off until Tue 10 Mar, 10:00 their time, which is Mon 9 Mar 2026, 21:30 America/Los_Angeles (in 15 h)",
        }));
    }

    [Test]
    public async Task Presence_counts_more_than_hours()
    {
        await Api.Presence("emi", "active");
        await Api.Presence("ben", "dnd");
        var text = (await Api.Say("sam", "#team", "/online")).Single().Text;

        Assert.That(text, Does.Match("(?s)Available now.*@Emi, 22:30 Asia/Tokyo: active now, outside their hours.*Busy or focusing.*@Ben, 09:30 America/New_York: do not disturb"));
    }

    [Test]
    public async Task Common_hours_change_with_the_clocks_and_say_why()
    {
        var now = (await Api.Say("sam", "#team", "/online overlap @ana @ben")).Single().Text;
        Assert.That(now, Does.Contain("Mon 9 to Fri 13 Mar: 06:00 to 10:00 America/Los_Angeles")
            .And.Contain("@Ana 13:00 to 17:00 Europe/Lisbon")
            .And.Contain("@Ben 09:00 to 13:00 America/New_York"));
        Assert.That(now, Does.Contain("From Mon 30 Mar it will be 06:00 to 09:00: on Sun 29 Mar the clocks of Europe/Lisbon go forward 1 h."));

        await Api.SetClock("2026-03-30T06:00:00Z");
        var then = (await Api.Say("sam", "#team", "/online overlap @ana @ben")).Single().Text;
        Assert.That(then, Does.Contain("@Ana 14:00 to 17:00 Europe/Lisbon").And.Contain("on Sun 29 Mar the clocks of Europe/Lisbon went forward 1 h."));
    }

    [Test]
    public async Task Who_moves_is_asked_once_what_becomes_of_what_they_scheduled()
    {
        await Api.Say("ben", "#team", "/idea digest every day at 02:30");
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["zone"] = "Asia/Tokyo" });
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["zone"] = "Asia/Tokyo" });
        var question = (await Api.Read("ben", "dm")).Single();
        Assert.That(question.Text, Does.StartWith("Your platform says that you are on Asia/Tokyo time now."));
        Assert.That(question.Buttons, Is.EqualTo(new[] { "Move to Asia/Tokyo", "Leave at America/New_York" }));

        await Api.Press("ben", question.Id, "Move to Asia/Tokyo");
        Assert.That((await Api.Advance("P1D")).Select(message => message.At.ToString()), Is.EqualTo(new[] { "2026-03-09T17:30:00Z" }));
    }

    [Test]
    public async Task A_zone_of_ones_own_counts_more_than_the_workspaces()
    {
        await Api.Say("emi", "dm", "online zone Europe/Lisbon");
        await Api.PutPerson(new JsonObject { ["id"] = "emi", ["zone"] = "Asia/Seoul" });

        Assert.That((await Api.Say("emi", "#team", "/online emi")).Single().Text, Does.StartWith("@Emi, 13:30 Europe/Lisbon: at work until Mon 9 Mar 2026, 18:00 Europe/Lisbon"));
    }

    [Test]
    public async Task Who_is_new_has_hours_that_are_assumed_and_may_have_no_zone()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "lee", ["name"] = "Lee", ["zone"] = "Europe/Berlin" });
        await Api.PutPerson(new JsonObject { ["id"] = "max", ["name"] = "Max" });
        var text = (await Api.Say("sam", "#team", "/online")).Single().Text;

        Assert.That(text, Does.Contain("@Lee, 14:30 Europe/Berlin: at work until 17:00 their time, which is Mon 9 Mar 2026, 09:00 America/Los_Angeles (in 2 h 30 min), no signal (hours assumed)"));
        Assert.That(text, Does.Contain("@Max: I don’t know their time zone"));
    }
}
