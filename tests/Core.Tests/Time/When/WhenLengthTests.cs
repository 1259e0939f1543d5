using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Lengths such as “45m”.</summary>
public sealed class WhenLengthTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "America/New_York", "en-US");

    [TestCase("45m", 45)]
    [TestCase("45m.", 45)]
    [TestCase("1830 days", 1830 * 1440)]
    [TestCase("1831 days", null)]
    [TestCase("2 hours", 120)]
    [TestCase("1h30m", 90)]
    [TestCase("1h 30m", 90)]
    [TestCase("an hour and a half", 90)]
    [TestCase("for 45 minutes", null)]
    [TestCase("90min", 90)]
    [TestCase("1 day", 1440)]
    [TestCase("in 2 h", 120)]
    [TestCase("1 month", null)]
    [TestCase("0m", null)]
    [TestCase("-5m", null)]
    [TestCase("banana", null)]
    [TestCase("", null)]
    [TestCase("2 hours friday", null)]
    [TestCase("99999999999999999999h", null)]
    [TestCase("999999999 weeks", null)]
    public void A_length_is_read_whole_or_refused(string text, int? minutes)
    {
        var length = When.ReadDuration(text, Here, out var refused);

        Assert.That(length, Is.EqualTo(minutes is { } said ? Duration.FromMinutes(said) : null));
        Assert.That(refused is null, Is.EqualTo(length is not null));
    }

    [TestCase("0m", "“0m” is nothing.")]
    [TestCase("0.333 hours", "“0.333 hours” is no whole number of seconds.")]
    [TestCase("45 m call", "“45 m call” is no length of time.")]
    [TestCase("61 months", "“61 months” is more than 5 years.")]
    public void A_length_is_refused_with_the_reason(string text, string problem)
    {
        When.ReadDuration(text, Here, out var refused);

        Assert.That(refused!.Problem, Is.EqualTo(problem));
        Assert.That(refused.Text, Is.EqualTo(text));
        Assert.That(refused.Steps, Is.GreaterThan(0));
    }
}
