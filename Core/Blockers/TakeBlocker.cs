using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Says that one is on it, so that nobody else is asked any more.</summary>
[Command("blocker take", "Say that you are on it", Example = "blocker take 12")]
public sealed record TakeBlocker(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("From whom", Hidden = true)] PersonId? From = null) : ICommand
{
    public sealed class Handler : ICommandHandler<TakeBlocker>
    {
        public Task<Reply> Handle(TakeBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker => Take(turn, blocker, command));

        private static (Blocker?, Reply) Take(Turn turn, Blocker blocker, TakeBlocker command)
        {
            if (!blocker.IsOpen)
                return (null, BlockerBook.NotOpen(blocker));
            var me = turn.Caller.Person;
            if (blocker.TakenBy == me)
                return (null, Reply.Refuse($"You have {BlockerText.Named(blocker)} already. When it is solved: {new Typed($"blocker done {blocker.Number}")}"));
            if (blocker.TakenBy is { } taker && command.From != taker)
            {
                return (null, Reply.Refuse($"{taker} is on {BlockerText.Named(blocker)}. To tell them something: "
                    + $"{new Typed($"blocker note {blocker.Number} I can help")}",
                    new Button("Take it over", command with { From = taker })));
            }

            var after = blocker.After(new BlockerEvent(turn.Now, me, BlockerDeed.Taken)) with { State = BlockerState.Taken, TakenBy = me };
            var told = blocker.Author == me ? Rich.Empty : (Rich)$" I told {blocker.Author}.";
            return (after, Reply.Say($"You are on {BlockerText.Named(after)}.{told}", BlockerText.ResolvedButton(after)));
        }
    }
}
