using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Says what is to be done in better words.</summary>
[Command("due edit", "Change the words of a task", Example = "due edit 12 Send the deck to the board")]
public sealed record EditDue(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The new text", Rest = true, Max = DueItem.LongestText)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<EditDue>
    {
        public Task<Reply> Handle(EditDue command, Turn turn) => DueBook.Change(turn, command.Number, "edit", item =>
        {
            if (item.Text == command.Text)
                return (null, Reply.Refuse($"#{item.Number} says that already. Try: {new Typed(DueText.ShowCommand(item))}"));
            var after = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Edited)) with { Text = command.Text };
            return (after, Reply.Say($"#{item.Number} now says: {Excerpt.Of(after.Text, DueText.ShowCommand(after))}"));
        });
    }
}
