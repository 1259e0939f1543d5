using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Takes one's vote back.</summary>
[Command("idea unvote", "Take your vote back", Example = "idea unvote 12")]
public sealed record UnvoteIdea([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<UnvoteIdea>
    {
        public Task<Reply> Handle(UnvoteIdea command, Turn turn) =>
            IdeaBook.Change(turn, command.Number, idea => Task.FromResult(Unvote(idea, turn.Caller.Person)));

        private static (Idea?, Reply) Unvote(Idea idea, PersonId voter)
        {
            if (!idea.Votes.Contains(voter))
                return (null, Reply.Refuse($"You have not voted for {IdeaText.Named(idea)}. Try: {new Typed($"idea vote {idea.Number}")}"));
            var after = idea with { Votes = [.. idea.Votes.Where(vote => vote != voter)] };
            var said = Reply.Say($"Your vote for {IdeaText.Named(after)} is taken back; it has {IdeaText.Counted(after.Votes.Count)}.");
            return (after, said.UndoneBy(new VoteForIdea(idea.Number)));
        }
    }
}
