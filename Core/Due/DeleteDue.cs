using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Takes something away with its text and every message that shows it: pasted secrets happen.</summary>
[Command("due delete", "Delete a task, its text and every message that shows it", Example = "due delete 12")]
public sealed record DeleteDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<DeleteDue>
    {
        public async Task<Reply> Handle(DeleteDue command, Turn turn)
        {
            if (await DueBook.Find(turn, command.Number) is not { } stored)
                return DueBook.NotFound(command.Number);
            var item = stored.Value;
            if (item.Asker != turn.Caller.Person && !turn.Caller.IsAdmin)
            {
                return Reply.Refuse($"Only {item.Asker} or an admin can delete #{item.Number}. "
                    + $"You can say that it is done: {new Typed($"due done {item.Number}")}");
            }

            turn.Delete(DueItem.Type, stored);
            return Reply.Say($"Deleted #{item.Number}, with its text in every message that showed it.");
        }
    }
}
