namespace AsyncBot.Bot.Delivery;

/// <summary>The clock by which people see things happen. The playground can stop and move it.</summary>
public interface IBotClock : IClock
{
    /// <summary>Completes when the clock reaches an instant; with null, only by cancellation.</summary>
    Task Reaches(Instant? due, CancellationToken ct);
}
