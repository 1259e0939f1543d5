using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Puts something back on the list.</summary>
[Command("due reopen", "Put something back on the list", Example = "due reopen 12")]
public sealed record ReopenDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ReopenDue>
    {
        public Task<Reply> Handle(ReopenDue command, Turn turn) =>
            DueBook.Change(turn, command.Number, "reopen", item => Reopen(turn, item), byAnybody: true);

        private static (DueItem?, Reply) Reopen(Turn turn, DueItem item)
        {
            if (item.IsOpen)
                return (null, Reply.Refuse($"#{item.Number} is open: {DueText.When(item)}. Try: {new Typed(DueText.ShowCommand(item))}"));
            var after = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Reopened)) with
            {
                State = DueState.Open,
                ClosedAt = null,
                LastAt = item.Every is null ? item.LastAt : turn.Now,
                Said = item.Once is { } once && once.At <= turn.Now ? [.. item.Said.Union([Planned.Time])] : item.Said,
            };
            return (after, Reply.Say($"Reopened: {DueText.Named(after)} is {DueText.When(after)}.", DueText.MoveButton(after)));
        }
    }
}
