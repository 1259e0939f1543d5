using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Says that an idea matters to somebody else than its author too.</summary>
[Command("idea vote", "Vote for an idea", Example = "idea vote 12")]
public sealed record VoteForIdea([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<VoteForIdea>
    {
        public Task<Reply> Handle(VoteForIdea command, Turn turn) =>
            IdeaBook.Change(turn, command.Number, idea => Task.FromResult(Vote(idea, turn.Caller.Person)));

        private static (Idea?, Reply) Vote(Idea idea, PersonId voter)
        {
            if (!idea.IsOpen)
                return (null, IdeaBook.NotOpen(idea));
            if (idea.Votes.Contains(voter))
            {
                return (null, Reply.Refuse($"You already voted for {IdeaText.Named(idea)}; it has {IdeaText.Counted(idea.Votes.Count)}. Try: "
                    + $"{new Typed($"idea unvote {idea.Number}")} to take yours back."));
            }
            var after = idea with { Votes = [.. idea.Votes, voter] };
            var said = Reply.Say($"You voted for {IdeaText.Named(after)}; it has {IdeaText.Counted(after.Votes.Count)} now.");
            return (after, said.UndoneBy(new UnvoteIdea(idea.Number)));
        }
    }
}
