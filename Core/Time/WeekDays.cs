namespace AsyncBot.Core.Time;

/// <summary>The days of the week that people name together.</summary>
internal static class WeekDays
{
    public static readonly IReadOnlyList<IsoDayOfWeek> Work =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static readonly IReadOnlyList<IsoDayOfWeek> Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>Both ends and what lies between. Friday to Monday goes over the weekend.</summary>
    public static IEnumerable<IsoDayOfWeek> Between(IsoDayOfWeek first, IsoDayOfWeek last)
    {
        yield return first;
        for (var day = first; day != last;)
            yield return day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;
    }
}
