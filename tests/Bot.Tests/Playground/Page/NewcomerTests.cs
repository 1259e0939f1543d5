using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>What somebody does who has never seen the bot before.</summary>
public sealed class NewcomerTests : BrowserTests
{
    private static readonly LocatorAssertionsToBeInViewportOptions Whole = new() { Ratio = 0.99f };

    [Test]
    public async Task A_newcomer_adds_an_idea_and_a_colleague_votes_for_it()
    {
        var ana = await Open();
        await ana.Page.Locator("header").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "/idea add Rotate the demo host" }).ClickAsync();
        await Expect(ana.Line).ToBeFocusedAsync();
        await Expect(ana.Line).ToHaveValueAsync("/idea add Rotate the demo host");
        await ana.Line.PressAsync("Enter");
        await Expect(ana.Message("#1 saved in ideas")).ToContainTextAsync("only you can see this");
        await Expect(ana.Message("no votes yet")).Not.ToContainTextAsync("only you can see this");

        await ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ben" }).ClickAsync();
        await Expect(ana.Page).ToHaveTitleAsync("#team as Ben · AsyncBot playground");
        await Expect(ana.Message("#1 saved in ideas")).ToHaveCountAsync(0);
        await ana.Button("Vote").ClickAsync();

        await Expect(ana.Message("1 vote").First).ToContainTextAsync("edited");
        await Expect(ana.Message("You voted for #1")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_others_do_appears_by_itself_and_beside_ones_own_view()
    {
        var ana = await Open("/?as=ana&in=%23team&beside=emi");
        await Expect(ana.Page.Locator("#beside-heading")).ToContainTextAsync("as Emi sees it");

        await Api.Say("ben", "#team", "Good morning from New York");
        await Api.Say("ana", "#team", "/idea add Only Ana sees the answer");

        await Expect(ana.Message("Good morning from New York")).ToBeVisibleAsync();
        await Expect(ana.Message("#1 saved")).ToBeVisibleAsync();
        var emi = ana.Page.Locator("#beside-log");
        await Expect(emi.GetByText("Good morning from New York")).ToBeVisibleAsync();
        await Expect(emi.GetByText("#1 saved")).ToHaveCountAsync(0);
        await emi.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Vote", Exact = true }).ClickAsync();
        await Expect(emi.GetByText("You voted for #1")).ToBeVisibleAsync();
        await Expect(ana.Message("1 vote").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_the_bot_writes_elsewhere_is_told_with_a_way_there()
    {
        await Api.Say("ana", "#team", "/idea add Rotate the demo host");
        var ben = await Open("/?as=ben&in=%23team");

        await ben.Say("/idea done 1 We rotate now");

        await Expect(ben.Status).ToContainTextAsync("AsyncBot also wrote to Ana");
        await ben.Status.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2, Name = "Direct messages with AsyncBot" })).ToBeVisibleAsync();
        await Expect(ben.Log).ToContainTextAsync("We rotate now");
    }

    [Test]
    public async Task An_answer_is_in_sight_although_it_changed_something_far_above()
    {
        await Api.Say("ana", "#team", "/idea add Rotate the demo host");
        for (var number = 1; number <= 30; number++)
            await Api.Say("ana", "#team", $"Message {number}.");
        var ben = await Open("/?as=ben&in=%23team");

        await ben.Say("/idea vote 1");
        await Expect(ben.Message("You voted for #1")).ToBeInViewportAsync(Whole);

        await ben.Button("Undo").ClickAsync();
        await Expect(ben.Message("is taken back")).ToBeInViewportAsync(Whole);
        await Expect(ben.Message("no votes yet").First).Not.ToBeInViewportAsync();
    }

    [Test]
    public async Task Markup_in_an_idea_stays_text()
    {
        var hostile = TestKit.KitchenSink.Hostile + "<img src=x onerror=alert(1)>";
        await Api.Say("ana", "#team", hostile);
        var ana = await Open();
        ana.Page.Dialog += (_, dialog) => Assert.Fail($"A script ran: {dialog.Message}");

        await ana.Say("/idea add " + hostile);

        await Expect(ana.Message("no votes yet")).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(ana.Log.Locator("script, img, b b, p a")).ToHaveCountAsync(0);
        await ana.Message("no votes yet").Locator("summary").ClickAsync();
        await Expect(ana.Message("no votes yet").GetByText("Capture as idea")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_message_is_captured_by_a_bulb_which_can_be_taken_away_again()
    {
        var ana = await Open();
        await ana.Say("We should rotate the demo host");
        await ana.Message("rotate").First.Locator("summary").ClickAsync();
        await ana.Button("React with a bulb").ClickAsync();

        await Expect(ana.Log.Locator(".replies .message")).ToContainTextAsync("#1");
        var bulbs = ana.Log.Locator(".bulbs").First;
        await Expect(bulbs).ToHaveAttributeAsync("aria-pressed", "true");
        await bulbs.ClickAsync();
        await Expect(ana.Log.Locator(".bulbs")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_answer_goes_into_the_thread()
    {
        var ana = await Open();
        await ana.Say("Lunch at the sea?");
        await ana.Message("Lunch").Locator("summary").ClickAsync();
        await ana.Button("Answer in thread").ClickAsync();
        await Expect(ana.Page.Locator("#answering")).ToContainTextAsync("Ana");

        await ana.Say("Only if it is warm");

        await Expect(ana.Log.Locator(".replies .message")).ToContainTextAsync("Only if it is warm");
        await Expect(ana.Page.Locator("#answering")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_reader_who_scrolled_up_is_left_there_when_something_new_comes()
    {
        for (var number = 1; number <= 30; number++)
            await Api.Say("ana", "#team", $"Message {number}.");
        var ben = await Open("/?as=ben&in=%23team");
        await Expect(ben.Message("Message 30.")).ToBeInViewportAsync();
        await ben.Message("Message 1.").ScrollIntoViewIfNeededAsync();

        await Api.Say("ana", "#team", "Something new");

        await Expect(ben.Message("Something new")).ToHaveCountAsync(1);
        await Expect(ben.Message("Message 1.")).ToBeInViewportAsync();
    }
}
