using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks nobody until it is resumed; what was asked already can still be answered.</summary>
[Command("checkin pause", "Pause a check-in", Example = "checkin pause Daily")]
public sealed record PauseCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    public sealed class Handler : ICommandHandler<PauseCheckIn>
    {
        public Task<Reply> Handle(PauseCheckIn command, Turn turn) =>
            ChangeOf.CheckIn(turn, command.Name, "pause", name => command with { Name = name }, checkIn => checkIn.IsActive
                ? (checkIn with { State = CheckInState.Paused, PausedAt = turn.Now }, Reply.Say(
                    $"Paused: {checkIn.Name}. Nobody is asked until {new Typed($"checkin resume {checkIn.Name}")}"))
                : ((CheckIn?)null, Reply.Refuse($"{checkIn.Name} is paused already. Try: {new Typed($"checkin resume {checkIn.Name}")}")));
    }
}
