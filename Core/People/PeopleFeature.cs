using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What people say about their own time.</summary>
public static class PeopleFeature
{
    public static FeatureCatalog AddPeople(this FeatureCatalog features) => features
        .Command<SetHours, SetHours.Handler>()
        .Command<SetZone, SetZone.Handler>()
        .Command<GoAway, GoAway.Handler>()
        .Command<GoOff, GoOff.Handler>()
        .Command<ComeBack, ComeBack.Handler>()
        .Command<FocusFor, FocusFor.Handler>()
        .Command<AddHoliday, AddHoliday.Handler>()
        .Command<ShareMyTime, ShareMyTime.Handler>()
        .Command<DropAbsence, DropAbsence.Handler>()
        .Command<RemoveHoliday, RemoveHoliday.Handler>()
        .Command<MoveToZone, MoveToZone.Handler>()
        .Command<StayInZone, StayInZone.Handler>()
        .Command<MovedZone, MovedZone.Handler>()
        .Command<MembersChanged, MembersChanged.Handler>()
        .Command<PersonLeft, PersonLeft.Handler>()
        .Document(Profile.Type, Profile.Undo)
        .Document(DayOff.Type, DayOff.Undo)
        .Job<Replan, Replan.Handler>("replan")
        .Job<ReplanAll, ReplanAll.Handler>("replan all")
        .Follower<Profile, ProfileFollower>(Profile.Type)
        .Follower<Profile, Replan.ProfileFollower>(Profile.Type)
        .Follower<DayOff, Replan.DayOffFollower>(DayOff.Type)
        .Follower<WorkspaceSettings, Replan.SettingsFollower>(WorkspaceSettings.Type)
        .Part<IReckonAnew, ReplanAll.Anew>()
        .Part<OwnZones>()
        .Part<IHomeSection, PeopleOnHome>()
        .Part<IPersonalData, PeopleData>();
}
