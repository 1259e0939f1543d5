namespace AsyncBot.Bot.Slack;

/// <summary>What Slack tells the bot by itself, and what the app must be allowed to hear it: <see href="https://docs.slack.dev/reference/events"/>.</summary>
public static class SlackEvents
{
    public static readonly IReadOnlyList<SlackEvent> All =
    [
        new("app_home_opened"),
        new("app_mention", "app_mentions:read"),
        new("message.im", "im:history"),
        new("message.channels", "channels:history"),
        new("message.groups", "groups:history"),
        new("reaction_added", "reactions:read"),
        new("reaction_removed", "reactions:read"),
        new("member_joined_channel", "channels:read", "groups:read"),
        new("member_left_channel", "channels:read", "groups:read"),
        new("channel_rename", "channels:read"),
        new("channel_archive", "channels:read"),
        new("channel_unarchive", "channels:read"),
        new("group_rename", "groups:read"),
        new("group_archive", "groups:read"),
        new("group_unarchive", "groups:read"),
        new("team_join", "users:read"),
        new("user_change", "users:read"),
        new("dnd_updated_user", "dnd:read"),
        new("app_uninstalled"),
        new("tokens_revoked"),
    ];
}

/// <summary>One kind of news from Slack.</summary>
public sealed record SlackEvent(string Name, params string[] Scopes);
