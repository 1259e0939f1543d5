namespace AsyncBot.Core.Due;

/// <summary>How long before a deadline somebody is told: days on their calendar, or elapsed time.</summary>
public sealed record Lead(int Days, Duration Time)
{
    public static readonly IReadOnlyList<Lead> Usual = [new(1, Duration.Zero), new(0, Duration.FromHours(1))];

    public Instant Before(Instant due, DateTimeZone clock) =>
        clock.AtLeniently(due.InZone(clock).LocalDateTime.PlusDays(-Days)).ToInstant() - Time;
}
