using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Everything that can be said about who is on call, and what follows from it.</summary>
public static class OnCallFeature
{
    public static FeatureCatalog AddOnCall(this FeatureCatalog features) => features
        .Command<WhoIsOnCall, WhoIsOnCall.Handler>()
        .Command<ShowMyShifts, ShowMyShifts.Handler>()
        .Command<NewRotation, NewRotation.Handler>()
        .Command<AddLayer, AddLayer.Handler>()
        .Command<ShowSchedule, ShowSchedule.Handler>()
        .Command<PostSchedule, PostSchedule.Handler>()
        .Command<ShowCalendar, ShowCalendar.Handler>()
        .Command<RenewCalendar, RenewCalendar.Handler>()
        .Command<ShowGaps, ShowGaps.Handler>()
        .Command<ShowLoad, ShowLoad.Handler>()
        .Command<TakeShift, TakeShift.Handler>()
        .Command<AskCover, AskCover.Handler>()
        .Command<OverrideShift, OverrideShift.Handler>()
        .Command<ClearOverride, ClearOverride.Handler>()
        .Command<AddToRotation, AddToRotation.Handler>()
        .Command<RemoveFromRotation, RemoveFromRotation.Handler>()
        .Command<PauseRotation, PauseRotation.Handler>()
        .Command<ResumeRotation, ResumeRotation.Handler>()
        .Command<DeleteRotation, DeleteRotation.Handler>()
        .Command<PageOnCall, PageOnCall.Handler>()
        .Command<KeepGroup, KeepGroup.Handler>()
        .Command<TakeCover, TakeCover.Handler>()
        .Command<GiveBackCover, GiveBackCover.Handler>()
        .Command<DropCover, DropCover.Handler>()
        .Command<AcknowledgePage, AcknowledgePage.Handler>()
        .Command<CallOffPage, CallOffPage.Handler>()
        .Command<ReadPage, ReadPage.Handler>()
        .Document(Rotation.Type, Rotation.Undo)
        .Follower<Rotation, RotationFollower>(Rotation.Type)
        .Follower<Rotation, Revised.Follower>(Rotation.Type)
        .Follower<Rotation, KeptGroup.Follower>(Rotation.Type)
        .Expiring(Page.Type)
        .Job<LookOnCall, LookOnCall.Handler>("look on call")
        .Job<EscalatePage, EscalatePage.Handler>("escalate page")
        .Part<Reachable>()
        .Part<FeedReader>()
        .Part<IDuty, Duty>()
        .Part<ITell, OnCallTeller>()
        .Part<ILeaving, RotationsOfLeavers>()
        .Part<IHomeSection, OnCallOnHome>()
        .Part<IPersonalData, OnCallData>()
        .Part<IPersonalData, FeedData>();
}
