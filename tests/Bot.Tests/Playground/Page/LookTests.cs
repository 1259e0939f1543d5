using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>How the page looks on a phone, in the dark, and when there is much of everything.</summary>
public sealed class LookTests : BrowserTests
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark, HasTouch = true, IsMobile = true,
    };

    [Test]
    public async Task On_a_dark_phone_nothing_scrolls_sideways()
    {
        await Api.Say("ana", "#team", "/idea add " + new string('x', 300));
        await Api.Say("ana", "#team", "https://example.org/" + string.Join('/', Enumerable.Repeat("a-long-path", 30)));
        await Api.Say("dana", "#team", "/async help idea");
        var dana = await Open("/?as=dana&in=%23team&beside=ana", Phone);
        Assert.That(await dana.Sideways(), Is.Zero);

        await dana.Say("/idea list");
        await dana.Line.FillAsync("/");
        Assert.That(await dana.Sideways(), Is.Zero);
        await dana.Line.FillAsync("");
        await dana.Button("Add").ClickAsync();
        await Expect(dana.Log.Locator("form")).ToBeVisibleAsync();
        Assert.That(await dana.Sideways(), Is.Zero);
        var brightness = await dana.Page.EvaluateAsync<int>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0)");
        Assert.That(brightness, Is.LessThan(200), "the background is dark");
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Working_hours_of_forty_people_fit_a_phone(ColorScheme scheme)
    {
        await Api.SetClock("2026-03-09T13:30:00Z");
        for (var number = 7; number <= 40; number++)
            await Api.PutPerson(new JsonObject { ["id"] = $"p{number}", ["name"] = $"Somebody with a long name {number}", ["zone"] = "Pacific/Kiritimati" });
        var dana = await Open("/?as=dana&in=%23team", new BrowserNewContextOptions { ViewportSize = Phone.ViewportSize, ColorScheme = scheme, HasTouch = true, IsMobile = true });
        var picture = dana.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Working hours, Mon 9 Mar 2026 on your clock, Asia/Kolkata" });

        Assert.That(await dana.Sideways(), Is.Zero);
        await Expect(picture).ToHaveAccessibleDescriptionAsync(Visitor.Like("^One line for each of 40 people"));
        await Expect(dana.Page.Locator("#hours-words li")).ToHaveCountAsync(40);
        var apart = await dana.Page.EvaluateAsync<double>("""
            Math.max(...[...document.querySelectorAll("#hours-who li")].map((name, at) =>
              Math.abs(name.getBoundingClientRect().top - document.querySelectorAll("#hours-rows .lane")[at].getBoundingClientRect().top)))
            """);
        Assert.That(apart, Is.LessThan(6), "every name stands beside its own line");
        var contrast = await dana.Page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.work')).fill !== getComputedStyle(document.querySelector('.lane')).fill");
        Assert.That(contrast, Is.True);
    }

    [Test]
    public async Task Working_hours_stay_closed_once_closed()
    {
        var ana = await Open();
        await ana.Page.Locator("#hours-head").ClickAsync();
        await Expect(ana.Page.Locator("#hours-body")).ToBeHiddenAsync();

        await Api.Presence("ben", "active");
        await Expect(ana.Page.Locator("#be-ben")).ToContainTextAsync("active now");
        await Expect(ana.Page.Locator("#hours-body")).ToBeHiddenAsync();
        await ana.Page.ReloadAsync();
        await Expect(ana.Page.Locator("#hours-body")).ToBeHiddenAsync();

        await ana.Page.Locator("#hours-head").FocusAsync();
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator("#hours-body")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Everything_to_press_is_as_large_as_a_fingertip()
    {
        await Api.Say("dana", "#team", "/idea list");
        await Api.Say("dana", "#team", "Hello");
        var dana = await Open("/?as=dana&in=%23team", Phone);
        await dana.Log.Locator("summary").First.ClickAsync();

        var small = await dana.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll("button, summary, select, input, textarea, nav a")]
              .filter(each => each.checkVisibility()).map(each => ({ each, box: each.getBoundingClientRect() }))
              .filter(({ box }) => box.width < 44 || box.height < 44).map(({ each }) => each.outerHTML)
            """);

        Assert.That(small, Is.Empty);
    }

    [TestCase(360)]
    [TestCase(1280)]
    public async Task The_menu_of_the_last_message_opens_above_the_line(int width)
    {
        for (var number = 1; number <= 20; number++)
            await Api.Say("ana", "#team", $"Message {number}.");
        var ana = await Open("/?as=ana&in=%23team", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });

        var hidden = await ana.Page.EvaluateAsync<double>("""
            new Promise(done => {
              const menu = [...document.querySelectorAll("details.more")].at(-1);
              menu.addEventListener("toggle", () => done(menu.getBoundingClientRect().bottom - document.querySelector("#composer-box").getBoundingClientRect().top));
              menu.querySelector("summary").click();
            })
            """);

        Assert.That(hidden, Is.LessThanOrEqualTo(0));
    }

    [TestCase("2026-03-09T00:10:00Z")]
    [TestCase("2026-03-09T12:00:00Z")]
    public async Task The_mark_of_now_leaves_the_hours_readable(string now)
    {
        await Api.SetClock(now);
        var ana = await Open();

        var apart = await ana.Page.EvaluateAsync<double>("""
            document.querySelector("#hours-axis .tip").getBoundingClientRect().top - document.querySelector("#hours-axis text").getBoundingClientRect().bottom
            """);

        Assert.That(apart, Is.GreaterThan(-1));
    }

    [TestCase("#general")]
    [TestCase("dm")]
    public async Task On_a_phone_the_line_says_in_full_what_it_is_for(string place)
    {
        var ana = await Open("/?as=ana&in=" + Uri.EscapeDataString(place), Phone);

        var hidden = await ana.Page.EvaluateAsync<double>("""
            (() => {
              const line = document.querySelector("#line"), [style, small] = [getComputedStyle(line), getComputedStyle(line, "::placeholder")];
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = `${small.fontSize} ${small.fontFamily}`;
              return pen.measureText(line.placeholder).width - (line.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
            })()
            """);

        Assert.That(hidden, Is.LessThanOrEqualTo(0));
    }

    [Test]
    public async Task Earlier_messages_come_when_asked_for()
    {
        for (var number = 1; number <= 105; number++)
            await Api.Say("ana", "#team", $"Message {number}.");
        var ana = await Open();
        await Expect(ana.Message("Message 105.")).ToBeInViewportAsync();
        await Expect(ana.Message("Message 5.")).ToHaveCountAsync(0);

        await ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Show earlier messages" }).ClickAsync();

        await Expect(ana.Message("Message 5.")).ToHaveCountAsync(1);
        await Expect(ana.Page.GetByText("Show earlier messages")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_archived_channel_can_be_read_and_not_written_to()
    {
        await Api.Say("ana", "#general", "The last word");
        await Api.Post("channels", new JsonObject { ["name"] = "#general", ["archived"] = true });
        var ana = await Open("/?as=ana&in=%23general");

        await Expect(ana.Message("The last word")).ToBeVisibleAsync();
        await Expect(ana.Log).ToContainTextAsync("#general is archived");
        await Expect(ana.Line).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Whoever_left_is_still_named_beside_what_they_said()
    {
        await Api.Say("ben", "#team", "Goodbye");
        await Api.PutPerson(new JsonObject { ["id"] = "ben", ["gone"] = true });
        var ana = await Open("/?as=ben&in=%23team");

        await Expect(ana.Page).ToHaveTitleAsync("#team as Ana · AsyncBot playground");
        await Expect(ana.Message("Goodbye")).ToContainTextAsync("Ben");
        await Expect(ana.Message("Goodbye")).ToContainTextAsync("has left");
    }

    [Test]
    public async Task Times_are_the_viewer_s_own()
    {
        await Api.SetClock("2026-03-09T23:30:00Z");
        await Api.Say("ana", "#team", "Late");

        foreach (var (person, time, day) in new[] { ("ana", "23:30", "Mon 9 Mar 2026"), ("emi", "08:30", "Tue 10 Mar 2026") })
        {
            var visitor = await Open($"/?as={person}&in=%23team");
            await Expect(visitor.Message("Late").Locator("time")).ToHaveTextAsync(time);
            await Expect(visitor.Message("Late").Locator("time")).ToHaveAttributeAsync("datetime", "2026-03-09T23:30:00Z");
            await Expect(visitor.Log.Locator(".day")).ToHaveTextAsync(day);
        }
    }

    [Test]
    public async Task An_export_can_be_opened_and_saved()
    {
        var ana = await Open("/?as=ana&in=dm");
        await ana.Say("async export me");
        await ana.Log.Locator(".file summary").ClickAsync();
        await Expect(ana.Log.Locator(".file pre")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 0.99f });

        var download = await ana.Page.RunAndWaitForDownloadAsync(() => ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Save" }).ClickAsync());

        Assert.That(download.SuggestedFilename, Does.EndWith(".json"));
    }
}
