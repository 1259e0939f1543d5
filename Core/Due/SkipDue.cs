using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Leaves out the next time of what comes round; all others stay.</summary>
[Command("due skip", "Leave out the next time of what comes round", Example = "due skip 12")]
public sealed record SkipDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<SkipDue>
    {
        public Task<Reply> Handle(SkipDue command, Turn turn) => DueBook.Change(turn, command.Number, "skip", item => Skip(turn, item));

        private static (DueItem?, Reply) Skip(Turn turn, DueItem item)
        {
            if (!item.IsOpen)
                return (null, DueBook.NotOpen(item));
            if (item.Every is not { } every)
                return (null, Reply.Refuse($"#{item.Number} does not come round. To take it off the list: {new Typed($"due cancel {item.Number}")}"));
            if (every.NextOccurrence(item.Since) is not { } next)
                return (null, Reply.Refuse($"#{item.Number} does not come round again. Try: {new Typed(DueText.ShowCommand(item))}"));
            var after = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Skipped, Until: next.At)) with
            {
                Every = every with { Exceptions = [.. every.Exceptions, next.Planned] },
            };
            var coming = after.Every.NextAfter(item.Since);
            Rich then = coming is { } at ? (Rich)$" Then it comes {at}." : (Rich)$" It does not come round again.";
            return (after, Reply.Say($"Skipped {next.At}: {DueText.Named(item)}.{then}"));
        }
    }
}
