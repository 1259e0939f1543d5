using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What people say about their own time.</summary>
public static class PeopleFeature
{
    public static CommandCatalog AddPeople(this CommandCatalog commands) => commands
        .Add<ShareMyTime, ShareMyTime.Handler>();

    public static DocumentCatalog AddPeople(this DocumentCatalog documents) => documents
        .Add(Profile.Type, Profile.Undo, new ProfileFollower())
        .Add(DayOff.Type, DayOff.Undo);
}
