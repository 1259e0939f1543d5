using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Who will be on call when, overrides and covers included, gaps marked.</summary>
[Command("oncall schedule", "See who will be on call when", Example = "oncall schedule support 14")]
public sealed record ShowSchedule(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("How many days", Name = "days")] int? Days = null) : ICommand
{
    private const int MostShown = 40;

    public sealed class Handler : ICommandHandler<ShowSchedule>
    {
        public async Task<Reply> Handle(ShowSchedule command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { Value: var rotation })
                return await RotationBook.NotFound(turn, command.Rotation);
            if (ScheduleDays.Refuse(command.Days, "schedule", rotation) is { } tooMany)
                return tooMany;
            var days = command.Days ?? UsualDays(rotation);
            var text = TextOf(turn, rotation, turn.Now, turn.Now + Duration.FromDays(days));
            ScheduleChart.Post(turn, ConversationId.Of(turn.Caller.Person), null, rotation, days, PostSchedule.CardOf(rotation));
            return Reply.Say(turn.Caller.Conversation.Channel is null
                ? text
                : text.With(new Note($"The picture is in our direct messages.")).With(new Button("Post it here", new PostSchedule(rotation.Name, days))));
        }

        private static Card TextOf(Turn turn, Rotation rotation, Instant from, Instant to)
        {
            var zone = turn.Caller.Zone;
            var stretches = Whole(rotation, rotation.Schedule().Between(from, to));
            var blocks = stretches.Take(MostShown).Select(each => new Paragraph(Line(rotation, each, turn.Now, zone))).ToList<Block>();
            if (stretches.Count > MostShown)
            {
                var fewer = (int)Math.Max(1, (stretches[MostShown - 1].End - from).TotalDays);
                blocks.Add(new Note($"And {stretches.Count - MostShown} more. Fewer at once: {new Typed($"oncall schedule {rotation.Name} {fewer}")}"));
            }

            return new Card($"Schedule of {rotation.Name}, on the clock of {zone.Id}", [.. blocks, new Note(Rules(rotation))]);
        }
    }

    /// <summary>The same, the last one to its real end.</summary>
    internal static IReadOnlyList<Stretch> Whole(Rotation rotation, IReadOnlyList<Stretch> stretches)
    {
        var last = stretches[^1];
        var whole = rotation.Schedule().Around(last.End - Duration.Epsilon);
        return [.. stretches.SkipLast(1), last with { End = whole.End }];
    }

    /// <summary>One stretch; the first of a schedule begins now.</summary>
    internal static Rich Line(Rotation rotation, Stretch stretch, Instant now, DateTimeZone zone)
    {
        var isEndless = OnCallText.IsNever(stretch.End, now);
        var when = isEndless ? stretch.Start == now ? "from now on" : $"from {OnCallText.Short(stretch.Start, zone)} on"
            : stretch.Start == now ? $"now, until {OnCallText.Short(stretch.End, zone)}"
            : OnCallText.Span(stretch.Start, stretch.End, zone);
        if (stretch.IsGap)
            return $"{when}: ⚠️ nobody";
        var whys = stretch.Seats.Select(seat => seat.Why).Where(why => why.Kind != ReasonKind.Layer || rotation.Plan.Layers.Count > 1).Distinct().ToList();
        var why = whys.Count > 0 ? (Rich)$" ({Rich.Join("; ", whys.Select(each => OnCallText.Why(rotation, each)))})" : Rich.Empty;
        return $"{when}: {OnCallText.Names(stretch)}{why}";
    }

    /// <summary>Each layer in which somebody takes turns.</summary>
    internal static Rich Rules(Rotation rotation) => Rich.Join("; ", rotation.Plan.Layers
        .Select((layer, at) => (layer, Number: rotation.Plan.Layers.Count > 1 ? (Rich)$"Layer {at + 1}: " : Rich.Empty))
        .Where(each => each.layer.HasPeople)
        .Select(each => (Rich)$"{each.Number}{RuleOf(each.layer)}"));

    /// <summary>Who takes turns in a layer, when it is handed over, and within which hours.</summary>
    internal static Rich RuleOf(Layer layer)
    {
        Rich rule = layer.Handoffs is { } handoffs ? (Rich)$", handed over {OnCallText.Rule(handoffs)}" : Rich.Empty;
        Rich hours = layer.Hours.Count > 0 ? (Rich)$", only {layer.Hours[0].Week.ToString()}" : Rich.Empty;
        return $"{OnCallText.Names(layer.Rosters[^1].Groups.SelectMany(group => group))}{rule}{hours}";
    }

    /// <summary>Two rounds where these are short, and always some weeks.</summary>
    internal static int UsualDays(Rotation rotation)
    {
        var longest = rotation.Plan.Layers.Where(layer => layer.HasPeople).Select(layer => layer.Handoffs is not { } rule ? 7 : rule.Length * rule.Unit switch
        {
            TurnUnit.Hour => 1,
            TurnUnit.Day => 1,
            TurnUnit.Week => 7,
            _ => 31,
        } * layer.Rosters[^1].Groups.Count);
        return Math.Clamp(longest.DefaultIfEmpty(7).Max(), 14, 92);
    }
}
