using Microsoft.Playwright;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>Tests in a real browser. Whatever it complains about in its console fails the test.</summary>
public abstract class BrowserTests : PlaygroundTests
{
    private readonly List<Visitor> _visitors = [];

    protected async Task<Visitor> Open(string address = "/", BrowserNewContextOptions? options = null)
    {
        var visitor = await Visitor.Open(address, options);
        _visitors.Add(visitor);
        return visitor;
    }

    [TearDown]
    public async Task Nobody_s_browser_complained()
    {
        var complaints = _visitors.SelectMany(visitor => visitor.Complaints).ToList();
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
        _visitors.Clear();
        Assert.That(complaints, Is.Empty);
    }
}
