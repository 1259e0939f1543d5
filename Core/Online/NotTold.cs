using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>
/// The one answer about people of whom the caller may learn nothing: who wants to be asked, who shares no channel with the caller, and
/// who does not exist. It is the same for all three, so that it gives nothing away.
/// </summary>
public static class NotTold
{
    private const int Most = 10;

    /// <summary>Those of whom the caller may learn something, and the words for the others, in the order in which they were typed.</summary>
    public static async Task<(IReadOnlyList<Colleague> People, IReadOnlyList<string> Untold)> Split(Turn turn, Whom whom)
    {
        var colleagues = await Colleagues.Of(turn, whom.People);
        var told = colleagues.Where(person => person.IsToldTo(turn.Caller.Person)).ToList();
        var untold = whom.Names.Where(name => name.Person is null || told.TrueForAll(person => person.Id != name.Person.Id));
        return (told, [.. untold.SelectMany(name => name.Said.Split(' ')).Distinct()]);
    }

    /// <param name="words">What they were called, at least one.</param>
    public static Rich Of(IReadOnlyList<string> words)
    {
        var shown = words.Take(Most).Select(word => (Rich)$"“{Excerpt.Word(word)}”").ToList();
        var more = words.Count > Most ? $" or {words.Count - Most} others" : "";
        return $"I can’t say when {Rich.Join(" or ", shown)}{more} {(shown.Count == 1 ? "is" : "are")} around; ask them.";
    }
}
