using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;
using NodaTime.Text;

namespace AsyncBot.Core.OnCall;

/// <summary>Sets up who takes turns. What is typed is shown as the shifts that it makes, and kept only when somebody presses Create.</summary>
/// <param name="First">The first handoff as it was shown; null where nothing was.</param>
[Command("oncall new", "Set up a rotation, with a preview", Example = NewRotation.Example, Once = true)]
public sealed record NewRotation(
    [Arg("The name", Name = "rotation")] string Rotation,
    [Arg("The people and their turns", Name = "@a @b … every … at … [from …] [hours …]", Rest = true, Ids = true, Max = 2_000)] string How,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null,
    [Arg("The first handoff", Hidden = true)] string? First = null) : ICommand
{
    /// <summary>Words of sentences in which a rotation may be named.</summary>
    private static readonly string[] Taken =
    [
        "all", "at", "by", "every", "for", "from", "hours", "in", "last", "mine", "next", "nobody", "on", "since", "starting", "the", "this", "till",
        "to", "until",
    ];

    public const string Example = "oncall new support @ana @ben every week at 9:00";

    public sealed class Handler(CommandCatalog commands) : ICommandHandler<NewRotation>
    {
        public async Task<Reply> Handle(NewRotation command, Turn turn)
        {
            var name = command.Rotation.Trim();
            if (Problem(turn, name, commands) is { } wrong)
            {
                var plain = RotationWords.NameIn(name);
                return Reply.Refuse($"{wrong} Try: {await FreeExample(turn, Problem(turn, plain, commands) is null ? plain : "support")}");
            }

            if (await turn.Find(turn.Caller.Person) is { IsGuest: true })
                return Reply.Refuse($"Guests can’t set up a rotation; a member can, with {new Typed(Example)}");
            if (await turn.Find(OnCall.Rotation.Type, OnCall.Rotation.KeyOf(name)) is { } taken)
                return Reply.Refuse($"There is a rotation {taken.Value.Name} already. Try: {await FreeExample(turn, name)}");

            if ((await turn.Query(OnCall.Rotation.Type, OnCall.Rotation.All())).Count >= OnCall.Rotation.Most)
            {
                return Reply.Refuse($"There are {OnCall.Rotation.Most} rotations, which is as many as I keep. "
                    + $"Delete one first: {new Typed("oncall delete support")}");
            }

            var home = command.Channel ?? turn.Caller.Conversation.Channel;
            if (home is { } channel && !await turn.Sees(ConversationId.Of(channel)))
                return Reply.Refuse($"You are not in {ConversationId.Of(channel)}. Try: {new Typed(Example)}");
            var usual = new TurnExample($"oncall new {name}", "@ana @ben", "every week at 9:00");
            var words = await TurnWords.Read(turn, command.How, usual, how => command with { How = how });
            if (words.Refusal is { } refusal)
                return refusal;

            var layer = LayerOf(words, command.First, 0);
            var rotation = new Rotation(name, turn.Caller.Person, home, layer.Handoffs!.Zone, new Plan([layer]), turn.Now);
            if (command.First is null)
                return Shown(turn, command, rotation, layer, words.Note);
            turn.Create(OnCall.Rotation.Type, rotation);
            var mend = await RotationBook.CanPost(turn, rotation) ? Rich.Empty : Invite;
            var where = home is { } told ? (Rich)$" I tell {ConversationId.Of(told)} of each handoff.{mend}" : Rich.Empty;
            return Reply.Say(
                $"Created {name}: {ShowSchedule.Rules(rotation)}.{where} I told those who take turns.",
                new Button("Schedule", new ShowSchedule(name)));
        }

        private static Reply Shown(Turn turn, NewRotation command, Rotation rotation, Layer layer, Rich note)
        {
            var where = rotation.Channel is { } channel ? (Rich)$", in {ConversationId.Of(channel)}" : Rich.Empty;
            return Reply.Say(new Card(null,
            [
                new Paragraph($"{rotation.Name}{where}: {ShowSchedule.Rules(rotation)}.{note}"),
                .. Preview.Shifts(rotation, turn.Now, turn.Caller.Zone),
                new Note($"Nothing is kept before you press Create."),
            ]).With(new Button("Create", command with { First = FirstOf(layer) }, ButtonStyle.Primary)));
        }

        private static Rich Invite => $" I can’t post there yet; invite me, with {new Typed("/invite @asyncbot")}.";
    }

    /// <summary>What was read as a layer.</summary>
    /// <param name="first">The first handoff as it was shown, which does not move while somebody looks at it.</param>
    internal static Layer LayerOf(TurnWords words, string? first, int priority)
    {
        var rule = words.Rule!;
        if (first is not null && LocalDateTimePattern.ExtendedIso.Parse(first) is { Success: true } shown)
            rule = rule with { Anchor = shown.Value };
        return new Layer(
            priority,
            [new Roster(0, [.. words.People.Select(person => (IReadOnlyList<PersonId>)[person])])],
            rule,
            Hours: words.Hours is { } week ? [new ZonedWeek(week, rule.Zone)] : null,
            BeginsAtAnchor: true);
    }

    internal static string FirstOf(Layer layer) => LocalDateTimePattern.ExtendedIso.Format(layer.Handoffs!.Anchor);

    private static string? Problem(Turn turn, string name, CommandCatalog commands)
    {
        if (!RotationWords.IsFound(name) && name.Any(char.IsLetterOrDigit) && !name.Any(char.IsWhiteSpace))
            return $"Signs around a name, as in {Quote.Of(name)}, are no part of it.";
        if (name.StartsWith('@') || name.StartsWith('#') || !name.Any(char.IsLetterOrDigit) || name.Any(char.IsWhiteSpace))
            return "A rotation has a name of one word.";
        if (name.EnumerateRunes().Count() > OnCall.Rotation.LongestName)
            return $"A rotation has a name of at most {OnCall.Rotation.LongestName} characters.";
        var isTaken = Taken.Concat(commands.Of("oncall").Select(shape => shape.Verb)).Contains(name, StringComparer.OrdinalIgnoreCase);
        var isTime = Moments.TryReadAt(turn, name, out _, out _) || Moments.TryReadSpan(turn, name, out _, out _);
        return isTaken || isTime ? $"“{name}” means something else here." : null;
    }

    /// <summary>The example with a name that nobody has taken.</summary>
    private static async Task<Typed> FreeExample(Turn turn, string name)
    {
        var free = name;
        for (var number = 2; await turn.Find(OnCall.Rotation.Type, OnCall.Rotation.KeyOf(free)) is not null; number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{Excerpt.Plain(name, 30)}{number}");
        return new Typed(Example.Replace("support", free, StringComparison.Ordinal));
    }
}
