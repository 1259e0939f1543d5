using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>Pictures as they are seen in a browser.</summary>
public sealed class PictureOnPageTests : BrowserTests
{
    private static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    [SetUp]
    public async Task Make()
    {
        await Api.SetClock("2026-03-02T13:00:00Z");
        var preview = (await Api.Say("ben", "#team", "/oncall new payments @ana @ben @emi every monday at 9:00 from 2026-03-02 New York")).Answer();
        await Api.Press("ben", preview.Id, "Create");
        await Api.Say("ben", "#team", "/oncall picture payments 14");
    }

    [Test]
    public async Task A_picture_is_drawn_on_the_clock_of_whoever_looks_and_its_text_is_text()
    {
        foreach (var (person, zone) in new[] { ("ben", "America/New_York"), ("emi", "Asia/Tokyo") })
        {
            var visitor = await Open($"/?as={person}&in=%23team");
            var picture = visitor.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { NameRegex = Visitor.Like($"On call: payments.*times in {zone.Replace('/', '.')}") });

            await Expect(picture).ToBeVisibleAsync();
            await Expect(picture.Locator("text", new LocatorLocatorOptions { HasText = "Ana" })).ToHaveCountAsync(1);
        }
    }

    [Test]
    public async Task Its_words_unfold_and_its_file_can_be_saved()
    {
        var ana = await Open("/?as=ana&in=%23team");
        await ana.Page.GetByText("The picture in words").ClickAsync();

        await Expect(ana.Log.GetByText("Ana: Mon 2 Mar 14:00 to Mon 9 Mar 13:00")).ToBeVisibleAsync();
        var download = await ana.Page.RunAndWaitForDownloadAsync(() => ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Save payments-schedule.png" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("payments-schedule.png"));
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task On_a_phone_it_is_moved_within_its_frame_and_follows_the_mode(ColorScheme scheme)
    {
        var ana = await Open("/?as=ana&in=%23team", new BrowserNewContextOptions { ViewportSize = Phone, ColorScheme = scheme, HasTouch = true, IsMobile = true });

        Assert.That(await ana.Sideways(), Is.Zero);
        var (smallest, paper) = (
            await ana.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.picture text')].map(text => text.getBoundingClientRect().height))"),
            await ana.Page.EvaluateAsync<int>("getComputedStyle(document.querySelector('.picture rect')).fill.match(/\\d+/g).reduce((sum, part) => sum + +part, 0)"));
        Assert.That(smallest, Is.GreaterThan(10), "it is not shrunk until nobody can read it");
        Assert.That(paper > 400, Is.EqualTo(scheme == ColorScheme.Light));
    }
}
