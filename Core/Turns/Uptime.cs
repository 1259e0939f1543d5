namespace AsyncBot.Core.Turns;

/// <summary>Since when this process does what is due, so that a downtime is blamed only for what fell into one.</summary>
public sealed class Uptime(IClock clock)
{
    /// <summary>By the bot's clock.</summary>
    public Instant Since { get; private set; } = Instant.MinValue;

    public void Begin() => Since = clock.GetCurrentInstant();
}
