namespace AsyncBot.Core.Turns;

/// <summary>A feature that waits for instants which it reckoned from wall times, and reckons them anew when the rules of zones were changed.</summary>
public interface IReckonAnew
{
    /// <summary>Has everything of the workspace reckoned anew, by jobs where it is much.</summary>
    Task ReckonAnew(Turn turn);
}
