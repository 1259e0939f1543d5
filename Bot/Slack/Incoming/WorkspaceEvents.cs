using System.Collections.Concurrent;
using System.Text.Json;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>People and channels that come, change and go: what was known of them is learned anew.</summary>
public sealed partial class WorkspaceEvents(
    SlackDirectory directory,
    SlackPresence presence,
    DirectChannels directs,
    EventTurns turns,
    ILogger<WorkspaceEvents> log)
{
    private const int MostMoves = 1_000;

    /// <summary>The moves about which nobody knows yet whether somebody was asked, by the event that told of them.</summary>
    private readonly ConcurrentDictionary<string, (string From, string To)> _moves = new();

    /// <returns>Null for an event that means nothing to the bot.</returns>
    public async ValueTask<Finished?> Handle(string type, Happening happening)
    {
        switch (type)
        {
            case "user_change" or "team_join" or "user_profile_changed" or "user_status_changed":
                return await Learn(happening);
            case "dnd_updated_user":
                if (UserIn(happening) is { } quiet)
                    presence.Forget(quiet);
                return Finished.Silently;
            case "member_joined_channel":
                return await Joined(happening);
            case "member_left_channel":
                if (happening.Event.Deserialize(PayloadJson.Default.MembershipEvent) is not { Channel: { } left, User: { } leaver })
                    return Finished.Silently;
                Forget(left, leaver);
                return await Notice(happening, left);
            case "channel_rename" or "channel_archive" or "channel_unarchive" or "channel_deleted" or "channel_left"
                or "group_rename" or "group_archive" or "group_unarchive" or "group_deleted" or "group_left":
                if (ChannelIn(happening) is not { } changed)
                    return Finished.Silently;
                directory.Forget(new ChannelId(changed));
                return await Notice(happening, changed);
            case "app_uninstalled":
                Uninstalled(type);
                return Finished.Silently;
            case "tokens_revoked":
                if (happening.Event.Deserialize(PayloadJson.Default.RevokedEvent)?.Tokens?.Bot is { Count: > 0 })
                    Uninstalled(type);
                return Finished.Silently;
            default:
                return null;
        }
    }

    /// <summary>Whoever is in another zone now is asked what becomes of what they scheduled.</summary>
    private async Task<Finished> Learn(Happening happening)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.UserEvent)?.User is not { ValueKind: JsonValueKind.Object } user
            || user.Deserialize(SlackJson.Default.UserObject) is not { Id: { } id } person)
            return Finished.Silently;
        var moved = Moved(directory.Learn(person), happening.Key);
        presence.Forget(new PersonId(id));
        if (person.Deleted == true)
            return await Left(happening, new PersonId(id));
        if (moved is not { From: var from, To: var to })
            return Finished.Silently;
        var call = new InboundContent.Call(new MovedZone(from, to));
        var own = ConversationId.Of(new PersonId(id));
        var finished = await turns.Run(new Inbound(happening.Workspace, new PersonId(id), own, null, happening.Key, call));
        if (finished.Reply.IsTaken && happening.Key is { } key)
            _moves.TryRemove(key, out _);
        return finished;
    }

    /// <summary>What somebody had who left is passed on.</summary>
    private Task<Finished> Left(Happening happening, PersonId person)
    {
        directs.Forget(person);
        var own = ConversationId.Of(PersonId.Bot);
        return turns.Run(new Inbound(happening.Workspace, PersonId.Bot, own, null, happening.Key, new InboundContent.Call(new PersonLeft(person))));
    }

    /// <summary>When an event comes again, its zone is no news any more; it is until whoever moved has been asked.</summary>
    private (string From, string To)? Moved((string From, string To)? moved, string? key)
    {
        if (key is null)
            return moved;
        if (moved is not { } now)
            return _moves.TryGetValue(key, out var before) ? before : null;
        if (_moves.Count >= MostMoves)
            _moves.Clear();
        _moves[key] = now;
        return now;
    }

    /// <summary>The bot introduces itself where it was invited.</summary>
    private async Task<Finished> Joined(Happening happening)
    {
        if (happening.Event.Deserialize(PayloadJson.Default.MembershipEvent) is not { Channel: { } channel, User: { } user })
            return Finished.Silently;
        Forget(channel, user);
        if (user != (happening.BotUser ?? await directory.BotUserId()))
            return await Notice(happening, channel);
        var call = new InboundContent.Call(new Introduce());
        var here = ConversationId.Of(new ChannelId(channel));
        return await turns.Run(new Inbound(happening.Workspace, PersonId.Bot, here, null, happening.Key, call));
    }

    /// <summary>Whatever is done for the people of a channel is done for those who are in it now.</summary>
    private Task<Finished> Notice(Happening happening, string channel)
    {
        var here = ConversationId.Of(new ChannelId(channel));
        var call = new InboundContent.Call(new MembersChanged());
        return turns.Run(new Inbound(happening.Workspace, PersonId.Bot, here, null, happening.Key, call));
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

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Slack says {Event}: the app was removed from the workspace or its token taken back. Install it again and set Slack:BotToken anew")]
    private partial void Uninstalled(string @event);
}
