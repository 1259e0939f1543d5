namespace AsyncBot.Core.Time.When;

/// <summary>"in the evening": an hour of its own where none is said, and am or pm where one is.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}
