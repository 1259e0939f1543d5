namespace AsyncBot.Core.Time.Recurrences;

/// <summary>What becomes of a 31st in a month without one (the SKIP of RFC 7529).</summary>
public enum Skip
{
    /// <summary>Nothing happens in that month, as in every calendar.</summary>
    Omit,

    /// <summary>It happens on the month's last day, as people mean it who say "on the 31st".</summary>
    Backward,
}
