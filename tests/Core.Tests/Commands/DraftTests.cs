using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.Storage.Json;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class DraftTests
{
    private const int LongestOfSlack = 2_000;

    private static readonly DocumentJson Json = new([new CommandJson(Catalog.Features().Commands)]);

    [TestCase("x", 1_100)]
    [TestCase("\"", 300)]
    [TestCase("\\", 1_100)]
    [TestCase("\n", 1_000)]
    [TestCase("a\u0001", 500)]
    [TestCase("🎉", 500)]
    [TestCase("\u2028y", 500)]
    [TestCase("a\u00AD", 500)]
    [TestCase("\uE000y", 500)]
    [TestCase("日", 1_500)]
    public async Task A_button_is_never_longer_than_a_platform_takes(string unit, int times)
    {
        await using var team = await Team.Open();

        var asked = await team.Says("ana", "dm", "x" + string.Concat(Enumerable.Repeat(unit, times)) + "y");

        Assert.That(asked.Buttons.Select(button => Json.Write(button.Command, typeof(ICommand)).Length), Is.Not.Empty.And.All.LessThanOrEqualTo(LongestOfSlack));
        Assert.That((await team.Presses("ana", asked, "Save as an idea")).Text, Does.Contain("saved"));
    }

    [Test]
    public async Task Also_where_another_button_beside_it_is_short()
    {
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Command<Jot, Jot.Handler>() });
        var asked = await team.Says("ana", "#team", "jot " + new string('x', LongestOfSlack));
        await team.Restart();

        Assert.That(asked.Buttons.Select(button => button.Command), Is.EqualTo(new ICommand[] { new Jot("short"), new UseDraft($"{asked.Turn}.1") }));
        Assert.That((await team.Presses("ana", asked, "Again")).Text, Does.StartWith("Jotted: xxx"));
    }

    [Test]
    public async Task A_button_that_is_short_enough_needs_nothing_kept()
    {
        await using var team = await Team.Open();
        var asked = await team.Says("ana", "dm", "x " + new string('y', 1_100));
        Assert.That(team.Store.Commits, Is.Zero);

        await team.Advance(Duration.FromDays(2));
        Assert.That((await team.Presses("ana", asked, "Save as an idea")).Text, Does.Contain("saved"));
    }

    [Command("jot", "Jot something down", Example = "jot one")]
    private sealed record Jot([Arg("The text", Rest = true, Max = 10_000)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<Jot>
        {
            public Task<Reply> Handle(Jot command, Turn turn) => Task.FromResult(
                Reply.Say(Card.Of($"Jotted: {command.Text}", new Button("Short", new Jot("short")), new Button("Again", command))));
        }
    }
}
