using System.Globalization;
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
        private static readonly Typed AllOf = new("checkin list");

        public async Task<Reply> Handle(LeaveCheckIn command, Turn turn)
        {
            var meant = await CheckInBook.Named(
                turn, command.Name, checkIn => Task.FromResult(checkIn.Asks(turn.Caller.Person) ? Examples.About(checkIn, "checkin leave Daily") : null),
                name => command with { Name = name });
            if (meant.CheckIn is not { } stored)
            {
                return await IsGone(turn, command.Name)
                    ? Reply.Refuse($"It is deleted, so I ask you nothing in it. To see the others: {AllOf}")
                    : meant.Refusal!;
            }

            var (checkIn, me) = (stored.Value, turn.Caller.Person);
            if (!checkIn.Asks(me))
                return Reply.Refuse($"You are not in {checkIn.Name}. To see those of your channels: {AllOf}");
            await Membership.Remove(turn, stored, [me], me);
            return Reply.Say($"You left {checkIn.Name}; I ask you no more.");
        }

        /// <summary>Whether it is one that whoever asks was in, as the button below what told them names it.</summary>
        private static async Task<bool> IsGone(Turn turn, string? name) =>
            int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && await turn.Find(CheckIn.Type, CheckIn.IdOf(number)) is { Value: { State: CheckInState.Deleted } gone } && gone.Asks(turn.Caller.Person);
    }
}
