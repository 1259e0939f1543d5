using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Whoever was told that an admin noted something of them hears too when the admin takes it back.</summary>
internal static class TakenBackForOthers
{
    public static async Task Tell(Turn turn, Profile? was, Profile? now)
    {
        var person = (was ?? now)!.Person;
        if (person == turn.Caller.Person)
            return;
        var zone = (await Colleagues.Find(turn, person)).Zone;
        var (before, after) = (Coming(was), Coming(now));
        var again = Lines(after.Except(before));
        var gone = Lines(before.Except(after));
        var away = again.Count > 0 ? (Rich)$" You are away as before: {Rich.Join("; ", again)}." : Rich.Empty;
        var noLonger = gone.Count > 0 ? (Rich)$" No longer: {Rich.Join("; ", gone)}." : Rich.Empty;
        var focusing = now?.Focus is { } focus && focus != was?.Focus && focus.Until > turn.Now
            ? (Rich)$" You are focusing as before, until {focus.Until}."
            : Rich.Empty;
        turn.Post(ConversationId.Of(person), Card.Of($"{turn.Caller.Person} took back what they noted of you.{away}{noLonger}{focusing}"));

        List<PlannedAbsence> Coming(Profile? profile) => [.. profile?.Coming(turn.Now) ?? []];
        List<Rich> Lines(IEnumerable<PlannedAbsence> absences) => [.. absences.Select(each => AbsenceText.Line(each, person, zone))];
    }
}
