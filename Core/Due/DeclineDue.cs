using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Says no to something that somebody else asked for. Who says nothing has it.</summary>
[Command("due decline", "Say no to a task that I was given", Example = "due decline 12 I am away that week")]
public sealed record DeclineDue(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The reason", Rest = true, Max = 2_000)] string? Why = null) : ICommand
{
    public sealed class Handler : ICommandHandler<DeclineDue>
    {
        public Task<Reply> Handle(DeclineDue command, Turn turn) => DueBook.Change(turn, command.Number, "decline", item => Decline(turn, item, command));

        private static (DueItem?, Reply) Decline(Turn turn, DueItem item, DeclineDue command)
        {
            if (item.Assignee != turn.Caller.Person || !item.IsGiven)
                return (null, Reply.Refuse($"Nobody else gave you #{item.Number}. To take it off the list: {new Typed($"due cancel {item.Number}")}"));
            var declined = new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Declined, command.Why);
            return DueBook.Close(turn, item, DueState.Declined, declined, $"Declined: {DueText.Named(item)}. I told {item.Asker}.");
        }
    }
}
