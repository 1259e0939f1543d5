using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Puts an idea where it will be looked for.</summary>
[Command("idea move", "Move an idea to another bucket", Example = "idea move 12 tasks")]
public sealed record MoveIdea(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The bucket")] Bucket Bucket) : ICommand
{
    public sealed class Handler : ICommandHandler<MoveIdea>
    {
        public Task<Reply> Handle(MoveIdea command, Turn turn) =>
            IdeaBook.Change(turn, command.Number, idea => Task.FromResult(Move(idea, command.Bucket, turn)));

        private static (Idea?, Reply) Move(Idea idea, Bucket bucket, Turn turn)
        {
            if (idea.Bucket == bucket)
                return (null, Reply.Refuse($"Idea {idea.Number} is in {IdeaText.Of(bucket)} already. Try: {new Typed(IdeaText.ShowCommand(idea))}"));
            var after = idea.After(new IdeaEvent(turn.Now, turn.Caller.Person, IdeaDeed.Moved, IdeaText.Of(bucket))) with { Bucket = bucket };
            return (after, Reply.Say($"Moved {IdeaText.Named(idea)} from {IdeaText.Of(idea.Bucket)} to {IdeaText.Of(bucket)}."));
        }
    }
}
