using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Has it told once more, later. When it is due stays as it is, and so does every other time of what comes round.</summary>
[Command("due snooze", "Be told again later", Example = "due snooze 12 tomorrow at 9:00")]
public sealed record SnoozeDue(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("Until when", Name = "until", Rest = true)] string? When = null) : ICommand
{
    private static readonly Duration Usual = Duration.FromHours(1);
    private static readonly LocalTime Afternoon = new(14, 0);
    private static readonly LocalTime LateAfternoon = new(16, 0);

    public sealed class Handler : ICommandHandler<SnoozeDue>
    {
        public Task<Reply> Handle(SnoozeDue command, Turn turn) => DueBook.Change(turn, command.Number, "snooze", item => Snooze(turn, item, command));

        private static async Task<(DueItem?, Reply)> Snooze(Turn turn, DueItem item, SnoozeDue command)
        {
            if (!item.IsOpen)
                return (null, DueBook.NotOpen(item));
            if (item.Assignee is null)
                return (null, Reply.Refuse($"#{item.Number} is for everybody in {item.To}, so nobody snoozes it alone. Try: {DueText.MoveExample(item)}"));
            var until = turn.Now + Usual;
            if (command.When is { } said)
            {
                switch (await Read(turn, said))
                {
                    case Once once:
                        until = once.At;
                        break;
                    case NoTime wrong:
                        return (null, Reply.Refuse($"{wrong.Problem} Try: {new Typed($"due snooze {item.Number} {wrong.Example}")}"));
                    default:
                        return (null, Reply.Refuse($"Snooze until one time. Try: {new Typed($"due snooze {item.Number} tomorrow at 9:00")}"));
                }
            }

            var after = item.After(new DueEvent(turn.Now, turn.Caller.Person, DueDeed.Snoozed, Until: until)) with
            {
                SnoozedUntil = until,
                Said = [.. item.Said.Where(key => key is not (Planned.Again or Planned.Late))],
            };
            var isBefore = item.Once is { } due && due.At > turn.Now && due.At < until;
            Rich still = isBefore ? (Rich)$" It is still {DueText.When(item)}, and I tell you then too." : Rich.Empty;
            return (after, Reply.Say(
                $"Snoozed until {until}: {DueText.Named(item)}.{still}{await DueReadBack.OnOtherClock(turn, item, until)}", await Others(turn, item, until)));
        }

        /// <summary>"1h" is a length; all else is a time.</summary>
        private static async Task<WhenReading> Read(Turn turn, string said)
        {
            var text = said.Trim();
            foreach (var word in new[] { "until ", "till ", "for " })
            {
                if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    text = text[word.Length..];
            }

            return Time.When.When.ReadDuration(text, new WhenContext(turn.Now, turn.Caller.Zone.Id), out _) is { } length
                ? new Once(turn.Now + length, (turn.Now + length).InZone(turn.Caller.Zone).LocalDateTime, turn.Caller.Zone.Id)
                : await DueWords.ReadTime(turn, text);
        }

        /// <summary>Other times that people choose, for one press more.</summary>
        private static async Task<Button[]> Others(Turn turn, DueItem item, Instant chosen)
        {
            var me = await Colleagues.Find(turn, turn.Caller.Person);
            var now = turn.Now.InZone(turn.Caller.Zone);
            var buttons = new List<(string Label, Instant At)> { ("1 h", turn.Now + Usual) };
            foreach (var time in new[] { Afternoon, LateAfternoon })
            {
                var at = turn.Caller.Zone.AtLeniently(now.Date + time).ToInstant();
                if (at - turn.Now >= Duration.FromMinutes(30) && buttons.Count == 1)
                    buttons.Add(("This afternoon", at));
            }

            buttons.Add(("Tomorrow morning", me.MorningOf(now.Date.PlusDays(1))));
            return
            [
                .. buttons.Where(each => each.At != chosen)
                    .Select(each => new Button(each.Label, new SnoozeDue(item.Number, DueText.Iso(each.At, turn.Caller.Zone)))),
                new Button("Pick a time", new PickSnooze(item.Number)),
            ];
        }
    }
}
