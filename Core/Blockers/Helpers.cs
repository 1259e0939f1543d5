using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// Finds who could help now: whoever is on call first, then those of the same place who can be reached. Who wants to be asked is never named.
/// </summary>
public sealed class Helpers(IPresence presence, IEnumerable<IDuty> duties)
{
    private const int Most = 3;

    /// <summary>More people than this are not looked at: three of them are named.</summary>
    private const int MostAround = 300;

    /// <param name="blocker">Whom it needs already is not named again.</param>
    /// <param name="readers">Who reads it: nobody is named about whose time they may not learn, but for who is on call.</param>
    public async Task<Help> Now(Turn turn, Blocker blocker, ConversationId readers)
    {
        var found = new List<Helper>();
        foreach (var duty in duties)
        {
            foreach (var each in await duty.Now(turn, readers.Person ?? blocker.Author, blocker.Home))
                await Add(each.Person, each.Why);
        }

        var isAmongThem = readers == blocker.Home || (readers.Person is { } reader && await turn.Sees(reader, blocker.Home));
        var around = new List<Colleague>();
        foreach (var person in await Around(turn, blocker.Home))
        {
            if (IsMeant(turn, blocker, person) && (isAmongThem || await Readers.MayLearnAbout(turn, readers, person)))
                around.Add(person);
        }

        var states = around.Select(person => (Person: person, State: person.At(turn.Now, presence.Known(turn.Caller.Workspace, person.Id)))).ToList();
        found.AddRange(states
            .Where(each => each.State.IsAvailable && found.TrueForAll(other => other.Person.Id != each.Person.Id))
            .OrderBy(each => each.State.Because.Because)
            .ThenBy(each => each.Person.Name, StringComparer.OrdinalIgnoreCase)
            .Select(each => new Helper(each.Person, null)));
        var next = states.Where(each => each.State.Back > turn.Now).OrderBy(each => each.State.Back).Select(each => (each.Person, each.State.Back!.Value));
        return new Help([.. found.Take(Most)], next.Select(each => new Coming(each.Person, each.Value)).FirstOrDefault(), turn.Now);

        async Task Add(PersonId id, Rich why)
        {
            var person = await Colleagues.Find(turn, id);
            if (IsMeant(turn, blocker, person) && person.At(turn.Now).Standing != Standing.Away && found.TrueForAll(other => other.Person.Id != id))
                found.Add(new Helper(person, why));
        }
    }

    private static bool IsMeant(Turn turn, Blocker blocker, Colleague person) =>
        person.IsShared && !person.IsGone && person.Id != PersonId.Bot && person.Id != turn.Caller.Person
        && person.Id != blocker.Author && !blocker.IsNeeded(person.Id) && person.Id != blocker.TakenBy;

    /// <summary>The people of its home; of what is private to its author, those of their channels. They are the same for all that one turn tells.</summary>
    private static Task<IReadOnlyList<Colleague>> Around(Turn turn, ConversationId home) => turn.Once((typeof(Helpers), home), async () =>
    {
        IReadOnlyList<ChannelId> channels = home.Channel is { } only ? [only] : await turn.ChannelsOf(home.Person!.Value);
        var people = new Dictionary<PersonId, Person>();
        foreach (var channel in channels.TakeWhile(_ => people.Count < MostAround))
        {
            try
            {
                foreach (var person in await turn.MembersOf(channel))
                    people.TryAdd(person.Id, person);
            }
            catch (DirectoryUnavailableException)
            {
                // Others may still be named, and nothing here depends on who is missing.
            }
        }

        return await Colleagues.Of(turn, [.. people.Values.Take(MostAround)]);
    });
}

/// <summary>Who could help now, and otherwise who comes next.</summary>
/// <param name="Next">Null where nobody knows of anybody.</param>
public sealed record Help(IReadOnlyList<Helper> Could, Coming? Next, Instant Now)
{
    /// <summary>How to ask somebody who is there, as it can be typed.</summary>
    public Typed Ask(Blocker blocker) =>
        new($"blocker needs {blocker.Number} @{(Could is [var first, ..] ? first.Person : Next?.Person)?.Called ?? "name"}");

    /// <summary>A sentence that never says just nobody.</summary>
    /// <param name="reader">On whose clock times are shown, too; null where many read it.</param>
    public Rich Said(DateTimeZone? reader)
    {
        if (Could.Count > 0)
            return $"Could help now: {Rich.Join(", ", " and ", Could.Select(each => each.Said))}.";
        return Next is { } next
            ? (Rich)$"Nobody else is at work now; next comes {next.Person.Id}: {TwoClocks.Say(next.Person, next.At, Now, reader)}."
            : $"I know of nobody else here and when they work. Who is around: {new Typed("online")}";
    }
}

/// <param name="Why">What makes it their turn; null where they are only at work.</param>
public sealed record Helper(Colleague Person, Rich? Why)
{
    public Rich Said => Why is null ? $"{Person.Id}" : (Rich)$"{Person.Id} ({Why})";
}

/// <summary>Who comes online next, and when.</summary>
public sealed record Coming(Colleague Person, Instant At);
