using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Ana in Lisbon says what blocks her. It is Monday 2 March 2026, 09:00 there.</summary>
public sealed class AddBlockerTests : DueDiary
{
    [TestCase("blocker The build is red needs @ben", "The build is red", "@Ben")]
    [TestCase("blocker add The build is red, needs @ben and @emi", "The build is red", "@Ben and @Emi")]
    [TestCase("blocker The build is red needs ben", "The build is red", "@Ben")]
    [TestCase("blocker The build is red needs: Ben, Emi.", "The build is red", "@Ben and @Emi")]
    [TestCase("blocker The build is red needs @ben in #general", "The build is red", "@Ben")]
    [TestCase("blocker Waiting for @ben to review", "Waiting for @ben to review", "@Ben")]
    [TestCase("blocker Waiting for @ben's review (see @emi)", "Waiting for @ben's review (see @emi)", "@Ben and @Emi")]
    [TestCase("blocker Waiting for @ben needs @ben", "Waiting for @ben", "@Ben")]
    [TestCase("blocker It needs paint needs @ben", "It needs paint", "@Ben")]
    [TestCase("/async blocker The build is red needs @Ben", "The build is red", "@Ben")]
    public async Task Whoever_is_named_is_needed(string line, string text, string whom)
    {
        await Team.Says("ana", "#team", line);

        Assert.That((await Team.Says("ana", "dm", "blocker list")).Text, Does.Contain($"#1 {text} — @Ana, needs {whom}, "));
    }

    [TestCase("blocker The release needs an answer", "The release needs an answer")]
    [TestCase("blocker The build needs", "The build needs")]
    [TestCase("blocker Sam's laptop needs em", "Sam's laptop needs em")]
    [TestCase("blocker npm can't find @types/node", "npm can't find @types/node")]
    [TestCase("blocker Mail to ops@example.com bounces", "Mail to ops@example.com bounces")]
    [TestCase("blocker Ben is not there", "Ben is not there")]
    public async Task What_names_nobody_stays_text(string line, string text)
    {
        var answer = await Team.Says("ana", "#team", line);

        Assert.That(answer.Text, Does.StartWith($"🚧 #1 flagged: {text}\n").And.Not.Contain("I know nobody"));
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { $"🚧 #1 {text} — open; raised by @Ana" }));
    }

    [Test]
    public async Task Whom_nobody_knows_is_not_asked_in_silence()
    {
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @zoe");
        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo("I know nobody here by the name “@zoe”. Try: blocker add The deploy key expired needs @Ben"));

        await Team.Presses("ana", answer, "Flag it all the same");
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { "🚧 #1 The build is red needs @zoe — open; raised by @Ana" }));
        Assert.That((await Team.Says("ana", "#team", "blocker Ask @zoe about it")).Text, Does.Contain("I know nobody here by the name “@zoe”"));
    }

    [Test]
    public async Task A_name_that_means_several_is_asked_about_and_nothing_is_lost()
    {
        Team.Directory.Add("bena", "Europe/Berlin");
        Team.Directory.Join("bena", "team");
        var answer = await Team.Says("ana", "#team", "blocker Waiting for @be to review in #team");
        Assert.That(answer.Text, Does.StartWith("“@be” could be several people; whom do you mean?"));

        await Team.Presses("ana", answer, "Ben (@U-ben)");
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { "🚧 #1 Waiting for @Ben to review — needs @Ben; raised by @Ana" }));
    }

    [Test]
    public async Task The_beginning_of_several_names_is_only_a_word_of_the_text()
    {
        Team.Directory.Add("andy", "Europe/Berlin");
        Team.Directory.Join("andy", "team");

        Assert.That((await Team.Says("ana", "#team", "blocker The release needs an answer")).Text, Does.StartWith("🚧 #1 flagged: The release needs an answer\n"));
    }

    [Test]
    public async Task Whoever_was_picked_from_a_list_is_needed_and_shown_by_name()
    {
        await Team.Says("ana", "#team", $"blocker Waiting for {Picked.Of(TestDirectory.IdOf("ben"), "Ben")}, needs {Picked.Of(TestDirectory.IdOf("emi"), "Emi")}");

        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { "🚧 #1 Waiting for @Ben — needs @Emi and @Ben; raised by @Ana" }));
    }

    [Test]
    public async Task The_post_calls_nobody_at_night()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @ben");

        Assert.That(Cards.TextsOf(Team.LastPost("#team").Card).SelectMany(text => text.Parts).OfType<Mention>(), Is.Empty);
    }

    [Test]
    public async Task Where_nobody_is_named_it_says_who_could_help_now()
    {
        var answer = await Team.Says("ana", "#team", "blocker The build is red");

        Assert.That(answer.Text, Is.EqualTo("🚧 #1 flagged: The build is red\nCould help now: @Chidi and @Dana."));
    }

    [Test]
    public async Task Whoever_is_at_work_is_told_at_once()
    {
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @chidi");

        Assert.That(answer.Text, Does.Contain("@Chidi is at work until 17:00 Africa/Lagos, for you Mon 2 Mar 2026, 16:00 Europe/Lisbon (in 7 h). I tell them now."));
        Assert.That(answer.Text, Does.Not.Contain("Could help now"));
        Assert.That(Team.Posts("@chidi"), Is.EqualTo(new[]
        {
            "🚧 @Ana is blocked and needs you: #1 The build is red — raised Mon 2 Mar 2026, 10:00 Africa/Lagos (now).",
        }));
    }

    [Test]
    public async Task Made_in_a_direct_message_it_is_private_but_for_whom_it_needs()
    {
        var answer = await Team.Says("ana", "dm", "blocker The build is red needs @chidi");

        Assert.That(answer.Text, Does.StartWith("🚧 #1 flagged: The build is red (only you and those whom you ask see it)"));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "#team", "blocker show 1")).Text, Is.EqualTo("There is no blocker 1 here. Try: blocker list"));
        await Team.Presses("chidi", Team.LastPost("@chidi"), "Take it");
        Assert.That(Team.Posts("@ana"), Is.EqualTo(new[] { "@Chidi is on #1 “The build is red”." }));
    }

    [Test]
    public async Task Where_the_bot_can_not_post_it_is_kept_and_the_answer_says_how_to_mend_that()
    {
        Team.Directory.Change("team", channel => channel with { CanPost = false });
        var answer = await Team.Says("ana", "#team", "blocker The build is red needs @chidi");

        Assert.That(answer.Text, Does.StartWith("🚧 #1 flagged: The build is red (not posted, because I am not in #team; invite me there with /invite @asyncbot)"));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(1));
        Assert.That((await Team.Says("ben", "#team", "blocker")).Text, Does.Contain("#1 The build is red"));
    }

    [Test]
    public async Task Nobody_flags_where_they_are_not()
    {
        Team.Directory.AddChannel("board", "sam");

        Assert.That((await Team.Says("ana", "#team", "blocker The build is red in #board")).IsRefused);
        Assert.That(Team.Posts("#board"), Is.Empty);
    }

    [Test]
    public async Task A_long_text_is_kept_whole_and_one_too_long_is_refused_with_the_limit()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2_000))[..9_999] + "!";
        await Team.Says("ana", "#team", $"blocker {text}");

        Assert.That((await Team.Says("ana", "#team", "blocker show 1")).Text, Does.Contain(text));
        Assert.That(Team.Posts("#team")[0], Does.Contain("… (cut; all of it: blocker show 1)"));
        Assert.That((await Team.Says("ana", "#team", $"blocker {text}x")).Text, Does.StartWith("The blocker can have at most 10,000 characters, and this has 10,001."));
    }

    [Test]
    public async Task A_form_asks_what_and_whom()
    {
        var form = await Team.Presses("ana", await Team.Says("ana", "#team", "blocker"), "Add");
        Assert.That(form.Form!.Inputs.Select(input => (input.Label, input.Kind)), Is.EqualTo(new[]
        {
            ("The blocker", InputKind.Text), ("Whom it needs", InputKind.Person), ("The channel", InputKind.Channel),
        }));

        await Team.Submits("ana", form, ("text", "The build is red"), ("whom", "@U-ben"));
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { "🚧 #1 The build is red — needs @Ben; raised by @Ana" }));
    }

    [Test]
    public async Task The_same_delivery_again_has_no_second_effect()
    {
        await Team.Says("ana", "#team", "blocker The build is red needs @chidi", key: "k1");
        await Team.Says("ana", "#team", "blocker The build is red needs @chidi", key: "k1");

        Assert.That(Team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That(Team.Posts("@chidi"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_solved_here_before_is_named_with_who_and_how()
    {
        await Team.Says("ana", "#team", "blocker The deploy key of staging expired");
        await Team.Says("chidi", "#team", "blocker done 1 Renewed it in the vault");
        await Team.Says("ana", "#oncall", "blocker The deploy key of staging expired too");
        var here = await Team.Says("ben", "#team", "blocker Deploy key for staging has expired");
        var elsewhere = await Team.Says("ben", "#general", "blocker Deploy key for staging has expired");

        Assert.That(here.Text, Does.Contain("Like it, and resolved by @Chidi: #1 “The deploy key of staging expired”: Renewed it in the vault"));
        Assert.That(elsewhere.Text, Does.Not.Contain("Like it"));
    }

    [Test]
    public async Task What_is_still_open_or_was_opened_again_is_no_solution()
    {
        await Team.Says("ana", "#team", "blocker The deploy key of staging expired");
        Assert.That((await Team.Says("ben", "#team", "blocker The deploy key of staging expired")).Text, Does.Not.Contain("Like it"));

        await Team.Says("ana", "#team", "blocker done 1 Renewed");
        await Team.Says("ana", "#team", "blocker reopen 1");
        Assert.That((await Team.Says("ben", "#team", "blocker The deploy key of staging expired")).Text, Does.Not.Contain("Like it"));
    }

    [Test]
    public async Task Nobody_is_asked_about_their_own_and_it_says_so()
    {
        Assert.That((await Team.Says("ana", "#team", "blocker Bad needs @ana")).Text, Does.Contain("You raise it, so I don’t ask you."));
        Assert.That((await Team.Says("ana", "#team", "blocker Bad needs @chidi")).Text, Does.Not.Contain("so I don’t ask"));

        var refused = await Team.Says("dana", "#team", "blocker needs 1 @ana");
        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Does.StartWith("#1 can’t need @Ana, who raised it and hears of all that happens. Try: blocker needs 1 @"));
        Assert.That((await Team.Says("dana", "#team", "blocker needs 1 @ana @ben")).Text, Does.Contain("needs @Ben now").And.Contain("@Ana raised it, so I don’t ask them."));
    }

    [Test]
    public async Task Its_lines_stay_lines()
    {
        await Team.Says("ana", "#team", "blocker The build is red:\nstep one\n  step two needs @chidi");

        Assert.That(Team.Posts("#team")[0], Is.EqualTo("🚧 #1 The build is red:\nstep one\n  step two — needs @Chidi; raised by @Ana"));
        Assert.That(Team.Posts("@chidi")[0], Does.Contain("The build is red:\nstep one\n  step two — raised"));
        Assert.That((await Team.Says("ana", "#team", "blocker show 1")).Text, Does.Contain("The build is red:\nstep one\n  step two\n"));
    }
}
