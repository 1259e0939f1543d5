using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class DispatcherTests
{
    [TestCase("idea add Ship it")]
    [TestCase("idea vote 1")]
    [TestCase("idea edit 1 Better words")]
    [TestCase("idea delete 1")]
    [TestCase("idea digest every day at 9")]
    public async Task The_same_delivery_twice_has_one_effect_and_one_answer(string line)
    {
        await using var team = await WithIdea();
        var first = await team.Says("ana", "#team", line, key: "k1");
        var posts = team.Posts("#team");
        var second = await team.Says("ana", "#team", line, key: "k1");

        Assert.That((second.Turn, second.Text), Is.EqualTo((first.Turn, first.Text)));
        Assert.That(second.Labels, Is.EqualTo(first.Labels));
        Assert.That(team.Posts("#team"), Is.EqualTo(posts));
    }

    [TestCase("idea add Ship it")]
    [TestCase("idea vote 1")]
    [TestCase("idea edit 1 Better words")]
    [TestCase("idea delete 1")]
    public async Task Also_at_the_same_moment(string line)
    {
        await using var team = await WithIdea();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => team.Says("ana", "#team", line, key: "k1"))));

        Assert.That(answers.Select(answer => (answer.Turn, answer.Text)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0].IsRefused, Is.False);
        Assert.That(team.Posts("#team"), Has.Count.EqualTo(line.StartsWith("idea add", StringComparison.Ordinal) ? 2 : 1));
    }

    [TestCase("idea add Ship it")]
    [TestCase("idea vote 1")]
    [TestCase("idea edit 1 Better words")]
    [TestCase("idea delete 1")]
    public async Task Also_when_it_comes_again_just_before_the_first_is_stored(string line)
    {
        await using var team = await WithIdea();
        Heard? faster = null;
        team.Store.BeforeCommit = async _ =>
        {
            team.Store.BeforeCommit = null;
            faster = await team.Says("ana", "#team", line, key: "k1");
        };
        var answer = await team.Says("ana", "#team", line, key: "k1");

        Assert.That(answer.IsRefused, Is.False);
        Assert.That((answer.Turn, answer.Text), Is.EqualTo((faster!.Turn, faster.Text)));
    }

    [Test]
    public async Task Also_after_a_restart()
    {
        await using var team = await WithIdea();
        var first = await team.Says("ana", "#team", "idea add Ship it", key: "k1");
        await team.Restart();
        var second = await team.Says("ana", "#team", "idea add Ship it", key: "k1");

        Assert.That((second.Turn, second.Text), Is.EqualTo((first.Turn, first.Text)));
        await team.Presses("ana", second, "Undo");
        Assert.That(await team.Find(Idea.Type, "2"), Is.Null);
    }

    [Test]
    public async Task A_key_is_kept_for_a_day_and_then_swept()
    {
        await using var team = await WithIdea();
        await team.Says("ana", "#team", "idea add My password is hunter2", key: "k1");
        await team.Says("ana", "#team", "idea delete 2");
        await team.Advance(Duration.FromHours(23));
        Assert.That((await team.Says("ana", "#team", "idea add Anything", key: "k1")).Text, Does.Contain("#2 saved"));

        await team.Advance(Duration.FromHours(1) + Duration.FromMinutes(1));
        Assert.That(team.Database(), Does.Not.Contain("hunter2").And.Not.Contain("k1"));
    }

    [Test]
    public async Task A_button_that_makes_something_new_does_so_once()
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "dm", "Ship it on friday");
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => team.Presses("ana", answer, "Save as an idea"))));
        var again = await team.Presses("ana", answer, "Save as an idea");

        Assert.That(pressed.Append(again).Select(each => each.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That((await team.Says("ana", "dm", "idea list")).Text.Split('\n'), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task An_unexpected_error_shows_the_turn_to_the_user_and_is_logged_once()
    {
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Command<Break, Break.Handler>() });
        var answer = await team.Says("ana", "#team", "break");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain(answer.Turn).And.Not.Contain("Secret detail"));
        Assert.That(team.Log.Failures.Select(entry => (entry.Turn, entry.What)), Is.EqualTo(new[] { (answer.Turn, "break") }));
        Assert.That(team.Chat.Messages, Is.Empty);
    }

    [Test]
    public async Task A_form_can_not_give_a_command_that_only_buttons_give()
    {
        await using var team = await Team.Open();
        var form = new InboundContent.Submission("async forget confirmed", new Dictionary<string, string>());
        var answer = await team.Dispatcher.Dispatch(new Inbound(Team.Workspace, TestDirectory.IdOf("ana"), Team.Place("#team"), null, "k1", form), default);

        Assert.That(answer.Reply, Is.InstanceOf<Reply.Refused>());
        Assert.That(team.Store.Commits, Is.Zero);
    }

    [Test]
    public async Task A_failed_store_is_said_in_one_sentence()
    {
        await using var team = await Team.Open();
        team.Store.BeforeCommit = _ => throw new StoreFailedException("Secret detail");
        var answer = await team.Says("ana", "#team", "idea add Ship it");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Answer.IsUnsure);
        Assert.That(answer.Text, Does.StartWith("I can’t reach my notes right now").And.Not.Contain("Secret detail"));
    }

    [TestCase(null)]
    [TestCase("k1")]
    public async Task A_conflict_runs_the_handler_again_on_fresh_reads(string? key)
    {
        await using var team = await WithIdea();
        var interrupted = false;
        team.Store.BeforeCommit = async batch =>
        {
            if (!interrupted && batch.Writes.OfType<PutDocument>().Any(put => put.Kind == Idea.Kind))
            {
                interrupted = true;
                await team.Says("emi", "#team", "idea vote 1");
            }
        };
        var answer = await team.Says("ben", "#team", "idea vote 1", key: key);

        Assert.That(answer.Text, Does.Contain("2 votes"));
        Assert.That((await team.Find(Idea.Type, "1"))!.Votes, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_conflict_that_never_ends_is_given_up_on_kindly()
    {
        await using var team = await WithIdea();
        team.Store.BeforeCommit = batch => throw new ConflictException("idea 1");
        var answer = await team.Says("ben", "#team", "idea vote 1");

        Assert.That(answer.Text, Is.EqualTo("Many people are changing this at the same moment; please try again."));
        Assert.That(team.Log.Failures, Is.Empty);
    }

    [TestCase("idea list")]
    [TestCase("idea show 1")]
    [TestCase("idea search demo")]
    [TestCase("idea")]
    [TestCase("idea digest")]
    [TestCase("idea vote 999")]
    [TestCase("idea vote twelve")]
    [TestCase("help")]
    [TestCase("help idea")]
    [TestCase("async about")]
    [TestCase("async settings")]
    [TestCase("async undelivered")]
    [TestCase("async forget me")]
    [TestCase("nonsense")]
    public async Task What_changes_nothing_commits_nothing(string line)
    {
        await using var team = await WithIdea();
        var before = team.Store.Commits;
        var answer = await team.Says("sam", "#team", line, key: "k1");

        Assert.That(answer.Text, Is.Not.Empty);
        Assert.That(team.Store.Commits, Is.EqualTo(before));
    }

    [Test]
    public async Task Sixty_commands_a_minute_and_then_a_friendly_refusal()
    {
        await using var team = await Team.Open(new TeamOptions { PerMinute = 60 });
        for (var n = 0; n < 60; n++)
            Assert.That((await team.Says("ana", "#team", "help")).IsRefused, Is.False);

        var refused = await team.Says("ana", "#team", "idea add Ship it");
        Assert.That(refused.Text, Is.EqualTo("That was more than 60 commands in a minute; please wait a little and try again."));
        Assert.That((await team.Says("ben", "#team", "help")).IsRefused, Is.False, "others are not held up");

        team.Time.Pass(Duration.FromSeconds(1));
        Assert.That((await team.Says("ana", "#team", "help")).IsRefused, Is.False);
        Assert.That((await team.Says("ana", "#team", "help")).IsRefused);
        team.Time.Pass(Duration.FromMinutes(1));
        Assert.That((await team.Says("ana", "#team", "help")).IsRefused, Is.False);
    }

    [Test]
    public async Task A_repeated_delivery_does_not_count_against_the_limit()
    {
        await using var team = await Team.Open(new TeamOptions { PerMinute = 1 });
        var first = await team.Says("ana", "#team", "idea add Ship it", key: "k1");

        Assert.That((await team.Says("ana", "#team", "idea add Ship it", key: "k1")).Text, Is.EqualTo(first.Text));
    }

    [TestCase("async zone Europe/Lisbon")]
    [TestCase("async keep 30 days")]
    [TestCase("async admin @ben")]
    [TestCase("async bulb off in #team")]
    [TestCase("async undelivered")]
    public async Task What_is_for_admins_is_refused_to_others(string line)
    {
        await using var team = await Team.Open(new TeamOptions { Admins = new HashSet<string> { "U-emi" } });

        Assert.That((await team.Says("ana", "#team", line)).Text, Is.EqualTo("Only admins can do that; async settings names them."));
        Assert.That((await team.Says("emi", "#team", line)).IsRefused, Is.False);
    }

    [Test]
    public async Task Whoever_the_platform_does_not_know_just_now_is_asked_to_try_again()
    {
        await using var team = await Team.Open();

        Assert.That((await team.Says("zed", "#team", "async keep 30 days")).Text,
            Is.EqualTo("Only admins can do that, and I can’t see just now whether you are one. Please try again in a minute."));
    }

    private static async Task<Team> WithIdea()
    {
        var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Rotate the demo host");
        return team;
    }

    [Command("break", "Fail in an unexpected way", Alone = true)]
    private sealed record Break : ICommand
    {
        public sealed class Handler : ICommandHandler<Break>
        {
            public Task<Reply> Handle(Break command, Turn turn)
            {
                turn.Post(turn.Caller.Conversation, Card.Of($"never seen"));
                throw new InvalidOperationException("Secret detail");
            }
        }
    }
}
