using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.People;
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
        .Command<DeleteDue, DeleteDue.Handler>()
        .Command<DeclineDue, DeclineDue.Handler>()
        .Command<SkipDue, SkipDue.Handler>()
        .Command<ReopenDue, ReopenDue.Handler>()
        .Shortcut(AskWhen.Shortcut)
        .Saying(RemindMe.Read)
        .Saying(new OtherVerbs(DueItem.Kind)
            .For("done", "finish", "finished", "complete", "completed", "close")
            .For("delete", "remove")
            .ForMore("move", "postpone", "reschedule").Read)
        .Command<AskWhen, AskWhen.Handler>()
        .Document(DueItem.Type, DueUndo.Rules)
        .Closes(DueItem.Type)
        .Follower<DueItem, DueFollower>(DueItem.Type)
        .Part<ITell, DueTeller>()
        .Part<IHomeSection, DueOnHome>()
        .Part<IPersonalData, DueData>()
        .Part<IZoneBound, DueInZone>()
        .Part<ILeaving, DueOfLeavers>()
        .Part<IHoursBound, DueInHours>();
}
