using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Leaves a check-in, whoever put one into it.</summary>
[Command("checkin leave", "Leave a check-in", Example = "checkin leave Daily")]
public sealed record LeaveCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    public sealed class Handler : ICommandHandler<LeaveCheckIn>
    {
        public async Task<Reply> Handle(LeaveCheckIn command, Turn turn)
        {
            var meant = await CheckInBook.Named(
                turn, command.Name, checkIn => Task.FromResult(checkIn.Asks(turn.Caller.Person) ? Examples.About(checkIn, "checkin leave Daily") : null),
                name => command with { Name = name });
            if (meant.CheckIn is not { } stored)
                return meant.Refusal!;
            var (checkIn, me) = (stored.Value, turn.Caller.Person);
            if (!checkIn.Asks(me))
                return Reply.Refuse($"You are not in {checkIn.Name}. To see those of your channels: {new Typed("checkin list")}");
            await Membership.Remove(turn, stored, [me], me);
            return Reply.Say($"You left {checkIn.Name}; I ask you no more.");
        }
    }
}
