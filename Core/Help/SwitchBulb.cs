using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>For channels in which a bulb is just a bulb.</summary>
[Command("async bulb", "Say whether 💡 captures ideas in a channel", Example = "async bulb off in #team", Role = Role.Admin)]
public sealed record SwitchBulb([Arg("On or off")] Switch Switch, [Arg("The channel", After = "in")] ChannelId? Channel = null) : ICommand
{
    public sealed class Handler : ICommandHandler<SwitchBulb>
    {
        public async Task<Reply> Handle(SwitchBulb command, Turn turn)
        {
            var home = command.Channel is { } named ? ConversationId.Of(named) : turn.Caller.Conversation;
            if (home.Channel is null)
                return Reply.Refuse($"Which channel? Try: {new Typed("async bulb off in #team")}");
            var isOff = (await SettingsChange.Current(turn)).BulbOff.Contains(home);
            if (isOff == (command.Switch == Commands.Switch.Off))
                return Reply.Refuse($"It is {(isOff ? "off" : "on")} in {home} already. Try: {new Typed("async settings")}");
            return isOff
                ? await SettingsChange.Make(
                    turn,
                    settings => settings with { BulbOff = [.. settings.BulbOff.Where(off => off != home)] },
                    $"A 💡 on a message in {home} captures it as an idea again.")
                : await SettingsChange.Make(
                    turn, settings => settings with { BulbOff = [.. settings.BulbOff, home] }, $"A 💡 in {home} is just a 💡 now.");
        }
    }
}
