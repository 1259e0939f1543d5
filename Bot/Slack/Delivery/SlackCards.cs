using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>How cards become what Slack shows, on somebody's clock.</summary>
public sealed record SlackCards(
    Func<Card, DateTimeZone, string?, string> Text, Func<Card, DateTimeZone, string?, string> Blocks, Func<Card, DateTimeZone, string?, string> Home);
