namespace AsyncBot.Bot.Slack.Api;

/// <summary>Slack's words for what went wrong, as people can act on them.</summary>
public static class SlackErrors
{
    /// <summary>Whether no call will work until somebody changes the token.</summary>
    public static bool IsOfToken(string error) => error is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired";

    /// <summary>Why a delivery did not work, and what somebody can do about it.</summary>
    public static string Explain(string error, string? needed, IReadOnlyList<string> messages) => error switch
    {
        "not_in_channel" => "AsyncBot is not in that channel: invite it there with /invite @AsyncBot",
        "channel_not_found" => "Slack has no such channel, or AsyncBot may not see it: invite it there with /invite @AsyncBot",
        "is_archived" => "the channel is archived: unarchive it, or use another",
        "missing_scope" => $"the Slack app lacks the scope {needed ?? "that this needs"}: update it from the manifest, and reinstall it",
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" or "posting_to_channel_denied" =>
            "the workspace does not let AsyncBot post in that channel: an admin of Slack can allow it",
        "messages_tab_disabled" => "the Slack app's Messages tab is off: turn it on under App Home",
        "not_enabled" => "the Slack app's Home tab is off: turn it on under App Home",
        "permission_denied" => "only admins may change user groups here: an admin of Slack can allow it for everybody, under Settings, Permissions",
        "plan_upgrade_required" => "user groups need a paid plan of Slack",
        "no_such_subteam" or "subteam_not_found" => "Slack has no such user group",
        "invalid_users" => "one of them can’t be in a user group: guests and bots can’t, nor who left",
        "user_not_in_channel" => "they are not in that channel any more",
        "user_not_found" or "user_disabled" or "users_not_found" => "they are not in the workspace any more",
        "message_not_found" or "thread_not_found" => "the message is gone",
        "cant_update_message" or "edit_window_closed" => "Slack does not let that message be changed any more",
        _ when messages.Count > 0 => $"Slack said {error}: {string.Join("; ", messages)}",
        _ => $"Slack said {error}",
    };
}
