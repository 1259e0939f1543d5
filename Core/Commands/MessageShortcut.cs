using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>An entry of the menu that platforms show at each message, so that what somebody wrote need not be typed again.</summary>
/// <param name="Id">Never changes, because platforms hand it back.</param>
/// <param name="Name">As the menu shows it.</param>
/// <param name="Description">What it does, in a few words.</param>
public sealed record MessageShortcut(string Id, string Name, string Description, Func<PickedMessage, ICommand> Command);

/// <summary>The message at which an entry was picked.</summary>
/// <param name="Author">The bot for messages of bots.</param>
/// <param name="Link">Null where the platform has none.</param>
public sealed record PickedMessage(MessageId Id, PersonId Author, string Text, string? Link);
