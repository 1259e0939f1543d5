using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class SearchIdeasTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Search_finds_by_words_newest_first_decided_or_not()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Says("ana", "#team", "idea add Buy coffee");
        await _team.Says("ana", "#team", "idea add Record each demo");
        await _team.Says("ana", "#team", "idea drop 1");

        Assert.That(Listed.NumbersIn(await _team.Says("ben", "#team", "idea search demo")), Is.EqualTo(new[] { 3, 1 }));
        Assert.That(Listed.NumbersIn(await _team.Says("ben", "#team", "idea search rotate DEMO")), Is.EqualTo(new[] { 1 }));
        Assert.That((await _team.Says("ben", "#team", "idea search tea")).Text, Does.StartWith("Nothing here has “tea”.").And.Contain("idea list"));
        Assert.That((await _team.Says("ben", "#team", "idea search")).IsRefused);
    }

    [Test]
    public async Task Search_has_pages_too()
    {
        for (var n = 1; n <= 12; n++)
            await _team.Says("ana", "#team", $"idea add Demo number {n}");
        var first = await _team.Says("ben", "#team", "idea search demo");

        Assert.That(Listed.NumbersIn(first), Is.EqualTo(Enumerable.Range(3, 10).Reverse()));
        Assert.That(Listed.NumbersIn(await _team.Presses("ben", first, "More")), Is.EqualTo(new[] { 2, 1 }));
    }
}
