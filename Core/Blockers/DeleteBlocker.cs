using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Takes a blocker's text, post and copies away at once, because pasted secrets happen.</summary>
[Command("blocker delete", "Delete your blocker, its text and its post", Example = "blocker delete 12")]
public sealed record DeleteBlocker([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<DeleteBlocker>
    {
        public async Task<Reply> Handle(DeleteBlocker command, Turn turn)
        {
            if (await BlockerBook.Find(turn, command.Number) is not { } stored)
                return BlockerBook.NotFound(command.Number);
            var blocker = stored.Value;
            if (!BlockerBook.MayRewrite(turn, blocker))
                return BlockerBook.NotYours(blocker, $"delete", blocker.IsOpen ? $"blocker done {blocker.Number}" : BlockerText.ShowCommand(blocker));
            turn.Delete(Blocker.Type, stored);
            return Reply.Say($"Deleted blocker {command.Number}, its text and its post. Undo can bring it back for 10 minutes; then it is gone for good.");
        }
    }
}
