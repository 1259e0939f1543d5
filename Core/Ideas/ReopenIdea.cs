using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Gives an idea that was decided another chance.</summary>
[Command("idea reopen", "Open an idea again", Example = "idea reopen 12")]
public sealed record ReopenIdea([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ReopenIdea>
    {
        public Task<Reply> Handle(ReopenIdea command, Turn turn) => IdeaBook.Change(turn, command.Number, idea => Task.FromResult(Reopen(idea, turn)));

        private static (Idea?, Reply) Reopen(Idea idea, Turn turn)
        {
            if (idea.IsOpen)
                return (null, Reply.Refuse($"Idea {idea.Number} is open already. Try: {new Typed(IdeaText.ShowCommand(idea))}"));
            var after = idea.After(new IdeaEvent(turn.Now, turn.Caller.Person, IdeaDeed.Reopened)) with
            {
                State = IdeaState.Open,
                Outcome = null,
                MergedInto = null,
                ClosedAt = null,
            };
            return (after, Reply.Say($"Reopened {IdeaText.Named(after)}."));
        }
    }
}
