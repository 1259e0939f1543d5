using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Says that it is solved, and how, so that the next one who has it finds the way.</summary>
[Command("blocker done", "Say that a blocker is resolved, and how", Example = "blocker done 12 Restarted the agent")]
public sealed record FinishBlocker(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("How it was resolved", Name = "how", Rest = true, Max = Blocker.LongestText)] string? How = null) : ICommand
{
    public sealed class Handler : ICommandHandler<FinishBlocker>
    {
        public Task<Reply> Handle(FinishBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker =>
            blocker.IsOpen ? Finish(turn, blocker, command.How) : Explain(turn, blocker, command.How));

        private static (Blocker?, Reply) Finish(Turn turn, Blocker blocker, string? how)
        {
            var after = blocker.After(new BlockerEvent(turn.Now, turn.Caller.Person, BlockerDeed.Done, how)) with
            {
                State = BlockerState.Done, How = how, ClosedAt = turn.Now, TakenBy = null, Holds = [],
            };
            if (how is not null)
                return (after, Reply.Say($"Resolved: {BlockerText.Named(after)}{BlockerText.How(after)}"));
            var explain = new Button("Say how", new ExplainBlocker(after.Number));
            return (after, Reply.Say($"Resolved: {BlockerText.Named(after)}. How? Whoever has it next will want to know.", explain));
        }

        /// <summary>How it was solved can be said afterwards, also in better words by who said it.</summary>
        private static (Blocker?, Reply) Explain(Turn turn, Blocker blocker, string? how)
        {
            if (blocker.IsForgotten || how is null || how == blocker.How || (blocker.How is not null && blocker.HowSaidBy != turn.Caller.Person))
                return (null, BlockerBook.NotOpen(blocker));
            var after = blocker.After(new BlockerEvent(turn.Now, turn.Caller.Person, BlockerDeed.Explained, how)) with { How = how };
            return (after, Reply.Say($"How {BlockerText.Named(after)} was resolved{BlockerText.How(after)}"));
        }
    }
}
