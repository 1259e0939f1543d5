using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Pictures;
using AsyncBot.Bot.Slack;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Delivery;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace AsyncBot.Bot.Tests.Slack.Delivery;

public sealed partial class ChatTests
{
    private static readonly ConversationId Team = ConversationId.Of(new ChannelId("C0TEAM"));
    private static readonly ConversationId OnCall = ConversationId.Of(new ChannelId("G0ONCALL"));
    private static readonly ConversationId Ana = ConversationId.Of(new PersonId("U0ANA"));

    private SteppedTime _time = null!;
    private FakeSlack _slack = null!;
    private HttpClient _http = null!;
    private LiteDbStores _stores = null!;
    private IStore _store = null!;
    private SlackChat _chat = null!;
    private int _posts;

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    [SetUp]
    public async Task SetUp()
    {
        _time = new SteppedTime();
        _slack = await FakeSlack.Start(_time);
        _http = SlackApi.Connect();
        _stores = new LiteDbStores();
        _store = await _stores.Open();
        _chat = ChatAt(_slack.ApiBaseUrl);
    }

    [TearDown]
    public async Task TearDown()
    {
        _http.Dispose();
        await _slack.DisposeAsync();
        await _stores.DisposeAsync();
    }

    [Test]
    public async Task A_message_arrives_with_its_buttons_and_the_id_it_has_in_the_outbox()
    {
        var envelope = Next();

        var outcome = await _chat.Send(envelope, new Post(Team, Card.Of($"Ana & {"<b>"}", new Button("Vote", new VoteForIdea(12)))), default);

        var message = _slack.Messages.Single();
        Assert.That(outcome, Is.EqualTo(new Delivered(new MessageId(message.Ts))));
        Assert.That((message.Channel, message.ThreadTs, message.Buttons.Single()), Is.EqualTo(("C0TEAM", (string?)null, "Vote")));
        Assert.That(message.Text, Does.Contain("Ana &amp; &lt;b&gt;"));
        Assert.That(message.MetadataJson, Does.Contain("asyncbot_post").And.Contain(envelope.Id.Value));
        var call = Calls("chat.postMessage").Single();
        Assert.That((call["unfurl_links"], call["unfurl_media"]), Is.EqualTo(("false", "false")));
    }

    [Test]
    public async Task An_answer_in_a_thread_stays_in_the_thread()
    {
        var root = _slack.Write("ana", "#team", "An idea");

        await _chat.Send(Next(), new Post(Team, Card.Of($"Yes"), new MessageId(root.Ts)), default);

        Assert.That(_slack.Messages[^1].ThreadTs, Is.EqualTo(root.Ts));
    }

    [Test]
    public async Task A_message_to_somebody_goes_to_their_direct_conversation_which_is_opened_once()
    {
        await _chat.Send(Next(), Say(Ana, "Good morning"), default);
        _time.Pass(Duration.FromSeconds(1));
        await _chat.Send(Next(), Say(Ana, "Good night"), default);

        Assert.That(_slack.Messages.Select(message => message.Channel), Is.EqualTo(new[] { "D0ANA", "D0ANA" }));
        Assert.That(Calls("conversations.open"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_whisper_is_seen_by_one_person()
    {
        var root = _slack.Write("ana", "#team", "An idea");

        var outcome = await _chat.Send(Next(), new Whisper(Team, new PersonId("U0ANA"), Card.Of($"Only you"), new MessageId(root.Ts)), default);

        Assert.That(outcome, Is.EqualTo(new Delivered(null)));
        Assert.That((_slack.SeenBy("ana", "#team").Count, _slack.SeenBy("ben", "#team").Count), Is.EqualTo((2, 1)));
        Assert.That(_slack.Messages[^1].ThreadTs, Is.EqualTo(root.Ts));
    }

    [TestCase("user_not_in_channel")]
    [TestCase("channel_not_found")]
    public async Task A_whisper_where_it_can_not_be_heard_is_said_in_a_direct_message(string error)
    {
        _slack.Fail("chat.postEphemeral", new Fault.OkFalse(error));

        await _chat.Send(Next(), new Whisper(Team, new PersonId("U0ANA"), Card.Of($"Only you"), new MessageId("1.2")), default);

        Assert.That((_slack.Messages.Single().Channel, _slack.Messages.Single().ThreadTs), Is.EqualTo(("D0ANA", (string?)null)));
    }

    [Test]
    public async Task A_whisper_in_a_direct_conversation_is_a_message_there()
    {
        await _chat.Send(Next(), new Whisper(Ana, new PersonId("U0ANA"), Card.Of($"Only you")), default);

        Assert.That((_slack.Messages.Single().Channel, _slack.Messages.Single().EphemeralTo), Is.EqualTo(("D0ANA", (string?)null)));
    }

    [Test]
    public async Task A_message_gets_a_new_state_in_its_place()
    {
        foreach (var place in new[] { Team, Ana })
        {
            var envelope = Next();
            var posted = (Delivered)await _chat.Send(envelope, Say(place, "0 votes"), default);

            var outcome = await _chat.Send(Next(), new Update(envelope.Id, place, Card.Of($"1 vote")), posted.Message!.Value, default);

            Assert.That(outcome, Is.EqualTo(new Delivered(posted.Message)));
            Assert.That((_slack.Messages[^1].Shown, _slack.Messages[^1].Edits), Is.EqualTo(("1 vote", 1)));
            Assert.That(_slack.Messages[^1].MetadataJson, Does.Contain(envelope.Id.Value));
        }
    }

    [Test]
    public async Task A_message_that_is_gone_gets_no_new_state()
    {
        var mine = _slack.Write("ana", "#team", "Not the bot's");

        Assert.That(await Update("1.000001"), Is.EqualTo(new Refused("the message is gone")));
        Assert.That(await Update(mine.Ts), Is.TypeOf<Refused>());

        Task<Outcome> Update(string ts) => _chat.Send(Next(), new Update(new PostId("p"), Team, Card.Of($"1 vote")), new MessageId(ts), default);
    }

    [Test]
    public async Task A_file_is_uploaded_and_shown_with_its_message()
    {
        foreach (var (place, channel) in new[] { (Team, "C0TEAM"), (Ana, "D0ANA") })
        {
            Assert.That(await _chat.Send(Next(), File(place), default), Is.EqualTo(new Delivered(null)));

            var file = _slack.Files[^1];
            Assert.That((file.Name, file.Text, file.SharedIn), Is.EqualTo(("ideas.csv", "number,text\n12,Äpfel", channel)));
            Assert.That(_slack.Messages[^1].Text, Is.EqualTo("All ideas"));
        }
    }

    [TestCase("files.getUploadURLExternal", 3, typeof(TryLater))]
    [TestCase("upload", 1, typeof(TryLater))]
    [TestCase("files.completeUploadExternal", 1, typeof(Unknown))]
    public async Task A_file_may_have_arrived_only_after_its_last_step(string method, int times, Type outcome)
    {
        _slack.Fail(method, new Fault.HtmlPage(), times);

        Assert.That(await Wait(_chat.Send(Next(), File(Team), default)), Is.TypeOf(outcome));
    }

    [Test]
    public async Task Everybody_has_their_own_page()
    {
        Assert.That(await _chat.Send(Next(), new PublishHome(new PersonId("U0ANA"), Card.Of($"Good morning")), default), Is.EqualTo(new Delivered(null)));
        Assert.That(_slack.Homes["U0ANA"].Shown, Does.Contain("Good morning"));
    }

    [TestCase("S0ONCALL")]
    [TestCase("oncall")]
    public async Task A_user_group_becomes_equal_to_some_people_and_is_left_alone_where_it_is_so(string group)
    {
        var sync = new GroupSync(group, [new PersonId("U0BEN"), new PersonId("U0EMI")]);

        Assert.That(await _chat.Send(Next(), sync, default), Is.EqualTo(new Delivered(null)));
        Assert.That(_slack.Group("S0ONCALL").Users, Is.EquivalentTo(new[] { "U0BEN", "U0EMI" }));

        Assert.That(await _chat.Send(Next(), sync, default), Is.EqualTo(new Delivered(null)));
        Assert.That(Calls("usergroups.users.update"), Has.Count.EqualTo(1));
    }

    [TestCase("usergroups.users.update", "permission_denied", "only admins may change user groups here")]
    [TestCase("usergroups.list", "plan_upgrade_required", "user groups need a paid plan")]
    [TestCase("usergroups.users.update", "invalid_users", "one of them can’t be in a user group")]
    public async Task What_Slack_has_against_it_is_said_in_words(string method, string error, string reason)
    {
        _slack.Fail(method, new Fault.OkFalse(error));

        var outcome = await _chat.Send(Next(), new GroupSync("oncall", [new PersonId("U0BEN")]), default);

        Assert.That(((Refused)outcome).Reason, Does.Contain(reason));
    }

    [Test]
    public async Task A_user_group_is_never_emptied_and_one_that_is_not_there_is_not_guessed()
    {
        Assert.That(await _chat.Send(Next(), new GroupSync("oncall", []), default), Is.TypeOf<Refused>());
        Assert.That(await _chat.Send(Next(), new GroupSync("nothing", [new PersonId("U0BEN")]), default), Is.TypeOf<Refused>());
        Assert.That(Calls("usergroups.users.update"), Is.Empty);
    }

    [Test]
    public async Task A_channel_that_is_stopped_is_left_alone_and_no_other()
    {
        _slack.Fail("chat.postMessage", new Fault.RateLimited(30), channel: "#team");

        Assert.That(await _chat.Send(Next(), Say(Team, "1"), default), Is.TypeOf<TryLater>().With.Property("After").EqualTo(Duration.FromSeconds(30)));
        Assert.That(await _chat.Send(Next(), Say(Team, "2"), default), Is.TypeOf<TryLater>());
        Assert.That(await _chat.Send(Next(), Say(OnCall, "3"), default), Is.TypeOf<Delivered>());
        Assert.That(Calls("chat.postMessage"), Has.Count.EqualTo(2));
    }

    [TestCase("internal_error")]
    [TestCase("fatal_error")]
    public async Task Where_Slack_stumbled_nobody_knows_whether_it_arrived(string error)
    {
        _slack.Fail("chat.postMessage", new Fault.OkFalse(error));

        Assert.That(await _chat.Send(Next(), Say(Team, "1"), default), Is.EqualTo(new Unknown(error)));
    }

    [TestCase("not_in_channel", "/invite @AsyncBot")]
    [TestCase("channel_not_found", "/invite @AsyncBot")]
    [TestCase("is_archived", "archived")]
    [TestCase("msg_blocks_too_long", "msg_blocks_too_long")]
    public async Task What_can_not_arrive_is_given_up_with_what_to_do(string error, string fix)
    {
        _slack.Fail("chat.postMessage", new Fault.OkFalse(error));

        Assert.That(await _chat.Send(Next(), Say(Team, "1"), default), Is.TypeOf<Refused>().With.Property("Reason").Contains(fix));
    }

    [Test]
    public async Task While_the_token_is_dead_everything_waits()
    {
        _slack.Fail("chat.postMessage", new Fault.OkFalse("token_revoked"));

        Assert.That(await _chat.Send(Next(), Say(Team, "1"), default), Is.TypeOf<TryLater>().With.Property("After").EqualTo(Duration.FromSeconds(30)));
        Assert.That(await _chat.LookUp(Next(), Say(Team, "1"), default), Is.TypeOf<TryLater>());
    }

    [Test]
    public async Task Where_nobody_listens_nothing_arrived()
    {
        var chat = ChatAt(new Uri("http://127.0.0.1:1/api"));

        Assert.That(await Wait(chat.Send(Next(), Say(Team, "1"), default)), Is.TypeOf<TryLater>());
    }

    [Test]
    public async Task Messages_of_a_channel_come_in_order_a_second_apart()
    {
        await _chat.Send(Next(), Say(Team, "0"), default);
        var others = Enumerable.Range(1, 3).Select(number => _chat.Send(Next(), Say(Team, $"{number}"), default)).ToList();
        for (var second = 1; second <= 3; second++)
        {
            _time.Pass(Duration.FromSeconds(1));
            var so = second + 1;
            await _slack.WaitFor(slack => slack.Messages.Count == so);
        }

        Assert.That(await Task.WhenAll(others), Is.All.TypeOf<Delivered>());
        Assert.That(_slack.Messages.Select(message => message.Shown), Is.EqualTo(new[] { "0", "1", "2", "3" }));
        Assert.That(Calls("chat.postMessage").Zip(Calls("chat.postMessage").Skip(1), (one, next) => next.At - one.At), Is.All.EqualTo(TimeSpan.FromSeconds(1)));
    }

    private SlackChat ChatAt(Uri address)
    {
        var options = new SlackOptions(address, _slack.BotToken, [_slack.SigningSecret], null, new Dictionary<string, string>());
        var api = new SlackApi(_http, options, new SlackThrottle(_time), _time, NullLogger<SlackApi>.Instance);
        var directory = new SlackDirectory(api, _time, NullLogger<SlackDirectory>.Instance);
        var cards = new SlackCards(Features.Json, new SlackCommandNames(options.CommandNames, Features.All.Commands), directory, new OwnZones(_store), new FakeClock(Now));
        var places = new SlackPlaces(directory, new DirectChannels(api), cards);
        var files = new SlackFiles(api, places, cards, new Artist(NullLogger<Artist>.Instance), NullLogger<SlackFiles>.Instance);
        return new SlackChat(api, places, files, cards, _time);
    }

    private static Post Say(ConversationId to, string text) => new(to, Card.Of($"{text}"));

    private static Upload File(ConversationId to) => new(to, "ideas.csv", "text/csv", "number,text\n12,Äpfel", Card.Of($"All ideas"));

    private Envelope Next() => new(SlackIds.Workspace(FakeSlack.Team), new PostId($"post-{++_posts}"), "a test", Now);

    private List<SlackCall> Calls(string method) => [.. _slack.Calls.Where(call => call.Method == method)];

    /// <summary>Lets the pauses between repetitions pass, but no time-out.</summary>
    private async Task<T> Wait<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _time.PassToNext(Duration.FromSeconds(2));
            await Task.Yield();
        }

        return await task;
    }
}
