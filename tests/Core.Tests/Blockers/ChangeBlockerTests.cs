using AsyncBot.Core.Commands;
using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>What people do with a blocker, and who hears of it. It is Monday 2 March 2026, 09:00 UTC; Ana raised one and needs Chidi.</summary>
public sealed class ChangeBlockerTests : DueDiary
{
    private Message _root = null!;

    [SetUp]
    public async Task Raise()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @chidi");
        _root = Team.LastPost("#team");
    }

    [Test]
    public async Task Taken_by_somebody_it_shows_that_everywhere()
    {
        var answer = await Team.Presses("dana", _root, "Take it");

        Assert.That(answer.Text, Is.EqualTo("You are on #1 “The build is red”. I told @Ana."));
        Assert.That(Team.TextOf(_root), Is.EqualTo("🚧 #1 The build is red — @Dana is on it; raised by @Ana"));
        Assert.That(Team.Now(_root).Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Resolved" }));
        Assert.That(Thread(), Is.EqualTo(new[] { "@Dana is on it." }));
        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[] { "@Dana is on #1 “The build is red”." }));
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { "🚧 #1 The build is red — @Dana is on it; raised by @Ana" }));
    }

    [Test]
    public async Task A_button_pressed_twice_or_by_somebody_else_does_it_once()
    {
        var take = new InboundContent.Call(_root.Card.AllButtons.First().Command);
        await Team.Does("dana", Team.Place("#team"), null, null, take);
        var again = await Team.Does("dana", Team.Place("#team"), null, null, take);
        var other = await Team.Does("emi", Team.Place("#team"), null, null, take);

        Assert.That(again.Text, Is.EqualTo("You have #1 “The build is red” already. When it is solved: blocker done 1"));
        Assert.That(other.Text, Does.StartWith("@Dana is on #1 “The build is red”."));
        Assert.That(Thread(), Has.Count.EqualTo(1));

        await Team.Presses("emi", other, "Take it over");
        Assert.That(Team.TextOf(_root), Does.Contain("@Emi is on it"));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "@Emi is on #1 “The build is red”." }));
    }

    [Test]
    public async Task A_button_of_a_month_ago_still_answers()
    {
        var message = Team.LastPost("@chidi");
        var take = new InboundContent.Call(message.Card.AllButtons.First().Command);
        await Team.Says("ana", "#team", "blocker done 1");
        await ClockTo("2026-04-02 09:00");

        Assert.That((await Team.Does("chidi", Team.Place("@chidi"), null, null, take)).Text, Is.EqualTo(
            "#1 is resolved already: @Ana said so 4 weeks ago. To open it again: blocker reopen 1"));
    }

    [Test]
    public async Task Nobody_takes_what_they_do_not_see()
    {
        Team.Directory.Add("zoe", "Europe/Paris");
        Team.Directory.AddChannel("zoo", "zoe");
        var take = new InboundContent.Call(_root.Card.AllButtons.First().Command);

        Assert.That((await Team.Does("zoe", Team.Place("#zoo"), null, null, take)).Text, Is.EqualTo("There is no blocker 1 here. Try: blocker list"));
    }

    [Test]
    public async Task Resolved_by_a_press_asks_how_and_takes_the_answer()
    {
        var pressed = await Team.Presses("dana", _root, "Resolved");
        Assert.That(pressed.Text, Is.EqualTo("Resolved: #1 “The build is red”. How? Whoever has it next will want to know."));

        await Team.Submits("dana", await Team.Presses("dana", pressed, "Say how"), ("number", "1"), ("how", "Restarted the agent"));
        Assert.That(Team.TextOf(_root), Is.EqualTo("✅ #1 The build is red — resolved by @Dana: Restarted the agent"));
        Assert.That(Thread(), Is.EqualTo(new[] { "✅ Resolved by @Dana", "✅ Resolved by @Dana: Restarted the agent" }));
    }

    [Test]
    public async Task Whoever_noted_something_hears_how_it_ended()
    {
        await Team.Says("emi", "#team", "blocker note 1 The agent hangs since the update");
        await Team.Says("dana", "#team", "blocker take 1");
        await Team.Says("ana", "#team", "blocker done 1 Restarted the agent");

        const string end = "@Ana resolved #1 “The build is red”: Restarted the agent";
        Assert.That(Team.Posts("@ana")[0], Is.EqualTo("@Emi noted on #1 “The build is red”: The agent hangs since the update"));
        Assert.That(Team.Posts("@emi"), Is.EqualTo(new[] { end }));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { end }));
        Assert.That(Thread(), Is.EqualTo(new[] { "@Emi: The agent hangs since the update", "@Dana is on it.", "✅ Resolved by @Ana: Restarted the agent" }));
    }

    [Test]
    public async Task Opened_again_whom_it_needs_is_told_anew()
    {
        await Team.Says("dana", "#team", "blocker done 1 Restarted the agent");
        await Team.Says("ana", "#team", "blocker reopen 1");

        Assert.That(Team.TextOf(_root), Is.EqualTo("🚧 #1 The build is red — needs @Chidi; raised by @Ana"));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(2));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "@Ana opened #1 “The build is red” again; nobody has it now." }));
    }

    [Test]
    public async Task Whoever_took_it_can_give_it_back()
    {
        await Team.Says("dana", "#team", "blocker take 1");
        var given = await Team.Says("dana", "#team", "blocker reopen 1");

        Assert.That(given.Text, Is.EqualTo("Open again: #1 “The build is red”."));
        Assert.That((await Team.Says("dana", "#team", "blocker reopen 1")).Text, Does.StartWith("#1 is open, and nobody has it."));
    }

    [Test]
    public async Task Whoever_gives_it_back_is_not_told_at_once_that_it_needs_them()
    {
        await Team.Says("chidi", "#team", "blocker take 1");
        await Team.Says("chidi", "#team", "blocker reopen 1");

        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { "🚧 #1 The build is red — needs @Chidi; raised by @Ana" }));
    }

    [Test]
    public async Task Somebody_more_can_be_named()
    {
        var answer = await Team.Says("dana", "#team", "blocker needs 1 @ben @chidi");

        Assert.That(answer.Text.Split('\n')[..2], Is.EqualTo(new[]
        {
            "#1 “The build is red” needs @Ben now.",
            "@Ben starts at 09:00 America/New_York, for you Mon 2 Mar 2026, 19:30 Asia/Kolkata (in 5 h). I tell them then.",
        }));
        Assert.That(answer.Text.Split('\n')[2], Does.StartWith("Nobody else is at work now; next comes @Sam: "));
        Assert.That(Team.TextOf(_root), Does.Contain("needs @Chidi and @Ben"));
        Assert.That(Thread(), Is.EqualTo(new[] { "@Dana says that @Ben can help." }));
        Assert.That((await Until("2026-03-02 14:00", "@ben", "America/New_York")).Single(), Does.StartWith(
            "Mon 2 Mar 09:00 🚧 @Dana says that you can help @Ana: #1 The build is red"));
        Assert.That((await Team.Says("dana", "#team", "blocker needs 1 @ben")).Text, Does.StartWith("#1 needs @Chidi and @Ben already."));
    }

    [Test]
    public async Task Each_is_credited_with_whom_they_named_and_nobody_else()
    {
        await Team.Says("dana", "#team", "blocker needs 1 @emi");
        await Team.Says("ben", "#team", "blocker needs 1 @sam");
        Assert.That(Thread(), Is.EqualTo(new[] { "@Dana says that @Emi can help.", "@Ben says that @Sam can help." }));
        Assert.That(Team.Posts("@ana")[^1], Is.EqualTo("@Ben says that @Sam can help with #1 “The build is red”."));

        await Team.Says("ana", "#team", "blocker The site is down");
        await Team.Says("dana", "#team", "blocker needs 2 @chidi @emi @sam");
        Assert.That(Team.Posts("#team")[^1], Is.EqualTo("@Dana says that @Chidi, @Emi and @Sam can help."));
    }

    [TestCase("blocker needs 1 @zoe", "I know nobody here by the name “@zoe”. Try: blocker needs 1 @Ben")]
    [TestCase("blocker needs 1 #team", "A blocker needs people. Try: blocker needs 1 @Ben")]
    [TestCase("blocker take one", "“one” should be a number such as 12. Try: blocker take 12")]
    [TestCase("blocker take 7", "There is no blocker 7 here. Try: blocker list")]
    [TestCase("blocker note 1", "The note is missing. Try: blocker note 12 The key is in the vault")]
    [TestCase("blocker list sideways", "“sideways” should be mine, needs me, all or done. Try: blocker list needs me")]
    public async Task What_is_typed_wrong_gets_one_that_works(string line, string said)
    {
        var answer = await Team.Says("dana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith(said));
    }

    [Test]
    public async Task In_its_thread_the_number_may_be_left_out()
    {
        await Team.Says("dana", "#team", "blocker take", thread: _root);
        await Team.Says("emi", "#team", "blocker note The agent hangs", thread: _root);
        await Team.Says("emi", "#team", "blocker needs @ben", thread: _root);
        await Team.Says("dana", "#team", "blocker done Restarted it", thread: _root);

        Assert.That(Thread(), Is.EqualTo(new[]
        {
            "@Dana is on it.", "@Emi: The agent hangs", "@Emi says that @Ben can help.", "✅ Resolved by @Dana: Restarted it",
        }));
    }

    [Test]
    public async Task What_was_done_can_be_taken_back_for_ten_minutes()
    {
        var done = await Team.Says("dana", "#team", "blocker done 1 Restarted the agent");
        await Team.Presses("dana", done, "Undo");

        Assert.That(Team.TextOf(_root), Is.EqualTo("🚧 #1 The build is red — needs @Chidi; raised by @Ana"));
        Assert.That(Thread()[^1], Is.EqualTo("@Dana took that back: needs @Chidi."));
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[] { "🚧 #1 The build is red — needs @Chidi; raised by @Ana" }));
    }

    [Test]
    public async Task Taking_back_a_note_or_a_nudge_says_that_and_nothing_of_how_it_stands()
    {
        await Team.Presses("dana", await Team.Says("dana", "#team", "blocker note 1 The agent hangs"), "Undo");
        await Team.Presses("dana", await Team.Says("dana", "#team", "blocker nudge 1"), "Undo");

        Assert.That(Thread().Where((_, at) => at % 2 == 1), Is.EqualTo(new[] { "@Dana took their note back.", "@Dana took asking for a nudge back." }));
        Assert.That(Team.Posts("@ana")[^1], Is.EqualTo("@Dana took their note on #1 “The build is red” back."));
    }

    [Test]
    public async Task What_was_told_meanwhile_keeps_nobody_from_taking_back_and_is_not_told_again()
    {
        var named = await Team.Says("ana", "#team", "blocker needs 1 @dana");
        Assert.That(Team.Posts("@dana"), Has.Count.EqualTo(1));
        await Team.Presses("ana", named, "Undo");
        await Team.Advance(Duration.FromHours(1));

        Assert.That(Team.TextOf(_root), Does.Contain("needs @Chidi;"));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[] { "🚧 #1 The build is red — needs @Chidi; raised by @Ana" }));
    }

    [Test]
    public async Task Raised_by_mistake_it_goes_with_everything_that_showed_it()
    {
        var raised = await Team.Says("ana", "#team", "blocker Wrong channel needs @chidi");
        await Team.Presses("ana", raised, "Undo");

        Assert.That(Team.Posts("#team")[^1], Is.EqualTo("🚧 #2 was deleted."));
        Assert.That(Team.Posts("@chidi")[^1], Is.EqualTo("🚧 #2 was deleted."));
        Assert.That((await Team.Says("ana", "#team", "blocker show 2")).IsRefused);
    }

    [Test]
    public async Task Needed_from_outside_one_hears_what_the_thread_says()
    {
        Team.Directory.AddChannel("board", "ana", "sam");
        await Team.Says("ana", "#board", "blocker The budget is missing needs @dana");
        await Team.Says("sam", "#board", "blocker note 2 Ask finance");

        Assert.That(Team.Posts("@dana")[^1], Is.EqualTo("@Sam noted on #2 “The budget is missing”: Ask finance"));
        Assert.That((await Team.Says("dana", "dm", "blocker show 2")).Text, Does.Contain("The budget is missing").And.Not.Contain("#board"));
        Assert.That((await Team.Says("emi", "#team", "blocker show 2")).IsRefused);
    }

    private List<string> Thread() => [.. Team.Messages("#team").Where(message => message.Thread == _root.Id).Select(Team.TextOf)];
}
