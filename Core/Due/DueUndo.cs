using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What the bot told meanwhile keeps nobody from taking a change back, and stays told.</summary>
public static class DueUndo
{
    public static readonly UndoRules<DueItem> Rules = new(
        item => $"{DueItem.Kind} {item.Number}",
        DueText.ShowCommand,
        StateOf: StateOf,
        Restore: Restore,
        IsAbout: (item, person) => item.Asker == person || item.Assignee == person || item.History.Any(happened => happened.By == person),
        Sees: DueBook.Sees);

    /// <summary>What people did to it, in order.</summary>
    public static IEnumerable<DueEvent> ByPeople(DueItem item) => item.History.Where(happened => happened.By != PersonId.Bot);

    private static string StateOf(DueItem item) =>
        $"{item.Asker} {item.To} {string.Join(' ', ByPeople(item).Select(happened => happened.At.ToUnixTimeTicks()))}";

    /// <summary>What was told counts for as long as it is about the same time.</summary>
    private static DueItem Restore(DueItem now, DueItem before)
    {
        var told = now.History.Where(happened => happened.By == PersonId.Bot).Except(before.History);
        var isSameTime = now.Once == before.Once && now.Every == before.Every && now.SetAt == before.SetAt;
        var restored = before with { Post = now.Post, History = [.. before.History, .. told] };
        return isSameTime
            ? restored with { Said = now.SnoozedUntil == before.SnoozedUntil ? now.Said : [.. now.Said.Union(before.Said)], LastAt = now.LastAt }
            : restored;
    }
}
