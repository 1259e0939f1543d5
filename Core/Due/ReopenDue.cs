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

        /// <summary>What would have been told while it was off the list is not told afterwards.</summary>
        private static async Task<(DueItem?, Reply)> Reopen(Turn turn, DueItem item)
        {
            if (item.IsOpen)
                return (null, Reply.Refuse($"#{item.Number} is open: {DueText.When(item)}. Try: {new Typed(DueText.ShowCommand(item))}"));
            if ((await DueList.OpenOf(turn, item.To)).Count >= DueItem.MostOpen)
            {
                return (null, Reply.Refuse($"{DueText.Whose(item.To)} has {DueItem.MostOpen} open items, which is as many as I keep. "
                    + $"Finish or cancel one first: {new Typed("due list")}"));
            }

            var open = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Reopened)) with
            {
                State = DueState.Open,
                ClosedAt = null,
                SetAt = item.Every is null ? item.SetAt : turn.Now,
                SnoozedUntil = null,
                HeldUntil = null,
                HeldForAskerUntil = null,
            };
            var past = (await DueBook.PlanOf(turn, open)).Where(each => each.At <= turn.Now && item.Once is not null).Select(each => each.Key);
            var after = open with { Said = [.. open.Said.Union(past)] };
            return (after, Reply.Say($"Reopened: {DueText.Named(after)} is {DueText.When(after)}.", DueText.MoveButton(after)));
        }
    }
}
