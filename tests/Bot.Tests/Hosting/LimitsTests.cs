using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
public sealed class LimitsTests
{
    [Test]
    public async Task Whoever_asks_too_often_is_told_so_and_nobody_else_notices()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"), "Limits:CommandsPerMinute=3");

        var answers = new List<string>();
        for (var i = 0; i < 10; i++)
            answers.Add((await bot.Api.Say("ana", "#team", "/idea list")).Answer().Text);

        Assert.That(answers[..3], Has.None.Contains("more than"));
        Assert.That(answers[^1], Does.Contain("more than 3 commands in a minute"));
        Assert.That((await bot.Api.Say("ben", "#team", "/idea list")).Answer().Text, Does.Contain("No open ideas"));
        Assert.That(await bot.Api.Say("ana", "#team", "chat is not limited"), Is.Empty);
    }
}
