namespace AsyncBot.Core.People;

/// <summary>
/// One fact about whether somebody can be reached, with where it comes from and how long it counts. Facts are kept apart; the strongest one decides.
/// </summary>
/// <param name="Detail">The reason of an absence, or the name of a holiday: text of people, to be escaped like any other. Null where there is none.</param>
/// <param name="ObservedAt">When it was said or seen; null for what nobody said.</param>
/// <param name="ExpiresAt">When it stops to count; null where nobody knows.</param>
public sealed record Evidence(Because Because, string? Detail, Instant? ObservedAt, Instant? ExpiresAt)
{
    public Standing Standing => Because switch
    {
        Because.Active or Because.AtWork => Standing.Available,
        Because.Focus or Because.DoNotDisturb => Standing.Busy,
        Because.Away => Standing.Away,
        Because.Holiday or Because.DayOff or Because.OutsideHours => Standing.OutsideHours,
        _ => Standing.Unknown,
    };
}

/// <summary>What a fact says, the strongest first.</summary>
public enum Because
{
    /// <summary>They left the workspace.</summary>
    Left,

    /// <summary>They are not here until a time: they said so, or an admin did for them.</summary>
    Away,

    Focus,

    DoNotDisturb,

    /// <summary>Their platform saw them do something just now.</summary>
    Active,

    AtWork,

    Holiday,

    DayOff,

    OutsideHours,

    /// <summary>Nobody said where on earth they are.</summary>
    NoZone,
}

/// <summary>How people are grouped when somebody asks who is around.</summary>
public enum Standing
{
    Available,
    Busy,
    OutsideHours,
    Away,
    Unknown,
}
