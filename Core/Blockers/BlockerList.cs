using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>The orders in which blockers are read.</summary>
public static class BlockerList
{
    /// <summary>More than this in one place nobody reads.</summary>
    public const int Most = 500;

    /// <summary>More than this in one turn nobody is told.</summary>
    public const int MostTold = 100;

    public static string KeyOf(ConversationId home, bool isOpen) => $"{home} {Of(isOpen)}";

    /// <summary>What somebody raised or took.</summary>
    public static string KeyOfMine(PersonId person, bool isOpen) => $"by {person} {Of(isOpen)}";

    /// <summary>What somebody is needed for.</summary>
    public static string KeyOfNeeded(PersonId person, bool isOpen) => $"needs {person} {Of(isOpen)}";

    /// <summary>Newest first.</summary>
    /// <param name="before">Only blockers with a smaller number.</param>
    public static async Task<IReadOnlyList<Blocker>> Newest(Turn turn, string key, int? before = null, int take = Most) =>
        [.. (await turn.Query(Blocker.Type, new Slice("list", key, To: before is { } number ? SortKey.Of(number) : null, Newest: true, Take: take)))
            .Select(stored => stored.Value)];

    /// <summary>Those that were raised first.</summary>
    public static async Task<IReadOnlyList<Blocker>> Oldest(Turn turn, string key) =>
        [.. (await turn.Query(Blocker.Type, new Slice("list", key, Take: Most))).Select(stored => stored.Value)];

    /// <summary>Those open ones that somebody raised or took, or that need them, each once and as they are stored.</summary>
    public static async Task<IReadOnlyList<Stored<Blocker>>> OpenOf(Turn turn, PersonId person)
    {
        var numbers = new SortedSet<int>();
        foreach (var key in new[] { KeyOfNeeded(person, isOpen: true), KeyOfMine(person, isOpen: true) })
            numbers.UnionWith((await Newest(turn, key)).Select(blocker => blocker.Number));
        var found = new List<Stored<Blocker>>();
        foreach (var number in numbers)
        {
            if (await turn.Find(Blocker.Type, Blocker.IdOf(number)) is { Value.IsOpen: true } blocker)
                found.Add(blocker);
        }

        return found;
    }

    /// <summary>Of what there is something to tell in a conversation by now, as much as is told in one turn, and one more where that is not all.</summary>
    public static Task<IReadOnlyList<Stored<Blocker>>> ToTell(Turn turn, ConversationId to) =>
        turn.Query(Blocker.Type, new Slice("waits", to.Value, To: SortKey.Of(turn.Now + Duration.FromMilliseconds(1)), Take: MostTold + 1));

    internal static IEnumerable<string> KeysOf(Blocker blocker)
    {
        yield return KeyOf(blocker.Home, blocker.IsOpen);
        foreach (var person in new[] { blocker.Author, blocker.TakenBy ?? blocker.SolvedBy ?? blocker.Author }.Distinct())
            yield return KeyOfMine(person, blocker.IsOpen);
        foreach (var need in blocker.Needs)
            yield return KeyOfNeeded(need.Person, blocker.IsOpen);
    }

    private static string Of(bool isOpen) => isOpen ? "open" : "done";
}
