namespace AsyncBot.Core.Messages;

/// <summary>
/// The people of a workspace whose name somebody else there has, too. A message, a file or a picture writes their handle beside it, so that nobody takes
/// one for the other.
/// </summary>
public sealed class Namesakes
{
    public static readonly Namesakes None = new([]);

    private readonly Dictionary<string, (int Here, int All)> _counts = new(StringComparer.OrdinalIgnoreCase);

    public Namesakes(IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            var (here, all) = _counts.GetValueOrDefault(person.Name);
            _counts[person.Name] = (person.IsGone ? here : here + 1, all + 1);
        }
    }

    /// <summary>The person as messages show them. Whoever left makes nobody who is there unclear.</summary>
    public Person Told(Person person)
    {
        var (here, all) = _counts.GetValueOrDefault(person.Name);
        return person with { HasNamesakes = (person.IsGone ? all : here) > 1 };
    }

    /// <summary>Those whom a word may mean: one alone where it is a handle to the letter, whatever others are called.</summary>
    public static IReadOnlyList<Person> Meant(string word, IReadOnlyList<Person> found) =>
        found.Where(person => word.Equals($"@{person.Handle}", StringComparison.OrdinalIgnoreCase)).ToList() is [var exact] ? [exact] : found;
}
