using AsyncBot.Core.Time;

namespace AsyncBot.Core.Tests.Time;

public sealed class ClockTests
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 15, 15);

    [TestCase(0, "")]
    [TestCase(Minute - 1, "")]
    [TestCase(Minute, "1 min")]
    [TestCase(Hour - 1, "59 min")]
    [TestCase(Hour, "1 h")]
    [TestCase(Hour + Minute, "1 h 1 min")]
    [TestCase(2 * Hour + 5 * Minute, "2 h 5 min")]
    [TestCase(Day - 1, "23 h 59 min")]
    [TestCase(Day, "1 day")]
    [TestCase(Day + Hour - 1, "1 day")]
    [TestCase(2 * Day + 2 * Hour, "2 days 2 h")]
    [TestCase(14 * Day - 1, "13 days 23 h")]
    [TestCase(14 * Day, "2 weeks")]
    [TestCase(60 * Day - 1, "8 weeks")]
    [TestCase(60 * Day, "2 months")]
    [TestCase(730 * Day - 1, "24 months")]
    [TestCase(730 * Day, "2 years")]
    [TestCase(1095 * Day, "3 years")]
    public void A_length_is_said_in_its_two_largest_units(long seconds, string words) =>
        Assert.That(Clock.Length(Duration.FromSeconds(seconds)), Is.EqualTo(words));

    [TestCase(-2 * Hour, "2 h ago", "2 h ago")]
    [TestCase(-Minute, "1 min ago", "1 min ago")]
    [TestCase(1 - Minute, "just now", "just now")]
    [TestCase(-1, "just now", "just now")]
    [TestCase(0, "now", "just now")]
    [TestCase(Minute - 1, "now", "now")]
    [TestCase(Minute, "in 1 min", "in 1 min")]
    [TestCase(2 * Hour, "in 2 h", "in 2 h")]
    public void How_far_away_it_is_says_on_which_side(long seconds, string distance, string age)
    {
        Assert.That(Clock.Distance(Now + Duration.FromSeconds(seconds), Now), Is.EqualTo(distance));
        Assert.That(Clock.Age(Now + Duration.FromSeconds(seconds), Now), Is.EqualTo(age));
    }
}
