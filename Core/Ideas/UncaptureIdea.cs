using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Taking the bulb away takes the vote back, and within ten minutes the capture too, unless others want the idea by now.</summary>
[Command("idea uncapture", "Take a bulb away", Hidden = true)]
public sealed record UncaptureIdea([Arg("The message")] MessageId Message) : ICommand
{
    private static readonly Duration Undoable = Duration.FromMinutes(10);

    public sealed class Handler : ICommandHandler<UncaptureIdea>
    {
        public async Task<Reply> Handle(UncaptureIdea command, Turn turn)
        {
            var caller = turn.Caller.Person;
            if (await CaptureIdea.NumberOf(turn, turn.Caller.Conversation, command.Message) is not { } number
                || await IdeaBook.Find(turn, number) is not { } idea)
                return Reply.Nothing;
            var isCapture = idea.Value.Source is { } source && source.Message == command.Message && source.CapturedBy == caller;
            var isWanted = idea.Value.Votes.Any(vote => vote != caller);
            if (isCapture && !isWanted && idea.Value.IsOpen && turn.Now - idea.Value.CreatedAt <= Undoable)
                turn.Delete(Idea.Type, idea);
            else if (idea.Value.Votes.Contains(caller))
                turn.Change(Idea.Type, idea, idea.Value with { Votes = [.. idea.Value.Votes.Where(vote => vote != caller)] });
            return Reply.Nothing;
        }
    }
}
