using System.Text.Json.Serialization;

namespace AsyncBot.Core.Messages;

/// <summary>Somebody, by the platform's id. In text it becomes a mention.</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>Stands wherever somebody stood who asked to be forgotten.</summary>
    public static readonly PersonId Former = new("former");

    /// <summary>The bot itself, as the one who acts in jobs.</summary>
    public static readonly PersonId Bot = new("asyncbot");

    public override string ToString() => Value;
}

/// <summary>A channel, by the platform's id.</summary>
public readonly record struct ChannelId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A message as its platform names it.</summary>
public readonly record struct MessageId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A message of the bot by the name it had before it was sent, so that it can be changed later and never sent twice.</summary>
public readonly record struct PostId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// Where something is said: a channel, or the direct conversation of one person with the bot.
/// It is also the home of what is made there, and decides who may see it.
/// </summary>
public readonly record struct ConversationId(string Value)
{
    private const string ChannelPrefix = "channel:";
    private const string PersonPrefix = "person:";

    public static ConversationId Of(ChannelId channel) => new(ChannelPrefix + channel.Value);

    public static ConversationId Of(PersonId person) => new(PersonPrefix + person.Value);

    /// <summary>The channel, or null for a direct conversation.</summary>
    [JsonIgnore]
    public ChannelId? Channel => Value.StartsWith(ChannelPrefix, StringComparison.Ordinal) ? new(Value[ChannelPrefix.Length..]) : null;

    /// <summary>The person of a direct conversation, or null for a channel.</summary>
    [JsonIgnore]
    public PersonId? Person => Value.StartsWith(PersonPrefix, StringComparison.Ordinal) ? new(Value[PersonPrefix.Length..]) : null;

    public override string ToString() => Value;
}
