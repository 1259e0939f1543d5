using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Makes one of two ideas that mean the same, and keeps everybody's vote.</summary>
[Command("idea merge", "Merge an idea into another that means the same", Example = "idea merge 12 into 7")]
public sealed record MergeIdea(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The one that stays", Name = "other", After = "into")] int Into) : ICommand
{
    public sealed class Handler : ICommandHandler<MergeIdea>
    {
        public async Task<Reply> Handle(MergeIdea command, Turn turn)
        {
            if (command.Number == command.Into)
                return Reply.Refuse($"An idea can’t be merged into itself. Try: {new Typed("idea merge 12 into 7")}");
            if (await IdeaBook.Find(turn, command.Number) is not { } from)
                return IdeaBook.NotFound(command.Number);
            if (await IdeaBook.Find(turn, command.Into) is not { } into)
                return IdeaBook.NotFound(command.Into);
            if (from.Value.Home != into.Value.Home)
            {
                return Reply.Refuse($"Ideas {command.Number} and {command.Into} live in different places, so the same people can’t see both. "
                    + $"To close one by itself: {new Typed($"idea drop {command.Number}")}");
            }
            if (!from.Value.IsOpen)
                return IdeaBook.NotOpen(from.Value);
            if (!into.Value.IsOpen)
                return IdeaBook.NotOpen(into.Value);

            var by = turn.Caller.Person;
            var merged = into.Value.After(new IdeaEvent(turn.Now, by, IdeaDeed.Absorbed, Idea.IdOf(command.Number))) with
            {
                Votes = [.. into.Value.Votes.Union(from.Value.Votes)],
            };
            turn.Change(Idea.Type, into, merged);
            turn.Change(Idea.Type, from, from.Value.After(new IdeaEvent(turn.Now, by, IdeaDeed.Merged, Idea.IdOf(command.Into))) with
            {
                State = IdeaState.Merged,
                MergedInto = command.Into,
                ClosedAt = turn.Now,
            });
            return Reply.Say($"Merged idea {command.Number} into {IdeaText.Named(merged)}, which has {IdeaText.Counted(merged.Votes.Count)}.");
        }
    }
}
