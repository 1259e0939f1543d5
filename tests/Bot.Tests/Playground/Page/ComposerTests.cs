using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>The line where one types, and everything else that hands on a keyboard can do.</summary>
public sealed class ComposerTests : BrowserTests
{
    private static ILocator Hints(Visitor visitor) => visitor.Page.Locator("#hints [role=option]:visible");

    [Test]
    public async Task Commands_are_offered_while_one_types_and_chosen_by_arrow_keys()
    {
        var ana = await Open();
        await Expect(Hints(ana)).ToHaveCountAsync(0);

        await ana.Line.PressSequentiallyAsync("/idea v");
        await Expect(Hints(ana)).ToHaveCountAsync(1);
        await Expect(Hints(ana)).ToContainTextAsync("/idea vote <number>");
        await Expect(Hints(ana)).ToContainTextAsync("Vote for an idea");
        await Expect(Hints(ana)).ToContainTextAsync("for example /idea vote 12");
        await ana.Line.PressAsync("ArrowDown");
        await Expect(ana.Line).ToHaveAttributeAsync("aria-activedescendant", Visitor.Like("hint-"));
        await ana.Line.PressAsync("Enter");

        await Expect(ana.Line).ToHaveValueAsync("/idea vote ");
        await Expect(Hints(ana)).ToHaveCountAsync(1);
        await ana.Line.PressAsync("Escape");
        await Expect(Hints(ana)).ToHaveCountAsync(0);
        await Expect(ana.Log.Locator(".message")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_text_after_a_noun_shows_what_takes_it()
    {
        var ana = await Open();

        await ana.Line.FillAsync("/idea Rotate the demo host");

        await Expect(Hints(ana)).ToHaveCountAsync(1);
        await Expect(Hints(ana)).ToContainTextAsync("/idea add <text>");
    }

    [Test]
    public async Task Chat_is_left_alone_but_a_direct_message_is_a_command_without_a_slash()
    {
        var ana = await Open();
        await ana.Line.FillAsync("idea");
        await Expect(Hints(ana)).ToHaveCountAsync(0);

        var direct = await Open("/?as=ana&in=dm");
        await direct.Line.FillAsync("idea sea");
        await Expect(Hints(direct)).ToContainTextAsync("/idea search");
    }

    [Test]
    public async Task Only_admins_are_offered_what_only_admins_may()
    {
        foreach (var (person, count) in new[] { ("ana", 0), ("sam", 1) })
        {
            var visitor = await Open($"/?as={person}&in=%23team");
            await visitor.Line.FillAsync("/async admin");
            await Expect(Hints(visitor)).ToHaveCountAsync(count);
        }
    }

    [Test]
    public async Task A_form_names_what_is_wrong_beside_its_field_and_keeps_what_was_typed()
    {
        var ana = await Open();
        await ana.Say("/idea list");
        await ana.Button("Add").ClickAsync();
        var form = ana.Log.Locator("form");
        var save = form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Save" });
        await Expect(form.GetByLabel("The idea")).ToBeFocusedAsync();
        await save.ClickAsync();
        await Expect(form.GetByText("The idea is missing")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("The idea")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(form.GetByLabel("The idea")).ToBeFocusedAsync();

        await form.GetByLabel("The idea").FillAsync("Rotate the demo host");
        await form.GetByLabel("Bucket").SelectOptionAsync("tasks");
        await form.GetByLabel("Channel").FillAsync("#nowhere");
        await save.ClickAsync();
        await Expect(form.GetByLabel("Channel")).ToBeFocusedAsync();
        await Expect(form.GetByLabel("The idea")).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(form.GetByLabel("The idea")).ToHaveValueAsync("Rotate the demo host");

        await form.GetByLabel("Channel").FillAsync("#team");
        await save.ClickAsync();
        await Expect(ana.Log).ToContainTextAsync("#1 saved in tasks");
        await Expect(form).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Everything_can_be_done_by_keyboard_alone()
    {
        var ana = await Open();
        await ana.Page.Keyboard.TypeAsync("/idea add Rotate the demo host");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Message("no votes yet")).ToBeVisibleAsync();

        await ana.Button("Vote").FocusAsync();
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Message("You voted for #1")).ToBeVisibleAsync();
        await Expect(ana.Button("Vote")).ToBeFocusedAsync();

        await ana.Button("Reset…").FocusAsync();
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Button("Keep it")).ToBeFocusedAsync();
        await ana.Page.Keyboard.PressAsync("Escape");
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(ana.Button("Reset…")).ToBeFocusedAsync();
        await Expect(ana.Message("no votes yet")).ToHaveCountAsync(0);
        await Expect(ana.Message("1 vote").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task Tab_goes_through_the_page_in_reading_order()
    {
        var ana = await Open();
        await ana.Page.Locator(".skip").FocusAsync();
        await Expect(ana.Page.Locator(".skip")).ToBeInViewportAsync();
        var order = new List<string>();
        for (var i = 0; i < 19; i++)
        {
            await ana.Page.Keyboard.PressAsync("Tab");
            order.Add(await ana.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()"));
        }

        Assert.That(order, Is.EqualTo(new[]
        {
            "AsyncBot", "/idea add Rotate the demo host", "+1 h", "+1 day", "Until something happens", "Reset…",
            "be-ana", "be-ben", "be-chidi", "be-dana", "be-emi", "be-sam", "in-general", "in-team", "in-oncall", "in-dm", "hours-head", "beside", "Watch",
        }));
    }
}
