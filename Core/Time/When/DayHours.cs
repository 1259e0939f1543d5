namespace AsyncBot.Core.Time.When;

/// <summary>The times that are taken where none is said.</summary>
internal static class DayHours
{
    public static LocalTime Usual { get; } = new(9, 0);

    public static LocalTime Of(DayPart part) => part switch
    {
        DayPart.Morning => Usual,
        DayPart.Afternoon => new LocalTime(14, 0),
        DayPart.Evening => new LocalTime(18, 0),
        _ => new LocalTime(20, 0),
    };
}
