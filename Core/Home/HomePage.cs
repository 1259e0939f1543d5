using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>
/// Somebody's page of what is theirs, on platforms where the bot has pages. It exists from the first time they open it, and then stays up to date.
/// </summary>
public sealed record HomePage(PersonId Person)
{
    public static readonly DocumentType<HomePage> Type = new("home", page => page.Person.Value);

    /// <summary>Seconds: changes often come together, and a page need not show the ones between.</summary>
    private const int Gathered = 2;

    /// <summary>Shows somebody's page anew soon, because something of theirs changed; does nothing for those who never opened it.</summary>
    public static async Task Changed(Turn turn, PersonId person)
    {
        if (await turn.Find(Type, person.Value) is not null)
        {
            // A change that is committed while the page is being made belongs to the next one.
            var at = Instant.FromUnixTimeSeconds((turn.Now.ToUnixTimeSeconds() / Gathered + 2) * Gathered);
            turn.Schedule(string.Create(CultureInfo.InvariantCulture, $"home {person} {at.ToUnixTimeSeconds()}"), at, new RefreshHome(person));
        }
    }

    internal static void Refresh(Turn turn, PersonId person) => turn.Schedule($"home {person} {turn.Id}", turn.Now, new RefreshHome(person));
}
