using System.Globalization;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>A vote that came meanwhile keeps nobody from taking their own change back, and stays.</summary>
public static class IdeaUndo
{
    public static readonly UndoRules<Idea> Rules = new(
        idea => $"{Idea.Kind} {idea.Number}",
        IdeaText.ShowCommand,
        idea => idea.Home,
        StateOf,
        (now, before) => before with { Votes = now.Votes });

    /// <summary>
    /// Votes are not part of the history; everything else that happens to an idea is. They count where a merge moved them, and where taking back
    /// an idea would take away what others want.
    /// </summary>
    private static string StateOf(Idea idea)
    {
        var last = idea.History[^1];
        var votes = last.What is IdeaDeed.Absorbed or IdeaDeed.Added or IdeaDeed.Captured ? idea.Votes.Count : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{idea.History.Count} {last.At.ToUnixTimeTicks()} {votes} {idea.Author}");
    }
}
