using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Lets somebody administer the bot who does not administer the whole workspace.</summary>
[Command("async admin", "Make somebody an admin, or no longer", Example = "async admin @ana", Role = Role.Admin)]
public sealed record AppointAdmin([Arg("The person")] PersonId Person, [Arg("On or off")] Switch? Switch = null) : ICommand
{
    public sealed class Handler : ICommandHandler<AppointAdmin>
    {
        public async Task<Reply> Handle(AppointAdmin command, Turn turn)
        {
            var named = (await SettingsChange.Current(turn)).Admins.Contains(command.Person);
            if (command.Switch == Commands.Switch.Off)
            {
                return named
                    ? await SettingsChange.Make(turn, settings => settings with { Admins = [.. settings.Admins.Where(admin => admin != command.Person)] }, $"{command.Person} is no longer an admin here.")
                    : Reply.Refuse($"{command.Person} was not made an admin here. Admins of the platform or the configuration are changed there; see {new Typed("async settings")}");
            }

            return named
                ? Reply.Refuse($"{command.Person} is an admin already. Try: {new Typed("async settings")}")
                : await SettingsChange.Make(turn, settings => settings with { Admins = [.. settings.Admins, command.Person] }, $"{command.Person} is an admin now.");
        }
    }
}
