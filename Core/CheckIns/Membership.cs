using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Takes people into a check-in and out of it.</summary>
internal static class Membership
{
    /// <summary>From now on they are not asked; what waits for them waits no longer.</summary>
    public static async Task Remove(Turn turn, Stored<CheckIn> stored, IReadOnlyList<PersonId> people, PersonId by)
    {
        var checkIn = stored.Value;
        turn.Change(CheckIn.Type, stored, checkIn with
        {
            Members = [.. checkIn.Members.Where(member => !people.Contains(member.Person))],
            Left = checkIn.IsForEveryone ? [.. checkIn.Left.Union(people)] : checkIn.Left,
        });
        foreach (var person in people)
            await LetGo(turn, checkIn, person, by);
    }

    /// <summary>Whoever is not there any more is not waited for.</summary>
    public static async Task LetGo(Turn turn, CheckIn checkIn, PersonId person, PersonId by)
    {
        foreach (var entry in await CheckInBook.EntriesOf(turn, person, 10))
        {
            if (entry.Value.CheckIn == checkIn.Number && entry.Value.IsWaiting && turn.Now < entry.Value.Closes)
                turn.Change(Entry.Type, entry, entry.Value.After(new Happening(turn.Now, Deed.Left, by)) with { State = EntryState.Gone, RemindAt = null });
        }
    }

    /// <summary>From now on somebody is asked; what opened before is not asked of them.</summary>
    public static void Add(Turn turn, Stored<CheckIn> stored, IReadOnlyList<PersonId> people)
    {
        var checkIn = stored.Value;
        var after = checkIn with
        {
            Members = [.. checkIn.Members, .. people.Select(person => new Member(person, turn.Now + Duration.Epsilon))],
            Left = [.. checkIn.Left.Except(people)],
        };
        turn.Change(CheckIn.Type, stored, after);
        Welcome.Send(turn, after, people);
    }
}
