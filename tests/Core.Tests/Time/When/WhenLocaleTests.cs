using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Whether 4/3 is in March or in April. It is Wednesday 4 March 2026, 10:15 in New York.</summary>
public sealed class WhenLocaleTests
{
    private static readonly WhenContext Here = new(Instant.FromUtc(2026, 3, 4, 15, 15), "America/New_York", "en-US");

    [TestCase("en-US", "4/3", 4, 3)]
    [TestCase("en-GB", "4/3/2027", 3, 4)]
    [TestCase("de", "4/3/2027", 3, 4)]
    [TestCase(null, "4/4", 4, 4)]
    [TestCase(null, "20/3", 3, 20)]
    [TestCase(null, "3/20", 3, 20)]
    [TestCase("en-US", "12/5", 12, 5)]
    [TestCase("en-US", "5/12", 5, 12)]
    [TestCase("en-US", "4.3.2027", 3, 4)]
    [TestCase(null, "13/12", 12, 13)]
    [TestCase(null, "12/12", 12, 12)]
    public void The_locale_decides_which_is_the_month(string? locale, string phrase, int month, int day)
    {
        var once = (Once)When.Read(phrase, Here with { Locale = locale });

        Assert.That((once.Local.Month, once.Local.Day), Is.EqualTo((month, day)));
    }

    [TestCase(null)]
    [TestCase("en")]
    public void Without_a_locale_4_3_is_asked(string? locale)
    {
        var asked = (NoTime)When.Read("4/3 at 5pm", Here with { Locale = locale });

        Assert.That(asked.Problem, Is.EqualTo("“4/3” could be 4 March or 3 April."));
        Assert.That(asked.Choices, Is.EqualTo(new[] { "4 March", "3 April" }));
    }

    [TestCase("1/5", "1 May", "5 January")]
    [TestCase("12/5", "12 May", "5 December")]
    [TestCase("5/1", "5 January", "1 May")]
    [TestCase("5/12", "5 December", "12 May")]
    public void The_first_and_the_last_month_are_asked_like_others(string phrase, string one, string other) =>
        Assert.That(((NoTime)When.Read(phrase, Here with { Locale = null })).Choices, Is.EqualTo(new[] { one, other }));

    [TestCase("0/5")]
    [TestCase("5/0")]
    public void What_no_month_has_is_not_asked(string phrase) =>
        Assert.That(((NoTime)When.Read(phrase, Here with { Locale = null })).Problem, Is.EqualTo($"There is no date “{phrase}”."));
}
