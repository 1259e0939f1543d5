using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>Somebody in front of the page, with what their browser complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            if (request.ResourceType is "script" or "stylesheet" or "image" or "font")
                _complaints.Enqueue($"{request.Url} was not loaded: {request.Failure}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => [.. _complaints];

    public ILocator Line => Page.Locator("#line");

    public ILocator Log => Page.Locator("#log");

    public ILocator Status => Page.Locator("#status");

    public static async Task<Visitor> Open(string address, BrowserNewContextOptions? options = null)
    {
        var context = await Browser.Running.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync(new Uri(SharedBot.Running.Address, address).ToString());
        return visitor;
    }

    /// <summary>Types a line, sends it with Enter and waits until it was taken.</summary>
    public async Task Say(string text)
    {
        await Line.FillAsync(text);
        await Line.PressAsync("Enter");
        await Expect(Line).ToHaveValueAsync("");
    }

    /// <summary>The messages in one's own pane that hold a text.</summary>
    public ILocator Message(string text) => Log.Locator(".message", new LocatorLocatorOptions { HasText = text });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>How many pixels of the page lie beyond the right edge.</summary>
    public Task<int> Sideways() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    public static Regex Like(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
