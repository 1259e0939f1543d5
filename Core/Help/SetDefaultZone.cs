using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>The clock of people whose platform does not say where they are.</summary>
[Command("async zone", "Set the zone of people without one", Example = "async zone Europe/Lisbon", Role = Role.Admin)]
public sealed record SetDefaultZone([Arg("The time zone", Rest = true, Max = 100)] string Zone) : ICommand
{
    public sealed class Handler : ICommandHandler<SetDefaultZone>
    {
        public async Task<Reply> Handle(SetDefaultZone command, Turn turn)
        {
            var reading = Zones.Read(command.Zone, turn.Caller.Zone.Id, turn.Now);
            if (reading.Id is not { } id)
            {
                return Reply.Refuse(
                    $"{reading.Problem} Try: {new Typed("async zone Europe/Lisbon")}",
                    [.. reading.Choices.Select(choice => new Button(choice, new SetDefaultZone(choice)))]);
            }

            return await SettingsChange.Make(
                turn,
                settings => settings with { Zone = id, IsZoneSaid = true },
                $"People without a zone of their own are on {id} time now.");
        }
    }
}
