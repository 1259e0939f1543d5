namespace AsyncBot.Bot.Slack.Api;

/// <summary>Slack's words for what went wrong, as people can act on them.</summary>
public static class SlackErrors
{
    /// <summary>Whether no call will work until somebody changes the token.</summary>
    public static bool IsOfToken(string error) => error is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired";
}
