using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Storage.Json;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class DraftTests
{
    private const int LongestOfSlack = 2_000;

    private static readonly DocumentJson Json = new([new CommandJson(Catalog.Commands())]);

    [TestCase("x", 1_100)]
    [TestCase("\"", 300)]
    [TestCase("\\", 1_100)]
    [TestCase("\n", 1_000)]
    [TestCase("a\u0001", 500)]
    [TestCase("🎉", 500)]
    [TestCase("\u2028y", 500)]
    [TestCase("日", 1_500)]
    public async Task A_button_is_never_longer_than_a_platform_takes(string unit, int times)
    {
        await using var team = await Team.Open();

        var asked = await team.Says("ana", "dm", "x" + string.Concat(Enumerable.Repeat(unit, times)) + "y");

        Assert.That(asked.Buttons.Select(button => Json.Write(button.Command, typeof(ICommand)).Length), Is.Not.Empty.And.All.LessThanOrEqualTo(LongestOfSlack));
        Assert.That((await team.Presses("ana", asked, "Save as an idea")).Text, Does.Contain("saved"));
    }
}
