using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// Names people where others read, without calling them: a mention in a channel would reach them at night, and they are told in their own hours.
/// </summary>
internal sealed class QuietNames
{
    private readonly Dictionary<PersonId, string> _names = [];

    public static async Task<QuietNames> Of(Turn turn, Blocker blocker)
    {
        var names = new QuietNames();
        var people = blocker.Needs.Select(need => need.Person)
            .Concat(blocker.History.SelectMany(happened => new PersonId?[] { happened.By, happened.To }).OfType<PersonId>())
            .Append(blocker.Author)
            .Append(turn.Caller.Person);
        foreach (var person in people.Distinct())
        {
            if (await turn.Find(person) is { } known)
                names._names[person] = known.Name;
        }

        return names;
    }

    /// <summary>As it reads, a mention; whoever is in no directory is one, because it calls nobody.</summary>
    public Rich this[PersonId person] => _names.TryGetValue(person, out var name) ? $"{"@" + name}" : (Rich)$"{person}";

    public Rich All(IEnumerable<PersonId> people) => Rich.Join(", ", " and ", people.Select(person => this[person]));
}
