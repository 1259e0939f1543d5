using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What somebody scheduled stays as it is, because others count on it.</summary>
[Command("online zone stay", "Leave what I scheduled at the old zone", Hidden = true)]
public sealed record StayInZone([Arg("Whose")] PersonId Of, [Arg("The old zone")] string From) : ICommand
{
    public sealed class Handler(IEnumerable<IZoneBound> features) : ICommandHandler<StayInZone>
    {
        public async Task<Reply> Handle(StayInZone command, Turn turn)
        {
            if (command.Of != turn.Caller.Person)
                return ZoneQuestion.NotYours(command.Of);
            return (await ZoneQuestion.All(turn, features, command.From)).Count == 0
                ? ZoneQuestion.NothingLeft(command.From)
                : Reply.Say($"It stays at {command.From}.");
        }
    }
}
