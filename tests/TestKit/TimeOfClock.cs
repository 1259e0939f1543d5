namespace AsyncBot.TestKit;

/// <summary>Real time that is what a clock shows.</summary>
public sealed class TimeOfClock(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
