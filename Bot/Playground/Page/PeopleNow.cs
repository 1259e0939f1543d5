using AsyncBot.Core.People;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Everybody's clock and state at one moment, so that all parts of a page say the same.</summary>
/// <param name="At">The moment.</param>
/// <param name="Everybody">In the order in which they joined, without those who left.</param>
public sealed record PeopleNow(Instant At, PersonNow Viewer, IReadOnlyList<PersonNow> Everybody)
{
    /// <summary>Those of whom the viewer may know.</summary>
    public IReadOnlyList<Colleague> Known { get; } = [.. Everybody.Where(person => person.IsKnown).Select(person => person.Colleague)];

    public PersonNow? Find(string person) => Viewer.Id.Value == person ? Viewer : Everybody.FirstOrDefault(other => other.Id.Value == person);

    public DateTimeZone ClockOf(Resident person) => Find(person.Id)?.Clock ?? DateTimeZone.Utc;
}
