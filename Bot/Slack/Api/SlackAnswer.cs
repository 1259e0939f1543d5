namespace AsyncBot.Bot.Slack.Api;

/// <summary>What became of one call to Slack; every way in which a call can fail is an answer and no exception.</summary>
public abstract record SlackAnswer<T>
{
    public sealed record Ok(T Value) : SlackAnswer<T>;

    /// <summary>Slack said no.</summary>
    /// <param name="Error">Slack's word for it, such as <c>not_in_channel</c>.</param>
    /// <param name="Needed">The scopes that are missing, where that is the reason.</param>
    /// <param name="Messages">What is wrong with the arguments, where Slack says so.</param>
    public sealed record Failed(string Error, string? Needed, IReadOnlyList<string> Messages) : SlackAnswer<T>;

    /// <summary>Nothing was done, because it would have been too often.</summary>
    public sealed record RateLimited(TimeSpan After) : SlackAnswer<T>;

    /// <summary>Slack did not answer, or not in a way that says what happened.</summary>
    public sealed record Unreachable(string Reason, bool MayHaveArrived) : SlackAnswer<T>;

    /// <summary>Why there is no value, in words for the log.</summary>
    public string Why => this switch
    {
        Failed { Needed: { } needed } failed => $"{failed.Error} (needed: {needed})",
        Failed { Messages.Count: > 0 } failed => $"{failed.Error}: {string.Join("; ", failed.Messages)}",
        Failed failed => failed.Error,
        RateLimited limited => $"rate limited for {Math.Ceiling(limited.After.TotalSeconds)} s",
        Unreachable unreachable => unreachable.Reason,
        _ => "ok",
    };

    /// <summary>The same failure of a call for something else.</summary>
    public SlackAnswer<TOther> As<TOther>() => this switch
    {
        Failed failed => new SlackAnswer<TOther>.Failed(failed.Error, failed.Needed, failed.Messages),
        RateLimited limited => new SlackAnswer<TOther>.RateLimited(limited.After),
        Unreachable unreachable => new SlackAnswer<TOther>.Unreachable(unreachable.Reason, unreachable.MayHaveArrived),
        _ => throw new InvalidOperationException("The call did not fail."),
    };
}
