using AsyncBot.Core.Time;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

public sealed class ZonesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Test]
    public void Every_id_is_read_in_any_case()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal)))
        {
            Assert.That(Zones.Read(id.ToUpperInvariant(), "UTC", Now).Id, Is.EqualTo(id));
            Assert.That(Zones.Read($"  {id.ToLowerInvariant().Replace('_', ' ')}. ", "UTC", Now).Id, Is.EqualTo(id));
        }
    }

    [TestCase("utc", "UTC")]
    [TestCase("GMT", "UTC")]
    [TestCase("est", "America/New_York")]
    [TestCase("CST", null)]
    [TestCase("BST", null)]
    [TestCase("Zürich", "Europe/Zurich")]
    [TestCase("london time", "Europe/London")]
    [TestCase("eastern time", "America/New_York")]
    [TestCase("Portugal", "Europe/Lisbon")]
    [TestCase("Eire", "Europe/Dublin")]
    [TestCase("gb", null)]
    [TestCase("roc", null)]
    [TestCase("est5edt", null)]
    [TestCase("w-su", null)]
    [TestCase("", null)]
    [TestCase("/", null)]
    [TestCase("time", null)]
    [TestCase("\uD83D", null)]
    public void Names_of_every_kind_are_read(string text, string? id) => Assert.That(Zones.Read(text, "UTC", Now).Id, Is.EqualTo(id));

    [Test]
    public void Among_several_ones_own_is_meant() => Assert.That(Zones.Read("BST", "Europe/London", Now).Id, Is.EqualTo("Europe/London"));

    [TestCase("Lisbonn", "Europe/Lisbon")]
    [TestCase("NewYork", "America/New_York")]
    [TestCase("port", "Europe/Lisbon", "Africa/Porto-Novo", "America/Los_Angeles")]
    [TestCase("par", "America/Paramaribo", "Europe/Paris")]
    [TestCase("europe/par", "Europe/Paris", "America/Paramaribo")]
    [TestCase("africa/porto", "Europe/Lisbon", "Africa/Porto-Novo", "America/Porto_Acre")]
    [TestCase("pa")]
    public void What_may_be_meant_is_offered_the_likeliest_first(string text, params string[] choices) =>
        Assert.That(Zones.Read(text, "UTC", Now).Choices, Is.EqualTo(choices));

    [TestCase("utc+3", "“utc+3” does not say when the clocks change; a city does.")]
    [TestCase("gmt-5", "“gmt-5” does not say when the clocks change; a city does.")]
    [TestCase("+03", "“+03” does not say when the clocks change; a city does.")]
    [TestCase("x3", "“x3” is no time zone that I know.")]
    [TestCase("utopia", "“utopia” is no time zone that I know.")]
    public void What_is_no_zone_is_refused_with_the_reason(string text, string problem) => Assert.That(Zones.Read(text, "UTC", Now).Problem, Is.EqualTo(problem));

    [Test]
    public void Any_text_is_a_zone_that_there_is_or_a_problem_in_words() => Gen.String[0, 60].Sample(text =>
        Zones.Read(text, "Europe/Lisbon", Now) is var reading
        && (reading.Id is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null : reading.Problem.Length > 0)
        && reading.Choices.All(choice => Zones.Read(choice, "Europe/Lisbon", Now).Id == choice));
}
