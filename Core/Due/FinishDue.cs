using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using NodaTime.Text;

namespace AsyncBot.Core.Due;

/// <summary>Says that it is done. What comes round goes on: only this time of it is done.</summary>
/// <param name="Of">The time of what comes round that a button was about.</param>
[Command("due done", "Say that something is done", Example = "due done 12")]
public sealed record FinishDue(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("Which time of it", Hidden = true)] string? Of = null) : ICommand
{
    public sealed class Handler : ICommandHandler<FinishDue>
    {
        public Task<Reply> Handle(FinishDue command, Turn turn) =>
            DueBook.Change(turn, command.Number, "finish", item => Finish(turn, item, command), byAnybody: true);

        private static (DueItem?, Reply) Finish(Turn turn, DueItem item, FinishDue command)
        {
            if (!item.IsOpen)
                return (null, item.State == DueState.Done ? AlreadyDone(item) : DueBook.NotOpen(item));

            var done = new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Done);
            if (item.Every is null)
                return (item.After(done) with { State = DueState.Done, ClosedAt = turn.Now }, Reply.Say($"Done: {DueText.Named(item)}"));
            var next = item.Every.NextAfter(item.Since);
            Rich goesOn = next is { } coming ? (Rich)$" It comes round next {coming}." : Rich.Empty;
            var stop = new Button("Stop it for good", new CancelDue(item.Number));
            var skip = new Typed($"due skip {item.Number}");
            if (item.LastAt is not { } last)
                return (null, Reply.Refuse($"#{item.Number} has not come round yet.{goesOn} To leave that one out: {skip}", stop));
            var about = TimeOf(command) ?? last;
            if (item.History.FirstOrDefault(each => each.What == DueDeed.Done && each.Until == about) is { } earlier)
                return (null, Reply.Refuse($"That time of #{item.Number} is done already: {earlier.By} said so {earlier.At:age}.{goesOn}", stop));
            var after = item.After(done with { Until = about }) with { SnoozedUntil = about == last ? null : item.SnoozedUntil };
            return (after, Reply.Say($"Done for this time: {DueText.Named(item)}.{goesOn}", stop));
        }

        private static Reply AlreadyDone(DueItem item)
        {
            var reopen = new Typed($"due reopen {item.Number}");
            return Reply.Refuse($"#{item.Number} is done already: {item.ClosedBy ?? item.Asker} said so {item.ClosedAt!.Value:age}. To change that: {reopen}");
        }

        private static Instant? TimeOf(FinishDue command) =>
            command.Of is { } of && InstantPattern.ExtendedIso.Parse(of) is { Success: true, Value: var at } ? at : null;
    }

    /// <summary>A time as a button carries it.</summary>
    internal static string Named(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
