using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>Somebody's page within the platform.</summary>
public sealed class DueOnHomeTests : DueDiary
{
    [Test]
    public async Task It_shows_what_I_have_to_do_and_follows_it()
    {
        await Team.Does("ana", Team.Place("dm", "ana"), null, null, new InboundContent.Call(new OpenHome()));
        Assert.That(Home(), Does.Contain("⏰ Due\nNothing of yours is due. Try: due add Send the deck by friday 5pm"));

        await Team.Says("dana", "#team", "due Send the deck by friday 17:00 for @ana");
        await Team.Advance(Duration.FromSeconds(4));
        Assert.That(Home(), Does.Contain("#1 Send the deck — due Fri 6 Mar 2026, 11:30 Europe/Lisbon (in 4 days 2 h), asked by @Dana"));

        await Team.Says("ana", "dm", "due done 1");
        await Team.Advance(Duration.FromSeconds(4));
        Assert.That(Home(), Does.Contain("Nothing of yours is due."));
    }

    private string Home()
    {
        var reader = new Reader(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], Team.Clock.GetCurrentInstant(), Team.Directory.NameOf, Team.Directory.NameOf);
        return PlainText.Render(Team.Chat.Homes[^1].Card, reader);
    }
}
