using AsyncBot.Core.Home;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>What is known of people through blockers, and how it goes.</summary>
public sealed class BlockerDataTests : DueDiary
{
    [Test]
    public async Task Deleted_its_text_goes_from_everything_that_showed_it()
    {
        await Team.Says("ana", "#team", "blocker The key is hunter2 needs @chidi");
        await Team.Says("dana", "#team", "blocker note 1 hunter2 it is");
        await Team.Says("dana", "#team", "blocker take 1");
        Assert.That((await Team.Says("dana", "#team", "blocker delete 1")).Text, Does.StartWith("#1 is @Ana’s; only they or an admin can delete it."));
        var deleted = await Team.Says("sam", "#team", "blocker delete 1");

        Assert.That(Team.Chat.Messages.Select(Team.TextOf), Has.None.Contains("hunter2"));
        Assert.That(Team.Posts("@ana")[^1], Is.EqualTo("@Sam deleted blocker #1."));

        await Team.Presses("sam", deleted, "Undo");
        Assert.That(Team.Posts("#team")[0], Does.Contain("hunter2").And.Contain("@Dana is on it"));
    }

    [Test]
    public async Task After_ten_minutes_nothing_is_left_of_what_was_deleted()
    {
        await Team.Says("ana", "#team", "blocker The key is hunter2 needs @chidi");
        await Team.Says("dana", "#team", "blocker note 1 hunter2 it is");
        await Team.Says("ana", "#team", "blocker delete 1");
        await Team.Advance(Duration.FromMinutes(12));

        Assert.That(Team.Database(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Whoever_is_forgotten_is_gone_from_it_and_others_words_stay()
    {
        await Team.Says("ana", "#team", "blocker Ana words needs @chidi", key: "k1");
        await Team.Says("ben", "#team", "blocker note 1 Ben words");
        await Team.Says("ben", "#team", "blocker Words of Ben needs @ana");
        await Team.Says("ana", "#team", "blocker note 2 Ana words");
        await Team.Says("ana", "#team", "blocker take 2");
        await Team.Says("dana", "#team", "blocker Dana words");
        await Team.Says("ana", "#team", "blocker done 3 Ana words");
        await Team.Presses("ana", await Team.Says("ana", "dm", "async forget me"), "Forget me");
        await Team.Advance(Duration.FromMinutes(12));

        Assert.That(Team.Chat.Messages.Where(message => message.In != Team.Place("@ana")).Select(Team.TextOf), Has.None.Contains("Ana words"));
        Assert.That(Team.Database(), Does.Not.Contain("Ana words"));
        Assert.That(Team.Database().Split('\n').Where(row => row.Contains("document", StringComparison.Ordinal) && row.Contains(" blocker ", StringComparison.Ordinal)),
            Has.None.Contains("U-ana"));
        Assert.That((await Team.Says("ben", "#team", "blocker show 2")).Text, Does.Contain("Words of Ben").And.Contain("State: open").And.Contain("taken by a former member"));
        Assert.That((await Team.Says("ben", "#team", "blocker show 3")).Text, Does.Contain("State: resolved by a former member\n"));
    }

    [Test]
    public async Task Words_said_at_the_moment_of_anothers_go_and_the_others_stay()
    {
        await Team.Says("dana", "#team", "blocker The build is red");
        await Team.Says("ana", "#team", "blocker note 1 Ana words");
        await Team.Says("ben", "#team", "blocker note 1 Ben words");
        await Team.Presses("ana", await Team.Says("ana", "dm", "async forget me"), "Forget me");

        Assert.That(Team.Posts("#team").Concat(Team.Posts("@dana")), Has.None.Contains("Ana words"));
        Assert.That(Team.Posts("#team"), Has.Some.Contains("Ben words"));
    }

    [Test]
    public async Task Words_that_a_long_history_dropped_go_too()
    {
        await Team.Says("dana", "#team", "blocker The build is red");
        await Team.Says("ana", "#team", "blocker note 1 Ana words");
        await Seed.LongHistory(Team, 1, "emi");
        await Team.Presses("ana", await Team.Says("ana", "dm", "async forget me"), "Forget me");

        Assert.That(Team.Posts("#team").Concat(Team.Posts("@dana")), Has.None.Contains("Ana words"));
    }

    [Test]
    public async Task What_solved_it_goes_from_what_an_undo_repeated_too()
    {
        await Team.Says("dana", "#team", "blocker The build is red");
        await Team.Says("ana", "#team", "blocker done 1 Ana words");
        await Team.Presses("emi", await Team.Says("emi", "#team", "blocker reopen 1"), "Undo");
        Assert.That(Team.Posts("#team")[^1], Does.Contain("took that back").And.Contain("Ana words"));
        await Team.Presses("ana", await Team.Says("ana", "dm", "async forget me"), "Forget me");

        Assert.That(Team.Posts("#team").Concat(Team.Posts("@dana")), Has.None.Contains("Ana words"));
    }

    [Test]
    public async Task An_export_has_ones_own_words_and_deeds()
    {
        await Team.Says("ana", "#team", "blocker Ana words needs @chidi");
        await Team.Says("ben", "#team", "blocker Words of Ben needs @ana");
        await Team.Says("ana", "#team", "blocker done 2 Fixed it");
        await Team.Says("ana", "dm", "async export me");

        var export = Team.Chat.Messages.Last(message => message.File is not null).File!;
        Assert.That(export, Does.Contain("blockers").And.Contain("Ana words").And.Contain("Fixed it").And.Not.Contain("Words of Ben"));
    }

    [Test]
    public async Task What_is_resolved_is_cleared_after_the_time_that_admins_set()
    {
        await Team.Says("sam", "#team", "async keep 30 days");
        await Team.Says("ana", "#team", "blocker One");
        await Team.Says("ana", "#team", "blocker Two");
        await Team.Says("ana", "#team", "blocker done 1 Fixed");
        await Team.Advance(Duration.FromDays(32));

        Assert.That((await Team.Says("ana", "#team", "blocker show 1")).IsRefused);
        Assert.That((await Team.Says("ana", "#team", "blocker show 2")).Text, Does.StartWith("Blocker #2"));
        Assert.That(Team.Posts("@ana"), Has.None.Contains("deleted"));
    }

    [Test]
    public async Task My_page_has_what_needs_me_and_what_is_mine()
    {
        await Team.Does("ana", Team.Place("dm", "ana"), null, null, new InboundContent.Call(new OpenHome()));
        Assert.That(Home(), Does.Contain("🚧 Blockers\nNothing needs you, and nothing of yours is blocked."));

        await Team.Says("dana", "#team", "blocker One needs @ana");
        await Team.Says("ana", "#team", "blocker Two");
        await Team.Advance(Duration.FromSeconds(4));
        Assert.That(Home(), Does.Contain("Needs you\n#1 One — @Dana, needs @Ana").And.Contain("Yours\n#2 Two — @Ana, open"));

        await Team.Says("ana", "#team", "blocker done 1");
        await Team.Advance(Duration.FromSeconds(4));
        Assert.That(Home(), Does.Not.Contain("#1 One"));
    }

    private string Home()
    {
        var reader = new Reader(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], Team.Clock.GetCurrentInstant(), Team.Directory.NameOf, Team.Directory.NameOf);
        return PlainText.Render(Team.Chat.Homes[^1].Card, reader);
    }

    [Test]
    public async Task What_was_open_of_whoever_is_forgotten_ended_and_says_so_everywhere()
    {
        const string ended = "🚧 #1 ended, because whoever raised it was forgotten.";
        await Team.Says("dana", "#team", "blocker Forgettable trouble needs @chidi");
        await Team.Says("emi", "#team", "blocker note 1 Hm");
        await Team.Presses("dana", await Team.Says("dana", "dm", "async forget me"), "Forget me");
        await Team.Advance(Duration.FromMinutes(1));

        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { ended, ended }));
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { ended }));
        var shown = await Team.Says("ben", "#team", "blocker show 1");
        Assert.That(shown.Text, Does.Contain("State: ended, because whoever raised it was forgotten").And.Contain(": ended, because whoever raised it was forgotten").And.Not.Contain("resolved"));
        Assert.That(shown.Labels, Is.Empty);
        foreach (var line in new[] { "take 1", "reopen 1", "done 1 Fixed", "nudge 1" })
            Assert.That((await Team.Says("ben", "#team", $"blocker {line}")).Text, Does.StartWith("#1 ended, because whoever raised it was forgotten."), line);
        Assert.That((await Team.Says("ben", "#team", "blocker list done")).Text, Does.Contain("ended, because"));
    }
}
