using AsyncBot.Bot.Playground;
using AsyncBot.Bot.Playground.Page;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class PartOfDayTests
{
    [TestCase(2026, 3, 9, 9, 0, ExpectedResult = "at work")]
    [TestCase(2026, 3, 9, 16, 59, ExpectedResult = "at work")]
    [TestCase(2026, 3, 9, 17, 0, ExpectedResult = "off work")]
    [TestCase(2026, 3, 9, 22, 59, ExpectedResult = "off work")]
    [TestCase(2026, 3, 9, 23, 0, ExpectedResult = "asleep")]
    [TestCase(2026, 3, 10, 6, 59, ExpectedResult = "asleep")]
    [TestCase(2026, 3, 10, 7, 0, ExpectedResult = "off work")]
    [TestCase(2026, 3, 14, 12, 0, ExpectedResult = "off work")]
    public string A_clock_says_what_somebody_probably_does(int year, int month, int day, int hour, int minute) =>
        PartOfDay.Of(new Resident("ana", "Ana", "Europe/Lisbon", "09:00-17:00"), new LocalDateTime(year, month, day, hour, minute)).Words;
}
