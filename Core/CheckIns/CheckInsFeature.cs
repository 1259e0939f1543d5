using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;

namespace AsyncBot.Core.CheckIns;

/// <summary>Everything that can be said about check-ins, and what follows from it.</summary>
public static class CheckInsFeature
{
    public static FeatureCatalog AddCheckIns(this FeatureCatalog features) => features
        .Command<AnswerCheckIn, AnswerCheckIn.Handler>()
        .Command<NewCheckIn, NewCheckIn.Handler>()
        .Command<EditAnswer, EditAnswer.Handler>()
        .Command<SkipCheckIn, SkipCheckIn.Handler>()
        .Command<SnoozeCheckIn, SnoozeCheckIn.Handler>()
        .Command<LeaveCheckIn, LeaveCheckIn.Handler>()
        .Document(CheckIn.Type, CheckInUndo.OfCheckIns)
        .Document(Entry.Type, CheckInUndo.OfEntries)
        .Follower<CheckIn, CheckInFollower>(CheckIn.Type)
        .Follower<Entry, EntryFollower>(Entry.Type)
        .Job<OpenWindows, OpenWindows.Handler>("checkin open")
        .Job<AskSome, AskSome.Handler>("checkin ask")
        .Job<AskAgain, AskAgain.Handler>("checkin ask again")
        .Job<ShowRun, ShowRun.Handler>("checkin show")
        .Job<Welcome, Welcome.Handler>("checkin welcome")
        .Part<ITell, CheckInTeller>();
}
