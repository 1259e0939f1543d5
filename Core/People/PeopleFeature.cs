using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What people say about their own time.</summary>
public static class PeopleFeature
{
    public static CommandCatalog AddPeople(this CommandCatalog commands) => commands
        .Add<SetHours, SetHours.Handler>()
        .Add<SetZone, SetZone.Handler>()
        .Add<GoAway, GoAway.Handler>()
        .Add<GoOff, GoOff.Handler>()
        .Add<ComeBack, ComeBack.Handler>()
        .Add<FocusFor, FocusFor.Handler>()
        .Add<AddHoliday, AddHoliday.Handler>()
        .Add<ShareMyTime, ShareMyTime.Handler>()
        .Add<DropAbsence, DropAbsence.Handler>()
        .Add<RemoveHoliday, RemoveHoliday.Handler>()
        .Add<MoveToZone, MoveToZone.Handler>()
        .Add<StayInZone, StayInZone.Handler>()
        .Add<MovedZone, MovedZone.Handler>();

    public static DocumentCatalog AddPeople(this DocumentCatalog documents) => documents
        .Add(Profile.Type, Profile.Undo, new ProfileFollower())
        .Add(DayOff.Type, DayOff.Undo);
}
