using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>reactions.*.</summary>
internal static class ReactionMethods
{
    public static IReadOnlyList<SlackMethod> All { get; } = [new("reactions.add", Add, "reactions:write"), new("reactions.remove", Remove, "reactions:write")];

    private static JsonObject Add(FakeSlack slack, SlackRequest request)
    {
        var (message, reaction) = Read(slack, request);
        if (message.Reactions.Contains(reaction))
            throw new SlackRefusal("already_reacted");
        slack.State.Replace(message with { Reactions = message.Reactions.Add(reaction) });
        return [];
    }

    private static JsonObject Remove(FakeSlack slack, SlackRequest request)
    {
        var (message, reaction) = Read(slack, request);
        if (!message.Reactions.Contains(reaction))
            throw new SlackRefusal("no_reaction");
        slack.State.Replace(message with { Reactions = message.Reactions.Remove(reaction) });
        return [];
    }

    private static (SlackMessage Message, SlackReaction Reaction) Read(FakeSlack slack, SlackRequest request)
    {
        var name = request["name"] ?? throw new SlackRefusal("no_reaction");
        if (name.Contains(':', StringComparison.Ordinal) || name.Any(letter => letter > 127))
            throw new SlackRefusal("invalid_name");
        var channel = Places.Of(slack.State, request["channel"] ?? throw new SlackRefusal("no_item_specified"));
        var message = slack.State.Find(channel.Id, request["timestamp"] ?? throw new SlackRefusal("no_item_specified"));
        return message is { EphemeralTo: null } ? (message, new SlackReaction(FakeSlack.BotUser, name)) : throw new SlackRefusal("message_not_found");
    }
}
