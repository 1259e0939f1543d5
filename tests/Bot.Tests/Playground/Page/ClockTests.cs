using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class ClockTests : BrowserTests
{
    [SetUp]
    public Task Begin_on_a_monday() => Api.SetClock("2026-03-09T08:30:00Z");

    [Test]
    public async Task The_clock_stands_moves_and_runs_again()
    {
        var dana = await Open("/?as=dana&in=%23team");
        var now = dana.Page.Locator("#now");
        await Expect(now).ToContainTextAsync("Mon 9 Mar 2026, 14:00");
        await Expect(now).ToContainTextAsync("08:30 UTC");
        await Expect(now).ToContainTextAsync("standing still");
        await Expect(dana.Page.Locator("#be-sam")).ToContainTextAsync("Mon 01:30 ☾ off until 08:00");

        await dana.Button("+1 h").ClickAsync();
        await Expect(now).ToContainTextAsync("15:00");
        await dana.Button("+1 day").ClickAsync();
        await Expect(now).ToContainTextAsync("Tue 10 Mar 2026, 15:00");
        await Expect(dana.Status).ToContainTextAsync("Nothing was said on the way");
        await dana.Button("Back to live").ClickAsync();

        await Expect(now).ToContainTextAsync("live");
        await Expect(dana.Button("Back to live")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Waiting_until_something_happens_shows_the_next_digest()
    {
        await Api.Say("ana", "#team", "/idea add Rotate the demo host");
        await Api.Say("ana", "#team", "/idea digest every friday at 9");
        var ana = await Open("/?as=ana&in=%23team");

        await ana.Button("Until something happens").ClickAsync();

        await Expect(ana.Page.Locator("#now")).ToContainTextAsync("Fri 13 Mar 2026, 09:00");
        await Expect(ana.Log).ToContainTextAsync("Ideas to decide");
    }

    [Test]
    public async Task Where_nothing_is_planned_waiting_ends_and_says_so()
    {
        await Api.Say("sam", "#team", "/async keep 365 days");
        var ana = await Open("/?as=ana&in=%23team");

        await ana.Button("Until something happens").ClickAsync();

        await Expect(ana.Status).ToContainTextAsync("Nothing was said on the way");
    }

    [Test]
    public async Task Reset_asks_first_and_then_empties_everything()
    {
        await Api.Say("ana", "#team", "Hello");
        var ana = await Open("/?as=ana&in=%23team");
        await ana.Button("Reset…").ClickAsync();
        await ana.Button("Reset everything").ClickAsync();

        await Expect(ana.Log.Locator(".message")).ToHaveCountAsync(0);
        await Expect(ana.Log).ToContainTextAsync("Quiet in #team");
        await Expect(ana.Page.Locator("#now")).ToContainTextAsync("live");
    }
}
