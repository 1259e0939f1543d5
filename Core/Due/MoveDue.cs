using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Gives it another time; whoever else it concerns is told.</summary>
/// <param name="When">Without it, a form asks.</param>
[Command("due move", "Change when something is due", Example = "due move 12 next tuesday at 14:00")]
public sealed record MoveDue(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("When", Name = "when", Rest = true, Max = 500)] string? When = null) : ICommand
{
    public sealed class Handler : ICommandHandler<MoveDue>
    {
        public Task<Reply> Handle(MoveDue command, Turn turn) => DueBook.Change(turn, command.Number, "move", item => Move(turn, item, command));

        private static async Task<(DueItem?, Reply)> Move(Turn turn, DueItem item, MoveDue command)
        {
            if (!item.IsOpen)
                return (null, DueBook.NotOpen(item));
            if (command.When is null)
            {
                var form = CommandShape.Of<MoveDue>().ToForm(new Dictionary<string, string>
                {
                    ["number"] = DueItem.IdOf(item.Number),
                    ["when"] = item.Once is { } now ? DueText.Iso(now.At, turn.Caller.Zone) : Without(item.Every!).InWords(),
                });
                return (null, Reply.Open(form));
            }

            var reading = await NewTime.Read(turn, item, command.When);
            if (reading is NoTime wrong)
                return (null, Reply.Refuse($"{wrong.Problem} Try: {new Typed($"due move {item.Number} {wrong.Example}")}"));
            var once = reading as Once;
            var after = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Moved, Until: once?.At)) with
            {
                Once = once is null ? null : DueTime.Of(once.At, once.ZoneId),
                Every = (reading as Repeats)?.Recurrence,
                IsDeadline = once is not null && (item.IsDeadline || once.IsBy),
                Leads = once is null ? [] : item.IsDeadline ? item.Leads : once.IsBy ? Lead.Usual : [],
                SetAt = turn.Now, Said = [], LastAt = null, SnoozedUntil = null, HeldUntil = null, HeldForAskerUntil = null,
            };
            if (item.Every is { } was && after.Every is { } becomes && Without(was).InWords() == becomes.InWords())
                return (null, AlreadySo(item));
            if (after.Once == item.Once && after.Every == item.Every && after.IsDeadline == item.IsDeadline)
                return (null, AlreadySo(item));
            Rich theirs = once is null ? Rich.Empty : await DueReadBack.OnOtherClock(turn, after, once.At);
            return (after, Reply.Say($"Moved: {DueText.Named(after)} is {DueText.When(after)}; it was {DueText.When(item)}.{theirs}{Ends(item, after)}"));
        }

        private static Reply AlreadySo(DueItem item) => Reply.Refuse($"#{item.Number} is {DueText.When(item)} already. Try: {DueText.MoveExample(item)}");

        private static Recurrence Without(Recurrence every) => every with { Exceptions = [] };

        private static Rich Ends(DueItem before, DueItem after) => before.Every is null || after.Every is not null ? Rich.Empty
            : $" It does not come round any more. To put off one time only, press Undo and say {new Typed($"due snooze {after.Number} tomorrow at 9:00")}";
    }
}
