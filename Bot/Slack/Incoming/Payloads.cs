using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Reads what Slack delivers, without reflection; what the bot has no use for is passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlashPayload))]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(InnerEvent))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(HomeEvent))]
[JsonSerializable(typeof(MembershipEvent))]
[JsonSerializable(typeof(ChannelEvent))]
[JsonSerializable(typeof(UserEvent))]
[JsonSerializable(typeof(RevokedEvent))]
[JsonSerializable(typeof(InteractionKind))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(FormContext))]
public sealed partial class PayloadJson : JsonSerializerContext;

/// <param name="Challenge">What a new address has to send back.</param>
public sealed record EventEnvelope(
    string? Type,
    string? Challenge,
    string? TeamId,
    string? EnterpriseId,
    string? EventId,
    IReadOnlyList<Authorization>? Authorizations,
    JsonElement? Event)
{
    /// <summary>Where the app is installed; in a channel shared with others the event may come from elsewhere.</summary>
    [JsonIgnore]
    public string? Team => Authorizations is [{ TeamId: { Length: > 0 } installed }, ..] ? installed : TeamId ?? EnterpriseId;
}

public sealed record Authorization(string? TeamId, string? UserId);

public sealed record InnerEvent(string? Type);

/// <summary>Of a mention or of a message to the bot.</summary>
public sealed record MessageEvent(
    string? Subtype,
    string? ChannelType,
    string? Channel,
    string? User,
    string? BotId,
    string? Text,
    string? Ts,
    string? ThreadTs);

public sealed record ReactionEvent(string? User, string? Reaction, string? ItemUser, ReactionItem? Item);

public sealed record ReactionItem(string? Type, string? Channel, string? Ts);

public sealed record HomeEvent(string? User, string? Channel, string? Tab);

public sealed record MembershipEvent(string? User, string? Channel);

/// <param name="Channel">An id, or an object with one.</param>
public sealed record ChannelEvent(JsonElement? Channel);

/// <param name="User">An id, or all that Slack tells of somebody.</param>
public sealed record UserEvent(JsonElement? User);

public sealed record RevokedEvent(RevokedTokens? Tokens);

/// <param name="Bot">Bot users whose tokens were taken back.</param>
public sealed record RevokedTokens(IReadOnlyList<string>? Bot);

public sealed record InteractionKind(string? Type);

/// <summary>Something that was pressed, picked from a menu, or filled in.</summary>
public sealed record Interaction(
    Named? Team, Named? Enterprise, Named? User, Named? Channel, Container? Container, PressedMessage? Message, View? View,
    IReadOnlyList<PressedAction>? Actions, string? CallbackId, string? TriggerId, string? ResponseUrl)
{
    [JsonIgnore]
    public string? Workspace => View?.AppInstalledTeamId ?? Team?.Id ?? User?.TeamId ?? Enterprise?.Id;
}

/// <param name="Domain">Of a team: what stands before <c>.slack.com</c>.</param>
/// <param name="TeamId">Of a user: where an app is that a whole organisation installed, and no team is named.</param>
public sealed record Named(string? Id, string? Domain, string? TeamId);

public sealed record Container(string? Type, string? MessageTs, string? ThreadTs, string? ChannelId);

public sealed record PressedMessage(string? Ts, string? ThreadTs, string? User, string? Text);

public sealed record PressedAction(string? ActionId, string? Value);

public sealed record View(
    string? Id,
    string? CallbackId,
    string? PrivateMetadata,
    string? AppInstalledTeamId,
    ViewState? State,
    IReadOnlyList<ViewBlock>? Blocks);

public sealed record ViewState(JsonElement Values);

public sealed record ViewBlock(string? Type, string? BlockId);
