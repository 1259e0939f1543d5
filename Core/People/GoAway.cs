using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Says that somebody is away, so that nobody waits for them and nothing is asked of them.</summary>
/// <param name="Instead">The absence that was read in another way, by its key.</param>
[Command("online away", "Say when I am away", Example = "online away until friday because I am travelling")]
public sealed partial record GoAway(
    [Arg("The time", Name = "[@person] from … until …", Rest = true, Ids = true, Max = 10_000)] string? When = null,
    [Arg("The reason", Name = "reason", After = "because", Max = GoAway.LongestReason)] string? Why = null,
    [Arg("Which", Hidden = true)] string? Instead = null) : ICommand
{
    public const int LongestReason = 200;

    private const int MostComing = 50;
    private const string Example = "online away until friday 17:00 because I am travelling";

    public sealed class Handler : ICommandHandler<GoAway>
    {
        public async Task<Reply> Handle(GoAway command, Turn turn)
        {
            var (text, reason) = (command.When ?? "", command.Why?.Trim() ?? "");
            if (reason.Length == 0 && Because().Match(text) is { Success: true } because)
                (text, reason) = (because.Groups["when"].Value, Picked.Names(because.Groups["why"].Value.Trim()));
            if (reason.EnumerateRunes().Count() is var length && length > LongestReason)
                return Reply.Refuse($"A reason can have at most {LongestReason} characters, and this has {length}. Try: {new Typed(Example)}");
            var whose = await Whose.Read(turn, text, Example, clear => command with { When = clear, Why = Kept(reason) });
            if (whose.Refusal is not null)
                return whose.Refusal;
            var isMine = whose.Person == turn.Caller.Person;
            var who = await Colleagues.Find(turn, whose.Person);
            if (whose.Rest.Length == 0 && reason.Length == 0 && isMine)
                return Shown(turn, who);
            var subject = isMine ? "" : $"@{whose.Person} ";
            if (whose.Rest.Length == 0)
                return Reply.Refuse($"It does not say until when. Try: {new Typed(ExampleFor(who, isMine))}");
            // Days on their own calendar would give the zone away of somebody who would rather be asked.
            var calendar = who.IsToldTo(turn.Caller.Person) ? who.Zone : turn.Caller.Zone.Id;
            switch (new StretchWords(turn.Now, turn.Caller.Zone.Id, calendar).Read(Picked.Names(whose.Rest)))
            {
                case StretchReading.Refused wrong:
                    return Reply.Refuse(Problem(wrong, isMine), [.. wrong.Choices.Select(choice =>
                        new Button(choice.Label, command with { When = subject + choice.Text, Why = Kept(reason) }))]);
                case StretchReading.Span span:
                    return await Keep(command, turn, who, span, reason, subject);
                default:
                    throw new InvalidOperationException("A reading of an unknown kind.");
            }
        }

        private static async Task<Reply> Keep(GoAway command, Turn turn, Colleague who, StretchReading.Span span, string reason, string subject)
        {
            var me = turn.Caller.Person;
            var absence = PlannedAbsence.Between(span.From, span.To, span.Zone, reason, me, turn.Now);
            if (command.Instead is { } instead && who.Said.Absences.All(each => each.Key != instead && each.Key != absence.Key))
                return Reply.Refuse($"That absence is gone already, so I left it so. Try: {new Typed(ExampleFor(who, who.Id == me))}");
            var replaced = who.Said.Absences.Where(each => each.Key == absence.Key
                || ((who.Id == me || each.By == me) && (each.Key == command.Instead || (each.IsAt(turn.Now) && absence.IsAt(turn.Now))))).ToList();
            PlannedAbsence[] after = [.. who.Said.Absences.Except(replaced), absence];
            if (after.Count(each => each.InTime().To > turn.Now) > MostComing)
            {
                if (who.Id == me)
                    return Reply.Refuse($"You have {MostComing} coming absences, which is as many as I keep. Take one out first: {new Typed("online away")}");
                return Reply.Refuse($"{who.Id} has {MostComing} coming absences, which is as many as I keep. They can take one out with "
                    + $"{new Typed("online away")}");
            }

            await Profile.Change(turn, who.Id, before => before with { Absences = [.. before.Absences.Except(replaced), absence] });
            var then = who with { Hours = who.Hours with { Absences = [.. after.Select(each => each.InHours(who.Hours.Week, who.Zone))] } };
            var reader = turn.Caller.Zone.Id;
            var isNow = absence.IsAt(turn.Now);
            var buttons = span.Others.Select(other => new Button(other.Label, new GoAway(subject + other.Text, Kept(reason), absence.Key))).ToArray();
            var notes = Shifted(span);
            if (who.Id == me)
            {
                var others = replaced.Where(each => each.Key != absence.Key && each.Key != command.Instead);
                var yours = AbsenceText.Until(then, absence, turn.Now, reader, isOwn: true);
                return Reply.Say(
                    $"You {(isNow ? "are" : "will be")} away {yours}.{Seen(reason, who)}{notes}{InsteadOf(others, who.Id, reader)}", buttons);
            }

            var until = AbsenceText.Until(then, absence, turn.Now, who.Zone, isOwn: true);
            var told = Card.Of(
                $"{me} noted that you {(isNow ? "are" : "will be")} away {until}{AbsenceText.Because(reason)}.{InsteadOf(replaced, who.Id, who.Zone)}",
                new Button("Take it back", new DropAbsence(absence.Key)));
            turn.Post(ConversationId.Of(who.Id), told);
            var theirs = AbsenceText.Until(then, absence, turn.Now, reader, isOwn: false);
            var said = Reply.Say($"{who.Id} {(isNow ? "is" : "will be")} away {theirs}.{Seen(reason, who)}{notes} I told them.", buttons);
            return replaced.Count == 0 ? said.UndoneBy(new DropAbsence(absence.Key, who.Id)) : said;
        }

        private static Rich Problem(StretchReading.Refused wrong, bool isMine)
        {
            if (wrong.IsRepeated)
            {
                return $"One absence is one stretch of time; what comes every week belongs to your hours. "
                    + $"Try: {new Typed("online hours mon-thu 9-17")}";
            }

            var example = wrong.Example is { } words ? $"online away {(isMine ? "" : "@ana ")}{words}" : Example;
            return $"{wrong.Problem} Try: {new Typed(example)}";
        }

        private static string ExampleFor(Colleague who, bool isMine) => isMine ? Example : $"online away @{who.Name} until friday 17:00";

        private static Rich InsteadOf(IEnumerable<PlannedAbsence> replaced, PersonId person, string reader)
        {
            var lines = replaced.Select(each => AbsenceText.Line(each, person, reader)).ToList();
            return lines.Count > 0 ? $" This takes the place of: {Rich.Join("; ", lines)}." : Rich.Empty;
        }

        private static string? Kept(string reason) => reason.Length == 0 ? null : reason;

        private static Rich Seen(string reason, Colleague who) => reason.Length == 0 ? Rich.Empty
            : who.IsShared ? (Rich)$" Colleagues see why: “{reason}”." : $" Nobody is told why: “{reason}”.";

        private static Rich Shifted(StretchReading.Span span) => span.Shifted is { } time
            ? $" The clocks of {time.ZoneId} are put forward that day, so I take {Clock.Say(time.Local.TimeOfDay)} there."
            : Rich.Empty;

        private static Reply Shown(Turn turn, Colleague me)
        {
            var coming = me.Said.Coming(turn.Now).ToList();
            var example = new Typed(Example);
            if (coming.Count == 0)
                return Reply.Say($"You have no coming absence. Try: {example}");
            var blocks = new List<Block> { new Paragraph($"Your absences:") };
            blocks.AddRange(coming.Take(MostShown).Select(each => new Section(
                AbsenceText.Line(each, me.Id, turn.Caller.Zone.Id), new Button("Take out", new DropAbsence(each.Key)))));
            if (coming.Count > MostShown)
                blocks.Add(new Note($"And {coming.Count - MostShown} more, later."));
            blocks.Add(new Note($"For another one: {example}"));
            var card = new Card(null, blocks);
            return Reply.Say(coming.Any(each => each.IsAt(turn.Now)) ? card.With(new Button("I am back", new ComeBack())) : card);
        }
    }

    private const int MostShown = 20;

    [GeneratedRegex(
        @"^(?<when>.*?)(?:^|[\s,]+)because[,:]?(?:\s+(?<why>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Because();
}
