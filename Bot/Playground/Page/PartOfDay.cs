using System.Globalization;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>What somebody's clock says about them, in a sign and in words.</summary>
public sealed record PartOfDay(string Sign, string Words)
{
    private static readonly PartOfDay Asleep = new("☾", "asleep");
    private static readonly PartOfDay AtWork = new("☀", "at work");
    private static readonly PartOfDay Off = new("⌂", "off work");

    public bool IsAsleep => this == Asleep;

    public static PartOfDay Of(Resident person, LocalDateTime now)
    {
        var isWeekend = now.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        if (!isWeekend && (person.Hours ?? "09:00-17:00").Split('-') is [var from, var to] && Minute(from) <= MinuteOf(now) && MinuteOf(now) < Minute(to))
            return AtWork;
        return now.Hour is < 7 or >= 23 ? Asleep : Off;
    }

    private static int MinuteOf(LocalDateTime time) => time.Hour * 60 + time.Minute;

    private static int Minute(string time) => (int)TimeSpan.Parse(time, CultureInfo.InvariantCulture).TotalMinutes;
}
