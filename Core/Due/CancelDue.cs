using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Takes something off the list that need not be done any more.</summary>
[Command("due cancel", "Take something off the list", Example = "due cancel 12")]
public sealed record CancelDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<CancelDue>
    {
        public Task<Reply> Handle(CancelDue command, Turn turn) => DueBook.Change(turn, command.Number, "cancel", item => DueBook.Close(
            turn, item, DueState.Cancelled, new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Cancelled), $"Cancelled: {DueText.Named(item)}"));
    }
}
