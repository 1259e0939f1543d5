using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>The clock of people whose platform does not say where they are.</summary>
[Command("async zone", "Set the zone of people without one", Example = "async zone Europe/Lisbon", Role = Role.Admin)]
public sealed record SetDefaultZone([Arg("The time zone")] string Zone) : ICommand
{
    public sealed class Handler : ICommandHandler<SetDefaultZone>
    {
        public async Task<Reply> Handle(SetDefaultZone command, Turn turn)
        {
            var id = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(command.Zone, StringComparison.OrdinalIgnoreCase));
            return id is null
                ? Reply.Refuse($"“{Excerpt.Plain(command.Zone, Excerpt.LongestWord)}” is no time zone that I know. Try: {new Typed("async zone Europe/Lisbon")}")
                : await SettingsChange.Make(turn, settings => settings with { Zone = id }, $"People without a zone of their own are on {id} time now.");
        }
    }
}
