using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;
using NodaTime.Text;

namespace AsyncBot.Core.OnCall;

/// <summary>Asks the others to have one's shift, or a part of it. Until somebody takes it, it stays one's own.</summary>
[Command("oncall cover", "Ask for cover of my shift", Example = "oncall cover support from friday 12:00 to friday 18:00", Once = true)]
public sealed record AskCover(
    [Arg("The rotation and the time", Name = "rotation [from … to …]", Rest = true, Max = 500)] string Text,
    [Arg("From", Hidden = true)] string? From = null,
    [Arg("To", Hidden = true)] string? To = null) : ICommand
{
    private static readonly Duration Ahead = Duration.FromDays(400);
    private const int MostOpen = 20;

    /// <summary>For the button beside a shift: it asks for that one, whenever it is pressed.</summary>
    public static AskCover Of(Rotation rotation, Instant from, Instant to) =>
        new(rotation.Name, InstantPattern.ExtendedIso.Format(from), InstantPattern.ExtendedIso.Format(to));

    private Interval? Shown() => Read(From) is { } from && Read(To) is { } to ? new Interval(from, to) : null;

    private static Instant? Read(string? iso) => iso is not null && InstantPattern.ExtendedIso.Parse(iso) is { Success: true } at ? at.Value : null;

    public sealed class Handler : ICommandHandler<AskCover>
    {
        public async Task<Reply> Handle(AskCover command, Turn turn)
        {
            var me = turn.Caller.Person;
            var words = await RotationWords.FirstOrOnly(turn, command.Text, name => $"oncall cover {name}");
            if (words.Refusal is { } refusal)
                return refusal;
            var rotation = words.Rotation!.Value;
            var mine = Watch.NextOf(rotation.Schedule(), me, turn.Now, Ahead);
            if (mine is null)
                return Reply.Refuse($"You are not on call for {rotation.Name}, so there is nothing to cover. Who is: {new Typed($"oncall {rotation.Name}")}");
            var example = new Typed($"oncall cover {rotation.Name} {Moments.Written(turn, mine.Start, mine.End)}");
            var (start, end) = (mine.Start, mine.End);
            var cut = Rich.Empty;
            if (command.Shown() is { } shown)
            {
                if (shown.End <= turn.Now)
                    return Reply.Refuse($"That shift is over. Those to come: {new Typed("oncall mine")}");
                (start, end) = (Instant.Max(shown.Start, turn.Now), shown.End);
            }
            else if (words.Rest.Length > 0)
            {
                if (!Moments.TryReadSpan(turn, words.Rest, out var span, out var wrong))
                    return Moments.Refuse(wrong, example, clear => command with { Text = $"{rotation.Name} {clear}" });
                (start, end) = (span.From, span.To);
                cut = Moments.Moved(span);
            }

            var own = CoverEdit.Had(rotation, me, start, end);
            if (own.Count == 0)
                return Reply.Refuse($"You are not on call for {rotation.Name} then. Try: {example}");
            if (own[0].Start > start || own[^1].End < end)
                cut = $"{cut} That is as much of it as you are on call.";
            (start, end) = (own[0].Start, own[^1].End);

            if (rotation.Plan.Covers.FirstOrDefault(each => each.Asker == me && each.TakenBy is null && each.Start < end && each.End > start) is { } open)
                return Reply.Refuse($"You asked for cover from {open.Start} until {open.End} already. See: {OnCallText.See(rotation)}");
            if (rotation.Plan.Covers.Count(each => each.TakenBy is null && each.End > turn.Now) >= MostOpen)
                return Reply.Refuse($"{rotation.Name} has {MostOpen} open asks for cover. See: {OnCallText.See(rotation)}");

            var id = await RotationBook.NewId(turn);
            var cover = new Cover(id, me, start, end);
            var to = await WhoToAsk(turn, rotation);
            var (card, item) = (CoverText.Ask(rotation, cover, turn.Now), CoverText.ItemOf(rotation, id));
            var clock = DateTimeZoneProviders.Tzdb[rotation.Zone];
            CoverAsk[] asks = [.. to.Select(where => new CoverAsk(id, turn.Post(where, card, subject: item, zone: clock), where))];
            RotationBook.Change(turn, words.Rotation, rotation with
            {
                Plan = rotation.Plan with { Covers = [.. rotation.Plan.Covers, cover] },
                Asks = [.. rotation.Asks, .. asks],
            });
            Rich where = to.Count == 1 ? (Rich)$"in {to[0]}" : $"those who take turns";
            return asks.Length == 0
                ? Reply.Say($"I kept that you want cover, but there is nobody to ask. See: {OnCallText.See(rotation)}")
                : Reply.Say(
                    $"I asked {where} to cover {rotation.Name} from {start} until {end}.{cut} Until somebody takes it, it stays yours.",
                    new Button("Never mind", new DropCover(rotation.Name, id)));
        }

        /// <summary>The channel; where there is none, or I can't post there, each of the others.</summary>
        private static async Task<IReadOnlyList<ConversationId>> WhoToAsk(Turn turn, Rotation rotation)
        {
            if (await RotationBook.CanPost(turn, rotation))
                return [ConversationId.Of(rotation.Channel!.Value)];
            var others = new List<ConversationId>();
            foreach (var person in rotation.People.Where(person => person != turn.Caller.Person))
            {
                if (await turn.Find(person) is { IsGone: false })
                    others.Add(ConversationId.Of(person));
            }

            return others;
        }
    }
}
