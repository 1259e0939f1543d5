using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>When nobody is on call, looked for date by date, so that a hole that only a change of clocks makes is found too.</summary>
[Command("oncall gaps", "See when nobody is on call", Example = "oncall gaps support 30", Question = true)]
public sealed record ShowGaps(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("How many days", Name = "days")] int? Days = null) : ICommand
{
    private const int Usual = 30;
    private const int MostShown = 20;

    public sealed class Handler : ICommandHandler<ShowGaps>
    {
        public async Task<Reply> Handle(ShowGaps command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { Value: var rotation })
                return await RotationBook.NotFound(turn, command.Rotation);
            if (ScheduleDays.Refuse(command.Days, "gaps", rotation) is { } tooMany)
                return tooMany;
            var days = command.Days ?? Usual;
            var gaps = rotation.Schedule().Gaps(turn.Now, turn.Now + Duration.FromDays(days));
            if (gaps.Count == 0)
                return Reply.Say($"{rotation.Name} has no gap in the next {Counted.Of(days, "day", "days")}.");
            var zone = turn.Caller.Zone;
            var sum = gaps.Aggregate(Duration.Zero, (sum, gap) => sum + gap.Duration);
            var blocks = gaps.Take(MostShown).Select(gap => new Paragraph(
                $"{OnCallText.Span(gap.Start, gap.End, zone)} ({OnCallText.Hours(gap.Duration)})")).ToList<Block>();
            if (gaps.Count > MostShown)
                blocks.Add(new Note($"And {gaps.Count - MostShown} more."));
            blocks.Insert(0, new Paragraph(
                $"{rotation.Name} has {Counted.Of(gaps.Count, "gap", "gaps")} in the next {Counted.Of(days, "day", "days")}, {OnCallText.Hours(sum)} in all:"));
            blocks.Add(new Note(await Way(turn, rotation, gaps[0])));
            return Reply.Say(new Card($"Gaps of {rotation.Name}, on the clock of {zone.Id}", blocks));
        }

        /// <summary>What fills a gap, and nothing else.</summary>
        private static async Task<Rich> Way(Turn turn, Rotation rotation, Interval gap)
        {
            // The line would mean other times on the owner's clock.
            if (!RotationBook.MayChange(turn, rotation))
                return $"{rotation.Owner} or an admin can fill one.";
            if (rotation.Plan.Pauses.Any(pause => pause.Start <= gap.Start && !(gap.Start >= pause.End)))
                return $"To go on: {new Typed($"oncall resume {rotation.Name}")}";
            var who = "me";
            foreach (var person in rotation.People.Reverse())
            {
                if (await turn.Find(person) is { IsGone: false } known)
                    who = $"@{known.Name}";
            }

            var zone = turn.Caller.Zone;
            var whole = rotation.Schedule().Around(gap.Start).End;
            var end = OnCallText.Iso(whole - turn.Now > Schedule.Reach - Duration.FromDays(1) ? gap.End : whole, zone);
            var when = gap.Start <= turn.Now ? $"until {end}" : $"from {OnCallText.Iso(gap.Start, zone)} to {end}";
            return $"To fill the first: {new Typed($"oncall override {rotation.Name} {who} {when}")}";
        }
    }
}
