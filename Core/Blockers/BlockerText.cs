using System.Security.Cryptography;
using System.Text;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>How blockers look in messages.</summary>
public static class BlockerText
{
    /// <summary>Here the text is the point, so it is as long as two lists' lines.</summary>
    private const int LongestText = 500;

    /// <summary>As other messages name what they quote.</summary>
    public static string ItemOf(Blocker blocker) => $"{Blocker.Kind} {blocker.Number}";

    /// <summary>The same of what one person said about it, which goes from messages when they are forgotten. Their id would outlive that.</summary>
    public static string SaidBy(Blocker blocker, PersonId person) =>
        $"{ItemOf(blocker)} said by {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(person.Value)))[..16]}";

    public static string ShowCommand(Blocker blocker) => $"blocker show {blocker.Number}";

    /// <summary>A blocker named within a sentence.</summary>
    public static Rich Named(Blocker blocker) => $"#{blocker.Number} “{Excerpt.Of(blocker.Text, ShowCommand(blocker), 80)}”";

    /// <summary>With its number and its lines, as long as it needs to be understood.</summary>
    public static Rich Full(Blocker blocker)
    {
        Rich from = blocker.Source is { Link: { } link } ? (Rich)$", from {new Link(link, "this message")}" : Rich.Empty;
        var text = blocker.Text.Length <= LongestText ? (Rich)$"{blocker.Text}" : Excerpt.Of(blocker.Text, ShowCommand(blocker), LongestText);
        return $"#{blocker.Number} {text}{from}";
    }

    /// <summary>How it stands, as the end of a line.</summary>
    internal static Rich State(Blocker blocker, Func<PersonId, Rich> name) => blocker.State switch
    {
        BlockerState.Done when blocker.IsForgotten => $"ended, because whoever raised it was forgotten",
        BlockerState.Done => $"resolved by {name(blocker.SolvedBy ?? blocker.Author)}{How(blocker)}",
        BlockerState.Taken => $"{name(blocker.TakenBy!.Value)} is on it",
        _ when blocker.Needs.Count == 0 => $"open",
        _ => $"needs {Rich.Join(", ", " and ", blocker.Needs.Select(need => name(need.Person)))}",
    };

    public static Rich How(Blocker blocker) => blocker.How is { } how ? $": {Excerpt.Of(how, ShowCommand(blocker), LongestText)}" : Rich.Empty;

    /// <summary>The message in its home, which always shows the present state.</summary>
    internal static Card Posted(Blocker blocker, QuietNames names) => Shown(
        blocker, $"{Full(blocker)} — {State(blocker, person => names[person])}{(blocker.IsOpen ? $"; raised by {names[blocker.Author]}" : Rich.Empty)}");

    /// <summary>What a message to one person becomes when it stands otherwise: as it is now, with what can be done.</summary>
    public static Card Present(Blocker blocker) => Shown(
        blocker, $"{Full(blocker)} — {State(blocker, person => $"{person}")}{(blocker.IsOpen ? (Rich)$"; raised by {blocker.Author}" : Rich.Empty)}");

    /// <summary>What stands in place of a blocker that is no longer there.</summary>
    public static Card Gone(int number) => Card.Of($"🚧 #{number} was deleted.");

    /// <summary>What stands in place of words of somebody who was forgotten.</summary>
    public static Card Unsaid(int number) => Card.Of($"🚧 What was said here about #{number} was removed.");

    /// <summary>What stands in place of a message that quoted an earlier text of it.</summary>
    /// <param name="others">What else it was about.</param>
    public static Card Reworded(Blocker blocker, IEnumerable<Typed> others)
    {
        var ways = Rich.Join(", ", others.Prepend(new Typed(ShowCommand(blocker))).Select(way => (Rich)$"{way}"));
        return Card.Of($"🚧 This quoted #{blocker.Number} before its text was changed. How it stands: {ways}");
    }

    public static Button TakeButton(Blocker blocker) => new("Take it", new TakeBlocker(blocker.Number), ButtonStyle.Primary);

    public static Button ResolvedButton(Blocker blocker) => new("Resolved", new FinishBlocker(blocker.Number));

    public static Button ShowButton(Blocker blocker) => new("Show", new ShowBlocker(blocker.Number));

    /// <summary>What can be done with it, as it stands.</summary>
    public static Button[] Answers(Blocker blocker) => blocker.State switch
    {
        BlockerState.Open => [TakeButton(blocker), ResolvedButton(blocker)],
        BlockerState.Taken => [ResolvedButton(blocker)],
        _ => [],
    };

    private static Card Shown(Blocker blocker, Rich line) => blocker.IsForgotten
        ? Card.Of($"🚧 #{blocker.Number} {State(blocker, person => $"{person}")}.")
        : Card.Of(blocker.IsOpen ? $"🚧 {line}" : (Rich)$"✅ {line}", Answers(blocker));
}
