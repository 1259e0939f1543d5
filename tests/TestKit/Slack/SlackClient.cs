using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>
/// What people do in Slack, sent to the bot; people and channels by name (<c>"ana"</c>, <c>"#team"</c>, <c>"@ana"</c> for her conversation with the
/// bot) or by id.
/// </summary>
public abstract class SlackClient
{
    private readonly Payloads _payloads;
    private int _events;

    private protected SlackClient(FakeSlack slack)
    {
        Slack = slack;
        _payloads = new Payloads(slack);
    }

    protected FakeSlack Slack { get; }

    /// <summary>Somebody types a slash command; <c>text</c> is what stands after it.</summary>
    public async Task<SlackReply> Slash(string user, string channel, string command, string text)
    {
        var (person, place) = (SlackUser.IdOf(user), Slack.PlaceOf(channel));
        var reply = await Deliver(DeliveryKind.Command, _payloads.Slash(person, place, command, text));
        if (reply.Status != 200 || reply.Body.Length == 0)
            return reply;
        var answer = reply.Json ?? new JsonObject { ["text"] = reply.Body };
        return reply with { Message = Slack.Change(state => ResponseUrls.Show(state, answer, person, place)) };
    }

    /// <param name="inner">The event itself; type, user and so on.</param>
    /// <param name="retry">Slack tries again up to three times, with the same event id.</param>
    public Task<SlackReply> Event(JsonObject inner, int? retry = null, string retryReason = "http_timeout", string? eventId = null)
    {
        inner["event_ts"] ??= _payloads.Ts();
        return Deliver(DeliveryKind.Event, _payloads.Event(inner, eventId ?? $"Ev{GetHashCode():X}{Interlocked.Increment(ref _events):D4}"), retry, retryReason);
    }

    /// <param name="button">The label of a button, or the action_id of any element.</param>
    /// <param name="value">What was chosen, of a select.</param>
    public Task<SlackReply> Press(string user, SlackMessage message, string button, string? value = null) =>
        Deliver(DeliveryKind.Interaction, _payloads.Press(SlackUser.IdOf(user), message, _payloads.Action(Find(message.Elements, button), value)));

    public Task<SlackReply> Press(string user, SlackView view, string button, string? value = null) =>
        Deliver(DeliveryKind.Interaction, _payloads.Press(SlackUser.IdOf(user), view, _payloads.Action(Find(view.Elements, button), value)));

    /// <summary>Sends a form; inputs that are not named keep what they held. Slack lets nobody send one with a required input empty.</summary>
    public async Task<SlackReply> Submit(string user, SlackView view, params (string Input, string? Value)[] values)
    {
        var reply = await Deliver(DeliveryKind.Interaction, _payloads.Submit(SlackUser.IdOf(user), view, Values(view, values)));
        if (reply.Status == 200)
            Slack.Change(state => Apply(state, view.Id, reply));
        return reply;
    }

    public Task<SlackReply> MessageShortcut(string user, SlackMessage message, string callbackId) =>
        Deliver(DeliveryKind.Interaction, _payloads.MessageShortcut(SlackUser.IdOf(user), message, callbackId));

    public Task<SlackReply> GlobalShortcut(string user, string callbackId) =>
        Deliver(DeliveryKind.Interaction, _payloads.GlobalShortcut(SlackUser.IdOf(user), callbackId));

    public Task<SlackReply> OpenHome(string user, string tab = "home")
    {
        var id = SlackUser.IdOf(user);
        var inner = new JsonObject { ["type"] = "app_home_opened", ["user"] = id, ["channel"] = Slack.DirectOf(id).Id, ["tab"] = tab };
        if (Slack.Homes.TryGetValue(id, out var home))
            inner["view"] = home.Full();
        return Event(inner);
    }

    /// <param name="emoji">Its name without colons.</param>
    public Task<SlackReply> React(string user, SlackMessage message, string emoji) => Reaction("reaction_added", user, message, emoji);

    public Task<SlackReply> Unreact(string user, SlackMessage message, string emoji) => Reaction("reaction_removed", user, message, emoji);

    /// <summary>A person writes; the bot hears of it (message.im, message.channels, message.groups), and once more where it is mentioned (app_mention).</summary>
    public async Task<(SlackMessage Message, SlackReply? Reply)> UserWrites(string user, string channel, string text, string? threadTs = null)
    {
        var message = Slack.Write(user, channel, text, threadTs);
        var reply = await Written(message, message.Channel.StartsWith('D') ? "im" : Slack.Channel(message.Channel).IsPrivate ? "group" : "channel");
        if (message.Channel.StartsWith('D') || !text.Contains($"<@{FakeSlack.BotUser}>", StringComparison.Ordinal))
            return (message, reply);
        return (message, await Written(message, null));
    }

    /// <param name="channelType">Null for a mention.</param>
    private Task<SlackReply> Written(SlackMessage message, string? channelType)
    {
        var inner = message.Json(withMetadata: false);
        inner["type"] = channelType is null ? "app_mention" : "message";
        inner["channel"] = message.Channel;
        inner["event_ts"] = message.Ts;
        if (channelType is not null)
            inner["channel_type"] = channelType;
        return Event(inner);
    }

    private protected abstract Task<SlackReply> Deliver(DeliveryKind kind, JsonObject payload, int? retry = null, string? retryReason = null);

    private Task<SlackReply> Reaction(string type, string user, SlackMessage message, string emoji)
    {
        var reaction = new SlackReaction(SlackUser.IdOf(user), emoji);
        Slack.Change(state =>
        {
            if (state.Find(message.Channel, message.Ts) is { } now)
                state.Replace(now with { Reactions = type == "reaction_added" ? now.Reactions.Add(reaction) : now.Reactions.Remove(reaction) });
            return 0;
        });
        return Event(new JsonObject
        {
            ["type"] = type,
            ["user"] = reaction.User,
            ["reaction"] = emoji,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel, ["ts"] = message.Ts },
            ["item_user"] = message.User,
        });
    }

    private static SlackElement Find(IReadOnlyList<SlackElement> elements, string button) =>
        elements.FirstOrDefault(element => element.ActionId == button)
        ?? elements.FirstOrDefault(element => element.Label == button)
        ?? throw new InvalidOperationException($"There is no {button}; there are {string.Join(", ", elements.Select(element => $"{element.Label} ({element.ActionId})"))}.");

    private static JsonObject Values(SlackView view, (string Input, string? Value)[] values)
    {
        var state = new JsonObject();
        var inputs = view.Elements.Where(element => element.IsInput).ToList();
        if (values.FirstOrDefault(value => !inputs.Exists(input => input.BlockId == value.Input || input.ActionId == value.Input || input.Label == value.Input)).Input is { } unknown)
            throw new InvalidOperationException($"There is no input {unknown}; there are {string.Join(", ", inputs.Select(input => input.BlockId))}.");
        foreach (var input in inputs)
        {
            var given = Array.FindIndex(values, value => input.BlockId == value.Input || input.ActionId == value.Input || input.Label == value.Input);
            var filled = given >= 0 ? Filled.In(input, values[given].Value) : Filled.Initial(input);
            if (!input.IsOptional && Filled.IsEmpty(filled))
                throw new InvalidOperationException($"Slack asks for {input.Label} before it sends the form.");
            state[input.BlockId] = new JsonObject { [input.ActionId] = filled };
        }

        return state;
    }

    private static int Apply(SlackState state, string id, SlackReply reply)
    {
        if (!state.Views.TryGetValue(id, out var view))
            return 0;
        switch (reply.ResponseAction)
        {
            case "errors":
                var unknown = reply.Errors.Keys.Except(view.Elements.Where(element => element.IsInput).Select(element => element.BlockId)).ToList();
                if (unknown.Count > 0)
                    throw new InvalidOperationException($"Slack shows errors at inputs only, and there is none named {string.Join(", ", unknown)}.");
                break;
            case "update":
                ViewMethods.Change(state, view, BlockRules.View(reply.Json!["view"]?.DeepClone(), "modal"));
                break;
            case "push":
                ViewMethods.Push(state, view, BlockRules.View(reply.Json!["view"]?.DeepClone(), "modal"));
                break;
            case "clear":
                foreach (var each in state.Views.Values.Where(each => (each.RootId ?? each.Id) == (view.RootId ?? view.Id)).ToList())
                    state.Views[each.Id] = each with { IsOpen = false };
                break;
            default:
                state.Views[id] = view with { IsOpen = false };
                break;
        }

        return 0;
    }
}

internal enum DeliveryKind
{
    Command,
    Event,
    Interaction,
}
