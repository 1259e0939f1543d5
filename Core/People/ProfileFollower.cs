using AsyncBot.Core.Home;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Keeps somebody's page equal to what they said about their time.</summary>
public sealed class ProfileFollower : IFollow<Profile>
{
    public Task Changed(Turn turn, Profile? before, Profile? after) => HomePage.Changed(turn, (after ?? before)!.Person);
}
