using System.Text.Json.Serialization.Metadata;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>One method of Slack's Web API: how often it may be called, whether it may be repeated, and what the app must be allowed for it.</summary>
public sealed record SlackMethod<T>(string Name, JsonTypeInfo<T> Answer, SlackTier Tier, SlackRepeat Repeat, params string[] Scopes) : ISlackMethod
{
    /// <summary>Whether it is called in the name of the app itself, with the token of Socket Mode.</summary>
    public bool UsesAppToken { get; init; }

    IReadOnlyList<string> ISlackMethod.Scopes => Scopes;
}

/// <summary>A method whatever it answers.</summary>
public interface ISlackMethod
{
    string Name { get; }

    SlackTier Tier { get; }

    bool UsesAppToken { get; }

    /// <summary>Empty where none is needed.</summary>
    IReadOnlyList<string> Scopes { get; }
}

/// <summary>How often Slack lets a method be called: <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.</summary>
public enum SlackTier
{
    Tier1,
    Tier2,
    Tier3,
    Tier4,

    /// <summary>Hundreds a minute.</summary>
    AuthTest,

    /// <summary>A message a second in each channel.</summary>
    PerChannel,
}

public enum SlackRepeat
{
    /// <summary>Twice is the same as once.</summary>
    Freely,

    /// <summary>Twice would be seen twice.</summary>
    Never,
}
