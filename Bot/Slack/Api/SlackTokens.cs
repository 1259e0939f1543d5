namespace AsyncBot.Bot.Slack.Api;

/// <summary>Remembers that Slack does not take a token any more, so that it is said once, and Slack is asked once a minute.</summary>
internal sealed partial class SlackTokens(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Dead?[] _dead = new Dead?[2];

    /// <summary>The error with which a token was refused in the last minute, or null.</summary>
    public string? DeadBy(bool ofApp) => Volatile.Read(ref _dead[Place(ofApp)]) is { } dead && time.GetElapsedTime(dead.Since) < Rest ? dead.Error : null;

    public void Refused(bool ofApp, string error)
    {
        if (!SlackErrors.IsOfToken(error))
            return;
        if (Interlocked.Exchange(ref _dead[Place(ofApp)], new Dead(error, time.GetTimestamp())) is not null)
            return;
        if (ofApp)
            Died("Slack:AppToken", error, "make a new app-level token with the scope connections:write on your Slack app's page Basic Information");
        else
            Died("Slack:BotToken", error, "reinstall the app to the workspace and copy the new token from its page OAuth & Permissions");
    }

    public void Worked(bool ofApp)
    {
        if (_dead[Place(ofApp)] is not null)
            Volatile.Write(ref _dead[Place(ofApp)], null);
    }

    private static int Place(bool ofApp) => ofApp ? 1 : 0;

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not take {Key} any more ({Error}): {Fix}, and start the bot again")]
    private partial void Died(string key, string error, string fix);

    private sealed record Dead(string Error, long Since);
}
