using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>Somebody's page of what is theirs, on platforms where the bot has pages. It exists from the first time they open it, and then stays up to date.</summary>
public sealed record HomePage(PersonId Person)
{
    public static readonly DocumentType<HomePage> Type = new("home", page => page.Person.Value);

    /// <summary>Changes often come together, and a page need not show the ones between.</summary>
    private static readonly Duration Gathered = Duration.FromSeconds(2);

    /// <summary>Shows somebody's page anew soon, because something of theirs changed; does nothing for those who never opened it.</summary>
    public static async Task Changed(Turn turn, PersonId person)
    {
        if (await turn.Find(Type, person.Value) is not null)
            Refresh(turn, person, turn.Now + Gathered);
    }

    internal static void Refresh(Turn turn, PersonId person, Instant at) => turn.Schedule($"home {person}", at, new RefreshHome(person));
}

/// <summary>What one feature shows on somebody's page.</summary>
public interface IHomeSection
{
    /// <summary>Nothing where there is nothing to show.</summary>
    Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person);
}
