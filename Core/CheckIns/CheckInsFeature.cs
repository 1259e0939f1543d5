using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Everything that can be said about check-ins, and what follows from it.</summary>
public static class CheckInsFeature
{
    public static FeatureCatalog AddCheckIns(this FeatureCatalog features) => features
        .Command<AnswerCheckIn, AnswerCheckIn.Handler>()
        .Command<NewCheckIn, NewCheckIn.Handler>()
        .Command<HearReply, HearReply.Handler>()
        .Command<TakeBackAnswer, TakeBackAnswer.Handler>()
        .Command<FlagAnswer, FlagAnswer.Handler>()
        .Command<EditAnswer, EditAnswer.Handler>()
        .Command<SkipCheckIn, SkipCheckIn.Handler>()
        .Command<SnoozeCheckIn, SnoozeCheckIn.Handler>()
        .Command<ShowStatus, ShowStatus.Handler>()
        .Command<ReportCheckIn, ReportCheckIn.Handler>()
        .Command<ShowParticipation, ShowParticipation.Handler>()
        .Command<PreviewCheckIn, PreviewCheckIn.Handler>()
        .Command<WhyCheckIn, WhyCheckIn.Handler>()
        .Command<ListCheckIns, ListCheckIns.Handler>()
        .Command<LeaveCheckIn, LeaveCheckIn.Handler>()
        .Command<AddToCheckIn, AddToCheckIn.Handler>()
        .Command<RemoveFromCheckIn, RemoveFromCheckIn.Handler>()
        .Command<ChangeCheckIn, ChangeCheckIn.Handler>()
        .Command<PauseCheckIn, PauseCheckIn.Handler>()
        .Command<ResumeCheckIn, ResumeCheckIn.Handler>()
        .Command<RunCheckIn, RunCheckIn.Handler>()
        .Command<ExportCheckIn, ExportCheckIn.Handler>()
        .Command<DeleteCheckIn, DeleteCheckIn.Handler>()
        .Document(CheckIn.Type, CheckInUndo.OfCheckIns)
        .Document(Run.Type, CheckInUndo.OfRuns)
        .Document(Entry.Type, CheckInUndo.OfEntries)
        .Follower<CheckIn, CheckInFollower>(CheckIn.Type)
        .Follower<Run, RunFollower>(Run.Type)
        .Closes(Run.Type)
        .Follower<Entry, EntryFollower>(Entry.Type)
        .Follower<Profile, CheckInsInHours.ProfileFollower>(Profile.Type)
        .Job<WakeUp, WakeUp.Handler>("checkin wake up")
        .Job<OpenWindows, OpenWindows.Handler>("checkin open")
        .Job<AskSome, AskSome.Handler>("checkin ask")
        .Job<AskAgain, AskAgain.Handler>("checkin ask again")
        .Job<LetGoSome, LetGoSome.Handler>("checkin let go")
        .Job<ReckonAway, ReckonAway.Handler>("checkin away")
        .Job<FindHindered, FindHindered.Handler>("checkin hindered")
        .Job<ShowRun, ShowRun.Handler>("checkin show")
        .Job<GatherAnswers, GatherAnswers.Handler>("checkin gather")
        .Job<Welcome, Welcome.Handler>("checkin welcome")
        .Job<SendExport, SendExport.Handler>("checkin export")
        .Job<ClearRun, ClearRun.Handler>("checkin clear run")
        .Job<ClearCheckIn, ClearCheckIn.Handler>("checkin clear")
        .Part<ITell, CheckInTeller>()
        .Part<IHomeSection, CheckInsOnHome>()
        .Part<IPersonalData, CheckInData>()
        .Part<IZoneBound, CheckInsInZone>()
        .Part<IHoursBound, CheckInsInHours>()
        .Part<ILeaving, CheckInsOfLeavers>()
        .Part<IChannelBound, CheckInsOfChannel>()
        .Part<IOffer, OfferAnswer>();
}
