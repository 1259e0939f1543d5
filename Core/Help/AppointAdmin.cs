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
            var admins = (await SettingsChange.Current(turn)).Admins;
            return command.Switch == Commands.Switch.Off
                ? await Dismiss(turn, command.Person, admins)
                : await Appoint(turn, command.Person, admins);
        }

        private static async Task<Reply> Dismiss(Turn turn, PersonId person, IReadOnlyList<PersonId> admins)
        {
            if (!admins.Contains(person))
            {
                return Reply.Refuse($"{person} was not made an admin here. Admins of the platform or the configuration are changed there; see "
                    + $"{new Typed("async settings")}");
            }

            return await SettingsChange.Make(
                turn,
                settings => settings with { Admins = [.. settings.Admins.Where(admin => admin != person)] },
                $"{person} is no longer an admin here.");
        }

        private static async Task<Reply> Appoint(Turn turn, PersonId person, IReadOnlyList<PersonId> admins)
        {
            if (admins.Contains(person))
                return Reply.Refuse($"{person} is an admin already. Try: {new Typed("async settings")}");
            return await SettingsChange.Make(
                turn, settings => settings with { Admins = [.. settings.Admins, person] }, $"{person} is an admin now.");
        }
    }
}
