using System.Text.Json;
using AsyncBot.Bot.Slack.Incoming;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Documents;
using AsyncBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>What becomes of an event whose work may not have reached the disk.</summary>
public sealed class WorkspaceEventTests
{
    private Team _team = null!;
    private SlackBench _slack = null!;
    private WorkspaceEvents _events = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        _slack = new SlackBench();
        _slack.Stub.Answers("users.info", """{"ok":true,"user":{"id":"U-dana","tz":"Asia/Kolkata"}}""");
        await _slack.Directory.Find(SlackBench.Workspace, TestDirectory.IdOf("dana"), default);
        _events = new WorkspaceEvents(
            _slack.Directory, _slack.Presence, new DirectChannels(_slack.Api), new EventTurns(_team.Dispatcher, null!), NullLogger<WorkspaceEvents>.Instance);
    }

    [TearDown]
    public async Task Close()
    {
        _slack.Dispose();
        await _team.DisposeAsync();
    }

    [Test]
    public async Task A_move_that_may_not_be_on_disk_is_delivered_again_until_its_question_is_asked()
    {
        await _team.Says("dana", "#team", "idea digest every monday at 9");
        _team.Store.BeforeCommit = _ => throw new StoreFailedException("gone");
        var first = await Moves("EvMove");
        var second = await Moves("EvMove");
        _team.Store.BeforeCommit = null;
        var third = await Moves("EvMove");
        await Moves("EvMove");
        await Moves("EvOther");
        await _team.Settle();

        Assert.That((first.Reply.IsTaken, second.Reply.IsTaken, third.Reply.IsTaken), Is.EqualTo((false, false, true)));
        Assert.That(_team.Posts("@dana").Single(), Does.StartWith("Your platform says that you are on Pacific/Auckland time now.\nWhat you scheduled still goes by Asia/Kolkata."));
    }

    [Test]
    public async Task A_move_that_comes_again_while_it_is_still_worked_on_is_not_lost()
    {
        await _team.Says("dana", "#team", "idea digest every monday at 9");
        var (reached, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        _team.Store.BeforeCommit = async _ =>
        {
            reached.TrySetResult();
            await end.Task;
            throw new StoreFailedException("gone");
        };
        var first = Moves("EvMove");
        await reached.Task;
        _team.Store.BeforeCommit = null;
        var second = await Moves("EvMove");
        end.SetResult();
        await first;
        await _team.Settle();

        Assert.That(second.Reply.IsTaken);
        Assert.That(_team.Posts("@dana"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_introduction_that_may_not_be_on_disk_is_delivered_again()
    {
        _team.Store.BeforeCommit = _ => throw new StoreFailedException("gone");
        var joined = await Handle("member_joined_channel", "EvJoin", """{"user":"UBOT","channel":"C-team"}""");

        Assert.That(joined.Reply.IsTaken, Is.False);
    }

    [Test]
    public async Task What_somebody_had_who_left_goes_back_to_who_asked()
    {
        await _team.Says("dana", "#team", "due add Send the deck by friday for @ben");
        _team.Directory.Add("ben", "America/New_York", isGone: true);
        var finished = await Handle("user_change", "EvLeft", """{"user":{"id":"U-ben","deleted":true}}""");
        await _team.Settle();

        Assert.That(finished.Reply.IsTaken);
        Assert.That(_team.Posts("@dana").Single(), Does.StartWith("@Ben left, so #1 is yours again: Send the deck"));
    }

    private Task<Finished> Moves(string key) => Handle("user_change", key, """{"user":{"id":"U-dana","tz":"Pacific/Auckland"}}""");

    private async Task<Finished> Handle(string type, string key, string json)
    {
        using var inner = JsonDocument.Parse(json);
        return (await _events.Handle(type, new Happening(Team.Workspace, key, "UBOT", inner.RootElement)))!.Value;
    }
}
