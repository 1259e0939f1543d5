using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// The one place that decides about whose time the readers of a message may learn: one person about those with whom they share a channel, a
/// channel about those who are in it, and nobody else about those who want to be asked.
/// </summary>
internal static class Readers
{
    public static async Task<bool> MayLearnAbout(Turn turn, ConversationId readers, Colleague person) => readers.Person == person.Id
        || (person.IsShared && await turn.Once((typeof(Readers), readers, person.Id), () => Know(turn, readers, person.Id)));

    /// <summary>Those of some people about whom they may learn, each once.</summary>
    public static async Task<IReadOnlyList<Colleague>> Told(Turn turn, ConversationId readers, IEnumerable<PersonId> people)
    {
        var told = new List<Colleague>();
        foreach (var id in people.Distinct())
        {
            var person = await Colleagues.Find(turn, id);
            if (await MayLearnAbout(turn, readers, person))
                told.Add(person);
        }

        return told;
    }

    private static async Task<bool> Know(Turn turn, ConversationId readers, PersonId person)
    {
        try
        {
            return readers.Person is { } reader ? await Whom.IsKnown(turn, reader, person) : await turn.Sees(person, readers);
        }
        catch (DirectoryUnavailableException)
        {
            return false;
        }
    }
}
