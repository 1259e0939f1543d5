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

    /// <summary>Whoever is out hears it, unless they said so themselves.</summary>
    public static void TellOut(Turn turn, CheckIn checkIn, IEnumerable<PersonId> people)
    {
        foreach (var person in people.Where(person => person != turn.Caller.Person))
            turn.Post(ConversationId.Of(person), Card.Of($"{turn.Caller.Person} took you out of the check-in {checkIn.Name}; I ask you no more."));
    }

    /// <summary>Whoever is not there any more is not waited for.</summary>
    public static async Task LetGo(Turn turn, CheckIn checkIn, PersonId person, PersonId by)
    {
        foreach (var run in await CheckInBook.OpenRunsOf(turn, checkIn.Number))
        {
            if (await turn.Find(Entry.Type, Entry.IdOf(run.Value.Id, person)) is { Value: { IsWaiting: true } entry } stored && turn.Now < entry.Closes)
                turn.Change(Entry.Type, stored, entry.After(new Happening(turn.Now, Deed.Left, by)) with { State = EntryState.Gone });
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
