using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Outbox;

public sealed class CourierTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Messages_of_a_conversation_come_in_their_order()
    {
        _team.Delivers = false;
        for (var n = 1; n <= 30; n++)
            await _team.Says("ana", n % 2 == 0 ? "#team" : "#oncall", $"idea add Number {n}");
        await _team.Deliver();

        Assert.That(NumbersIn("#team"), Is.EqualTo(Enumerable.Range(1, 15).Select(n => n * 2)));
        Assert.That(NumbersIn("#oncall"), Is.EqualTo(Enumerable.Range(0, 15).Select(n => n * 2 + 1)));
    }

    [Test]
    public async Task A_conversation_that_must_wait_holds_up_nobody_else()
    {
        _team.Chat.Will(FaultKind.TryLater, to: Team.Place("#team"), after: Duration.FromSeconds(30));
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ana", "#team", "idea add Two");
        await _team.Says("ana", "#oncall", "idea add Three");

        Assert.That(_team.Posts("#oncall"), Has.Count.EqualTo(1));
        await _team.Advance(Duration.FromSeconds(29));
        Assert.That(_team.Posts("#team"), Is.Empty);
        await _team.Advance(Duration.FromSeconds(1));
        Assert.That(NumbersIn("#team"), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Without_a_time_of_the_platforms_the_waits_grow()
    {
        _team.Chat.Will(FaultKind.TryLater, times: 4);
        await _team.Says("ana", "#team", "idea add One");
        var waits = new List<Duration>();
        while (_team.Posts("#team").Count == 0)
        {
            var wait = (await NextMessage())!.Value - _team.Clock.GetCurrentInstant();
            waits.Add(wait);
            await _team.Advance(wait);
        }

        Assert.That(waits, Is.EqualTo(new[] { 2, 4, 8, 16 }.Select(seconds => Duration.FromSeconds(seconds))));
    }

    [TestCase(FaultKind.DropAfter)]
    [TestCase(FaultKind.DropBefore)]
    [TestCase(FaultKind.Throw)]
    public async Task After_a_lost_answer_the_message_is_looked_for_before_it_is_sent_again(FaultKind fault)
    {
        _team.Chat.Will(fault);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Advance(Duration.FromMinutes(1));

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That(_team.Chat.Attempts.Select(attempt => attempt.What), Is.SupersetOf(new[] { "look up" }));
        await _team.Presses("ben", _team.LastPost("#team"), "Vote");
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 One — @Ana, 1 vote" }));
    }

    [Test]
    public async Task Where_nobody_can_tell_a_message_comes_rather_twice_than_never()
    {
        _team.Chat.CanLookUp = false;
        _team.Chat.Will(FaultKind.DropAfter);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Advance(Duration.FromMinutes(1));

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Unless_it_says_rather_never_than_twice_then_an_admin_sees_it()
    {
        _team.Chat.CanLookUp = false;
        _team.Chat.Will(FaultKind.DropAfter);
        await Enqueue(new Post(Team.Place("#team"), Card.Of($"Paging somebody"), IfUnknown: IfUnknown.Report));
        await _team.Advance(Duration.FromHours(1));

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Text, Does.Contain("to #team: unknown whether it arrived: the answer was lost (1 attempt)"));
    }

    [Test]
    public async Task What_is_refused_is_kept_for_an_admin_who_may_let_it_go()
    {
        _team.Chat.Will(FaultKind.Refuse);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ana", "#team", "idea add Two");
        Assert.That(NumbersIn("#team"), Is.EqualTo(new[] { 2 }), "the conversation goes on");

        var list = await _team.Says("sam", "#team", "async undelivered");
        Assert.That(list.Text, Does.StartWith("Not delivered or done\nMessage of Mon 2 Mar 2026").And.Contain("to #team: the channel is gone (1 attempt)"));
        await _team.Presses("sam", list, "Let go");
        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Text, Is.EqualTo("Everything was delivered and done."));
    }

    [Test]
    public async Task A_platform_that_was_gone_for_half_a_day_gets_everything_in_its_order()
    {
        _team.Chat.Will(FaultKind.TryLater, times: 20);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ana", "#team", "idea add Two");
        await _team.Advance(Duration.FromHours(12));

        Assert.That(NumbersIn("#team"), Is.EqualTo(new[] { 1, 2 }));
    }

    [TestCase(FaultKind.TryLater, "too many messages")]
    [TestCase(FaultKind.DropBefore, "unknown whether it arrived: the connection broke")]
    public async Task After_a_day_of_trying_it_is_given_up_on(FaultKind fault, string reason)
    {
        _team.Chat.Will(fault, times: 1_000);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Advance(Duration.FromDays(2));

        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Text, Does.Match($@"{reason} \((3\d) attempts\)"));
        Assert.That(await NextMessage(), Is.Null);
    }

    [Test]
    public async Task An_update_of_a_message_that_never_came_does_nothing()
    {
        _team.Chat.Will(FaultKind.Refuse);
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ben", "#team", "idea vote 1");

        Assert.That(_team.Posts("#team"), Is.Empty);
        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Labels, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_update_waits_for_the_post_that_it_changes()
    {
        _team.Chat.Will(FaultKind.TryLater, to: Team.Place("#team"), after: Duration.FromSeconds(30));
        await _team.Says("ana", "#team", "idea add One");
        await _team.Says("ben", "#team", "idea vote 1");
        await _team.Advance(Duration.FromSeconds(30));

        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 One — @Ana, 1 vote" }));
    }

    [Test]
    public async Task What_can_not_be_begun_within_half_a_lease_is_left_to_the_next_round()
    {
        _team.Chat.Will(FaultKind.Slow, times: 1, after: Duration.FromSeconds(40));
        _team.Delivers = false;
        for (var n = 1; n <= 3; n++)
            await _team.Says("ana", "#team", $"idea add Number {n}");
        foreach (var round in await _team.Courier.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await round;
        Assert.That(NumbersIn("#team"), Is.EqualTo(new[] { 1 }));

        await _team.Deliver();
        Assert.That(NumbersIn("#team"), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(_team.Chat.Attempts, Has.None.Property("What").EqualTo("look up").And.Property("Outcome").InstanceOf<Delivered>());
    }

    [Test]
    public async Task Killed_before_the_delivery_it_comes_after_the_restart()
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "idea add One");
        await _team.Restart();
        await _team.Deliver();
        await _team.Restart();
        await _team.Deliver();

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Killed_between_the_delivery_and_its_record_it_is_there_once()
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "idea add One");
        _team.Chat.Will(FaultKind.KillAfter);
        foreach (var round in await _team.Courier.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await Assert.ThatAsync(() => round, Throws.InstanceOf<OperationCanceledException>());
        await _team.Restart();
        await _team.Deliver();
        _team.Delivers = true;
        await _team.Says("ben", "#team", "idea vote 1");

        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 One — @Ana, 1 vote" }));
    }

    [Test]
    public async Task Killed_in_that_moment_a_message_that_can_not_be_looked_up_is_reported_rather_than_repeated()
    {
        _team.Chat.CanLookUp = false;
        _team.Delivers = false;
        await Enqueue(new Post(Team.Place("#team"), Card.Of($"Paging somebody"), IfUnknown: IfUnknown.Report));
        _team.Chat.Will(FaultKind.KillAfter);
        foreach (var round in await _team.Courier.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await Assert.ThatAsync(() => round, Throws.InstanceOf<OperationCanceledException>());
        await _team.Restart();
        await _team.Deliver();

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Text, Does.Contain("unknown whether it arrived"));
    }

    [Test]
    public async Task A_lease_that_ran_out_is_nobodys_any_more_and_the_message_comes_once()
    {
        _team.Delivers = false;
        await _team.Says("ana", "#team", "idea add One");
        _team.Chat.Will(FaultKind.KillAfter);
        foreach (var round in await _team.Courier.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await Assert.ThatAsync(() => round, Throws.InstanceOf<OperationCanceledException>());
        await _team.Deliver();
        Assert.That(_team.Chat.Attempts, Is.Empty);

        _team.LeaseTime.Pass(Duration.FromMinutes(2));
        await _team.Deliver();
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That(await _team.Find(Posted.Type, _team.LastPost("#team").Post!.Value.Value), Is.Not.Null);
    }

    private async Task Enqueue(Post post)
    {
        var batch = new Core.Documents.Batch(Team.Workspace, "test");
        batch.Enqueue(Queues.Outbox, "test.1", post.To.Value, _team.Clock.GetCurrentInstant(), post);
        await _team.Store.Commit(batch, CancellationToken.None);
        if (_team.Delivers)
            await _team.Settle();
    }

    private Task<Instant?> NextMessage() => _team.Store.NextDue(Queues.Outbox, CancellationToken.None);

    private IReadOnlyList<int> NumbersIn(string place) =>
        [.. _team.Posts(place).Select(post => int.Parse(post.Split('#', ' ')[2], System.Globalization.CultureInfo.InvariantCulture))];
}
