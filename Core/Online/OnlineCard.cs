using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Core.Online;

/// <summary>Many people in groups: available now first, then those who will be, in the order in which they will.</summary>
public static class OnlineCard
{
    /// <summary>Of more people than this only the available ones are listed.</summary>
    private const int MostListed = 40;

    private static readonly (Standing Standing, string Heading)[] Groups =
    [
        (Standing.Available, "Available now"),
        (Standing.Busy, "Busy or focusing"),
        (Standing.OutsideHours, "Outside hours"),
        (Standing.Away, "Away"),
        (Standing.Unknown, "Unknown"),
    ];

    public static Card Of(Rich title, IReadOnlyList<Colleague> people, PersonText text)
    {
        var states = people.Where(person => !person.IsGone).Select(person => new State(person, text.IsHidden(person), text.Now(person)))
            .OrderBy(state => state.IsHidden)
            .ThenBy(state => state.Availability.Back ?? Instant.MaxValue)
            .ThenBy(state => state.Person.Name, StringComparer.OrdinalIgnoreCase)
            .ToLookup(state => state.IsHidden ? Standing.Unknown : state.Availability.Standing);
        var card = new Card(title, []);
        foreach (var (standing, heading) in Groups)
        {
            var group = states[standing].ToList();
            if (group.Count == 0 && standing == Standing.Available)
                card = card.With(new Paragraph($"Nobody is available now."));
            else if (group.Count > 0)
                card = card.With(Of(heading, group, isListed: people.Count <= MostListed || standing == Standing.Available, text));
        }

        return card;
    }

    private static Block Of(string heading, List<State> group, bool isListed, PersonText text)
    {
        if (!isListed)
        {
            var first = group.Find(state => !state.IsHidden && state.Availability.Back is not null);
            return new Paragraph(first is { Availability.Back: { } back, Person: var next }
                ? (Rich)$"{heading}: {group.Count}, the next is {next.Id}: {text.Both(next, back)}"
                : $"{heading}: {group.Count}");
        }
        var lines = group.Take(MostListed).Select(state => text.Line(state.Person)).ToList();
        if (group.Count > lines.Count)
            lines.Add($"and {group.Count - lines.Count} more");
        return new PeopleList(heading, lines);
    }

    private sealed record State(Colleague Person, bool IsHidden, Availability Availability);
}
