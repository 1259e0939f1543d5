using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Everything that can be said about what is due, and what follows from it.</summary>
public static class DueFeature
{
    public static FeatureCatalog AddDue(this FeatureCatalog features) => features
        .Command<AddDue, AddDue.Handler>()
        .Command<ListDue, ListDue.Handler>()
        .Command<ShowDue, ShowDue.Handler>()
        .Command<WhyDue, WhyDue.Handler>()
        .Command<FinishDue, FinishDue.Handler>()
        .Command<SnoozeDue, SnoozeDue.Handler>()
        .Command<PickSnooze, PickSnooze.Handler>()
        .Command<MoveDue, MoveDue.Handler>()
        .Command<EditDue, EditDue.Handler>()
        .Command<CancelDue, CancelDue.Handler>()
        .Command<DeclineDue, DeclineDue.Handler>()
        .Command<SkipDue, SkipDue.Handler>()
        .Command<ReopenDue, ReopenDue.Handler>()
        .Document(DueItem.Type, Undo)
        .Follower<DueItem, DueFollower>(DueItem.Type)
        .Part<ITell, DueTeller>();

    /// <summary>What the bot told meanwhile keeps nobody from taking a change back.</summary>
    private static readonly UndoRules<DueItem> Undo = new(
        item => $"{DueItem.Kind} {item.Number}",
        DueText.ShowCommand,
        item => item.Home,
        item => string.Join(' ', item.History.Where(happened => happened.By != PersonId.Bot).Select(happened => happened.At.ToUnixTimeTicks())),
        (now, before) => before with { Said = now.Said, LastAt = now.LastAt, Post = now.Post, History = before.History });
}
