using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Says that somebody is back before they said they would be.</summary>
[Command("online back", "Say that I am back", Example = "online back")]
public sealed record ComeBack([Arg("The person, for admins", Name = "@person", Rest = true, Ids = true, Max = 100)] string? Whom = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ComeBack>
    {
        private const string Example = "online back @ana";

        public async Task<Reply> Handle(ComeBack command, Turn turn)
        {
            var words = command.Whom?.Trim() ?? "";
            if (turn.Caller.IsAdmin && words.Length > 0 && words[0] != '@')
                words = "@" + words;
            var example = turn.Caller.IsAdmin ? Example : "online back";
            var whose = await Whose.Read(turn, words, example, clear => new ComeBack(clear));
            if (whose.Refusal is not null)
                return whose.Refusal;
            if (whose.Rest.Length > 0)
                return Reply.Refuse($"“{Excerpt.Word(Picked.Names(whose.Rest))}” is more than I understand here. Try: {new Typed(example)}");
            var said = await Profile.Of(turn, whose.Person);
            var isMine = whose.Person == turn.Caller.Person;
            if (!said.IsToldTo(turn.Caller.Person))
                return Reply.Refuse($"{whose.Person} would rather be asked, so I leave that to them.");
            var reader = turn.Caller.Zone.Id;
            var current = said.Absences.Where(each => each.IsAt(turn.Now)).ToList();
            var focused = said.Focus is { } focus && focus.From <= turn.Now && turn.Now < focus.Until;
            var coming = Coming(said, turn.Now, whose.Person, reader);
            if (current.Count == 0 && !focused)
            {
                return isMine
                    ? Reply.Refuse($"You are not away, so all is well.{coming} For the next time: {new Typed("online away until friday")}")
                    : Reply.Refuse($"{whose.Person} is not away.{coming}");
            }

            await Profile.Change(turn, whose.Person, before => before with
            {
                Focus = focused ? null : before.Focus,
                Absences = [.. before.Absences.SelectMany(each => each.IsAt(turn.Now) ? Ended(each, turn.Now) : [each])],
            });
            if (isMine)
                return Reply.Say(current.Count > 0 ? (Rich)$"Welcome back! You are no longer away.{coming}" : $"You are no longer focusing.{coming}");
            var what = current.Count > 0 ? "away" : "focusing";
            turn.Post(ConversationId.Of(whose.Person), Card.Of(
                $"{turn.Caller.Person} noted that you are back, so I no longer take you as {what}.",
                current.Count > 0 ? [new Button("I am still away", Again(current.MaxBy(each => each.InTime().To)!))] : []));
            return Reply.Say($"{whose.Person} is no longer {what}.{coming} I told them.");
        }

        /// <summary>What was of it; nothing where it had only begun.</summary>
        private static IEnumerable<PlannedAbsence> Ended(PlannedAbsence absence, Instant now) => absence.InTime().From < now
            ? [PlannedAbsence.Between(absence.InTime().From, now, absence.Zone, absence.Reason, absence.By, absence.SaidAt)]
            : [];

        private static GoAway Again(PlannedAbsence absence) => new(
            $"until {absence.To:uuuu'-'MM'-'dd HH':'mm} {absence.Zone}", absence.Reason.Length == 0 ? null : absence.Reason);

        private static Rich Coming(Profile said, Instant now, PersonId person, string reader)
        {
            var coming = said.Coming(now).Where(each => each.InTime().From > now).ToList();
            var shown = coming.Take(3).Select(each => AbsenceText.Line(each, person, reader)).ToList();
            var more = coming.Count > shown.Count ? $"; and {coming.Count - shown.Count} more" : "";
            return shown.Count == 0 ? Rich.Empty : $" Still to come: {Rich.Join("; ", shown)}{more}.";
        }
    }
}
