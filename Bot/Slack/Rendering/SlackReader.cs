using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>For whom a message is rendered. Slack itself shows names and times as each reader knows them; the rest is here.</summary>
/// <param name="Zone">The clock of the text that stands where Slack can't show a reader's own time, such as in a notification.</param>
/// <param name="Spoken">How a command is typed there: <c>/idea add …</c> in a channel.</param>
/// <param name="HandleOf">What tells somebody from others of their name; null where nobody else has it.</param>
/// <param name="BotUserId">Whom a mention of the bot means; null where it is not known.</param>
public sealed record SlackReader(Instant Now, DateTimeZone Zone, Func<string, string> Spoken, string? BotUserId, Func<PersonId, string?> HandleOf);
