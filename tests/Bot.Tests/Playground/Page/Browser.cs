using Microsoft.Playwright;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>One Chromium for all tests of the page, as Debian ships it.</summary>
[SetUpFixture]
public sealed class Browser
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;

    public static IBrowser Running { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Assert.That(Program, Does.Exist, "The page is tested in Chromium, and there is none; tests/run installs it, or: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        Running = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (Running is not null)
            await Running.DisposeAsync();
        _playwright?.Dispose();
    }
}
