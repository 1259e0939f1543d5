namespace AsyncBot.Core.Turns;

/// <summary>How long to wait before the next attempt: twice as long each time, from two seconds to an hour.</summary>
public static class BackOff
{
    private static readonly Duration Longest = Duration.FromHours(1);

    public static Duration After(int attempt) => Duration.Min(Longest, Duration.FromSeconds(1L << Math.Min(attempt, 20)));
}
