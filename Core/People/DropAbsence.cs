using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Takes one absence out, because plans change or somebody else was wrong about them.</summary>
/// <param name="Key">Of the absence.</param>
/// <param name="Of">Null for the caller's own.</param>
[Command("online away drop", "Take an absence out", Hidden = true)]
public sealed record DropAbsence([Arg("Which")] string Key, [Arg("Whose")] PersonId? Of = null) : ICommand
{
    public sealed class Handler : ICommandHandler<DropAbsence>
    {
        public async Task<Reply> Handle(DropAbsence command, Turn turn)
        {
            var (me, whose) = (turn.Caller.Person, command.Of ?? turn.Caller.Person);
            if (whose != me && !turn.Caller.IsAdmin)
                return Reply.Refuse($"Only {whose} or an admin can take that out. For your own: {new Typed("online away")}");
            if ((await Profile.Of(turn, whose)).Absences.FirstOrDefault(each => each.Key == command.Key) is not { } absence)
                return Reply.Refuse($"That absence is gone already. See what is left: {new Typed("online away")}");
            await Profile.Change(turn, whose, before => before with { Absences = [.. before.Absences.Where(each => each.Key != command.Key)] });
            if (whose == me)
                return Reply.Say($"Taken out: {AbsenceText.Line(absence, me, turn.Caller.Zone.Id)}.");
        {
            var zone = (await Colleagues.Find(turn, whose)).Zone;
            turn.Post(ConversationId.Of(whose), Card.Of($"{me} took back that you are away: {AbsenceText.Line(absence, me, zone)}."));
        }
            return Reply.Say($"Taken out for {whose}: {AbsenceText.Line(absence, me, turn.Caller.Zone.Id)}. I told them.");
        }
    }
}
