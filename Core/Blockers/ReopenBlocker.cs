using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Opens it again, because it came back or because whoever took it can't go on. Whom it needs is told anew, but for whoever opens it.</summary>
[Command("blocker reopen", "Open a blocker again, or give it back", Example = "blocker reopen 12")]
public sealed record ReopenBlocker([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ReopenBlocker>
    {
        public Task<Reply> Handle(ReopenBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker =>
        {
            if (blocker.State == BlockerState.Open)
                return (null, Reply.Refuse($"#{blocker.Number} is open, and nobody has it. Try: {new Typed($"blocker take {blocker.Number}")}"));
            if (blocker.IsForgotten)
                return (null, BlockerBook.NotOpen(blocker));
            var me = turn.Caller.Person;
            var after = blocker.After(new BlockerEvent(turn.Now, me, BlockerDeed.Reopened)).Anew(turn.Now).With(me, need => need with { ToldAt = turn.Now });
            return (after, Reply.Say($"Open again: {BlockerText.Named(after)}.", BlockerText.TakeButton(after)));
        });
    }
}
