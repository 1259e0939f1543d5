using System.Text.Json;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>People and channels that come, change and go: what was known of them is learned anew.</summary>
public sealed partial class WorkspaceEvents(SlackDirectory directory, SlackPresence presence, DirectChannels directs, EventTurns turns, ILogger<WorkspaceEvents> log)
{
    /// <returns>False for an event that means nothing to the bot.</returns>
    public async ValueTask<bool> Handle(string type, Happening happening)
    {
        switch (type)
        {
            case "user_change" or "team_join" or "user_profile_changed" or "user_status_changed":
                await Learn(happening);
                return true;
            case "dnd_updated_user":
                if (UserIn(happening) is { } quiet)
                    presence.Forget(quiet);
                return true;
            case "member_joined_channel":
                await Joined(happening);
                return true;
            case "member_left_channel":
                if (happening.Event.Deserialize(PayloadJson.Default.MembershipEvent) is { Channel: { } left, User: { } leaver })
                    Forget(left, leaver);
                return true;
            case "channel_rename" or "channel_archive" or "channel_unarchive" or "channel_deleted" or "channel_left"
                or "group_rename" or "group_archive" or "group_unarchive" or "group_deleted" or "group_left":
                if (ChannelIn(happening) is { } changed)
                    directory.Forget(new ChannelId(changed));
                return true;
            case "app_uninstalled":
                Uninstalled(type);
                return true;
            case "tokens_revoked":
                if (happening.Event.Deserialize(PayloadJson.Default.RevokedEvent)?.Tokens?.Bot is { Count: > 0 })
                    Uninstalled(type);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whoever is in another zone now is asked what becomes of what they scheduled.</summary>
    private async Task Learn(Happening happening)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.UserEvent)?.User is not { ValueKind: JsonValueKind.Object } user
            || user.Deserialize(SlackJson.Default.UserObject) is not { Id: { } id } person)
            return;
        var moved = directory.Learn(person);
        presence.Forget(new PersonId(id));
        if (person.Deleted == true)
            directs.Forget(new PersonId(id));
        if (moved is { From: var from, To: var to })
            await turns.Run(new Inbound(happening.Workspace, new PersonId(id), ConversationId.Of(new PersonId(id)), null, happening.Key, new InboundContent.Call(new MovedZone(from, to))));
    }

    /// <summary>The bot introduces itself where it was invited.</summary>
    private async Task Joined(Happening happening)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.MembershipEvent) is not { Channel: { } channel, User: { } user })
            return;
        Forget(channel, user);
        if (user == (happening.BotUser ?? await directory.BotUserId()))
            await turns.Run(new Inbound(happening.Workspace, PersonId.Bot, ConversationId.Of(new ChannelId(channel)), null, happening.Key, new InboundContent.Call(new Introduce())));
    }

    private void Forget(string channel, string user)
    {
        directory.Forget(new ChannelId(channel));
        directory.ForgetMember(new ChannelId(channel), user);
    }

    private static PersonId? UserIn(Happening happening) =>
        happening.Event.Deserialize(PayloadJson.Default.UserEvent)?.User is { ValueKind: JsonValueKind.String } user ? new PersonId(user.GetString()!) : null;

    /// <summary>An id, or an object that has one, by the kind of event.</summary>
    private static string? ChannelIn(Happening happening) => happening.Event.Deserialize(PayloadJson.Default.ChannelEvent)?.Channel switch
    {
        { ValueKind: JsonValueKind.String } id => id.GetString(),
        { ValueKind: JsonValueKind.Object } channel when channel.TryGetProperty("id", out var id) => id.GetString(),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack says {Event}: the app was removed from the workspace or its token taken back. Install it again and set Slack:BotToken anew")]
    private partial void Uninstalled(string @event);
}
