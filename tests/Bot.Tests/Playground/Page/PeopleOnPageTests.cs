using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>What the page says about people's time, and to whom.</summary>
public sealed class PeopleOnPageTests : PlaygroundTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [SetUp]
    public Task Begin_on_a_monday() => Api.SetClock("2026-03-09T13:30:00Z");

    [Test]
    public async Task Everybody_is_listed_with_their_time_and_state()
    {
        await Api.Presence("ben", "active");
        await Api.Presence("chidi", "dnd");

        Assert.That(ListOf(await PageAs("sam")), Is.EqualTo(new[]
        {
            "Ana Mon 13:30 ☀ at work until 17:00",
            "Ben Mon 09:30 ☀ active now",
            "Chidi Mon 14:30 ☀ do not disturb",
            "Dana Mon 19:00 ⌂ off until Tue 10:00",
            "Emi Mon 22:30 ⌂ off until Tue 09:00",
            "Sam Mon 06:30 ☾ off until 08:00",
        }));
    }

    [Test]
    public async Task Whoever_shares_nothing_is_shown_to_themselves_only()
    {
        await Api.Say("sam", "dm", "online share off");

        var (seenByAna, seenBySam) = (await PageAs("ana", "&beside=sam"), await PageAs("sam"));

        Assert.That(ListOf(seenByAna), Has.Member("Sam ask them"));
        Assert.That(seenByAna, Does.Not.Contain("Los_Angeles").And.Not.Contain("06:30").And.Not.Contain("asleep").And.Contain("Sam: ask them."));
        Assert.That(ListOf(seenBySam), Has.Member("Sam Mon 06:30 ☾ off until 08:00"));
        Assert.That(seenBySam, Does.Contain("Sam (you): works 08:00 to 16:00."));
    }

    [Test]
    public async Task Of_whoever_shares_no_channel_only_the_name_is_there()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "lee", ["name"] = "Lee", ["zone"] = "Europe/Berlin" });
        foreach (var channel in new[] { "#team", "#general" })
            await Api.PutChannel(channel, "ana", "ben", "chidi", "dana", "emi", "sam");
        await Api.PutChannel("#secret", "lee", "sam");

        var (seenByAna, seenBySam) = (await PageAs("ana"), await PageAs("sam"));

        Assert.That(ListOf(seenByAna), Has.Member("Lee ask them"));
        Assert.That(seenByAna, Does.Not.Contain("Berlin").And.Not.Contain("Lee: "));
        Assert.That(seenBySam, Does.Contain("Europe/Berlin"));
    }

    [Test]
    public async Task Of_whoever_is_new_nothing_is_guessed_without_saying_so()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "lee", ["name"] = "Lee" });
        await Api.PutPerson(new JsonObject { ["id"] = "mia", ["name"] = "Mia", ["zone"] = "Europe/Berlin" });

        var page = await PageAs("ana");

        Assert.That(ListOf(page).Skip(6), Is.EqualTo(new[] { "Lee ? time zone not known", "Mia Mon 14:30 ☀ probably at work until 17:00" }));
        Assert.That(page, Does.Contain("Mia: probably works 09:00 to 17:00 Europe/Berlin, 08:00 to 16:00 for you."));
        Assert.That((await Api.Person("lee"))["hours"]!.ToString(), Is.EqualTo("09:00-17:00"));
    }

    [Test]
    public async Task Whoever_moved_has_another_clock()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "ana", ["zone"] = "Asia/Tokyo" });

        Assert.That(ListOf(await PageAs("ben")), Has.Member("Ana Mon 22:30 ⌂ off until Tue 09:00"));
    }

    [Test]
    public async Task Of_many_who_are_asleep_some_are_named()
    {
        foreach (var number in Enumerable.Range(1, 9))
            await Api.PutPerson(new JsonObject { ["id"] = $"p{number}", ["name"] = $"P{number}", ["zone"] = "Pacific/Kiritimati" });

        Assert.That(await PageAs("ana"), Does.Contain("Sam, P1 and 8 others are asleep"));
    }

    [Test]
    public async Task Whoever_reads_is_not_told_to_be_asleep()
    {
        Assert.That(await PageAs("ben"), Does.Contain("Quiet in #team. Sam is asleep"));
        Assert.That(await PageAs("sam"), Does.Contain("Quiet in #team. Everybody is awake, for once."));
    }

    [Test]
    public async Task Names_stay_text_in_the_strip_too()
    {
        await Api.PutPerson(new JsonObject { ["id"] = "lee", ["name"] = "</title><script>alert(1)</script>" });

        Assert.That(await PageAs("ana"), Does.Not.Contain("<script>alert").And.Not.Contain("</title><script"));
    }

    /// <summary>The lines under "You are", as they are read, without initials.</summary>
    private static IReadOnlyList<string> ListOf(string page) =>
        [.. Matches(page, "<a id=\"be-.*?</a>").Select(line => Text(Regex.Replace(line, "<span class=\"avatar.*?</span>", "", RegexOptions.None, TimeSpan.FromSeconds(1))))];

    private static IEnumerable<string> Matches(string page, string pattern) =>
        Regex.Matches(page, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Select(match => match.Value);

    private static string Text(string markup) => WebUtility.HtmlDecode(Regex.Replace(markup, "(<[^>]*>|\\s)+", " ", RegexOptions.None, TimeSpan.FromSeconds(1))).Trim();

    private static Task<string> PageAs(string person, string more = "") => Http.GetStringAsync(new Uri(SharedBot.Running.Address, $"/?as={person}&in=%23team{more}"));
}
