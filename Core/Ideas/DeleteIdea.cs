using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Takes an idea's text, line and copies away at once, because pasted secrets happen.</summary>
[Command("idea delete", "Delete your idea, its text and its post", Example = "idea delete 12")]
public sealed record DeleteIdea([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<DeleteIdea>
    {
        public async Task<Reply> Handle(DeleteIdea command, Turn turn)
        {
            if (await IdeaBook.Find(turn, command.Number) is not { } idea)
                return IdeaBook.NotFound(command.Number);
            if (!IdeaBook.MayRewrite(turn, idea.Value))
                return IdeaBook.NotYours(idea.Value, "delete");
            turn.Delete(Idea.Type, idea);
            return Reply.Say($"Deleted idea {command.Number}, its text and its post. Undo can bring it back for 10 minutes; then it is gone for good.");
        }
    }
}
