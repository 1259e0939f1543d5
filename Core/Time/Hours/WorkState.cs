namespace AsyncBot.Core.Time.Hours;

/// <summary>Whether somebody works at an instant, and why not, so that the answer can be said and not only shown.</summary>
/// <param name="Detail">The absence's reason or the holiday's name.</param>
/// <param name="Until">When that changes; null if nothing changes within the time looked at.</param>
public sealed record WorkState(WorkReason Reason, string? Detail, Instant? Until)
{
    public bool IsWorking => Reason == WorkReason.InHours;
}

/// <summary>Why somebody works at an instant or does not; what they said themselves comes first.</summary>
public enum WorkReason
{
    InHours,
    Absent,
    Holiday,
    DayOff,
    OutsideHours,
}
