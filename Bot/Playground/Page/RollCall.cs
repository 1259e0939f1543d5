using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Asks what is known of everybody's time, once for a whole page.</summary>
public sealed class RollCall(TurnRunner turns, PlaygroundDirectory directory)
{
    /// <param name="viewer">Names of holidays that they may not see are left out.</param>
    public Task<PeopleNow> Of(Resident viewer, CancellationToken ct)
    {
        var self = new PersonId(viewer.Id);
        var caller = new Caller(PlaygroundDirectory.Workspace, self, ConversationId.Of(self), null, DateTimeZone.Utc, IsAdmin: false);
        return turns.Run("page", "page", caller, turn => Of(viewer, turn), _ => true, ct);
    }

    private async Task<PeopleNow> Of(Resident viewer, Turn turn)
    {
        // Whoever looks is there, also if they were taken away a moment ago.
        var residents = directory.People.Where(resident => !resident.IsGone).ToList();
        if (!residents.Exists(resident => resident.Id == viewer.Id))
            residents.Add(viewer);
        var colleagues = await Colleagues.Of(turn, [.. residents.Select(directory.PersonOf)]);
        var everybody = new List<PersonNow>(colleagues.Count);
        foreach (var colleague in colleagues)
        {
            var seen = directory.Known(turn.Caller.Workspace, colleague.Id);
            everybody.Add(new PersonNow(colleague, colleague.At(turn.Now, seen), turn.Now, await Whom.IsKnown(turn, colleague.Id)));
        }
        return new PeopleNow(turn.Now, everybody.Find(person => person.Id == turn.Caller.Person)!, everybody);
    }
}
