using AsyncBot.Bot.Hosting;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
[Platform("Linux,MacOsX", Reason = "A limit on the size of files stands in for a full disk.")]
public sealed class StoreFailureTests
{
    [Test]
    public async Task When_the_disk_is_full_the_bot_says_so_ends_and_has_everything_that_it_confirmed()
    {
        using var folder = new TemporaryFolder();
        var saved = new List<string>();
        await using (var bot = await RunningBot.StartUnder("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 800", folder.File("asyncbot.db")))
        {
            Assert.That((await bot.Api.Health("live"), await bot.Api.Health("ready")), Is.EqualTo((200, 200)));

            var refused = await FillTheDisk(bot.Api, saved);

            Assert.That(refused, Does.Contain("I can’t reach my notes"));
            Assert.That((await bot.Api.Health("live"), await bot.Api.Health("ready")), Is.EqualTo((200, 503)));
            foreach (var place in new[] { "#team", "dm" })
                Assert.That(Said(await bot.Api.Post("say", $$"""{"as":"ben","in":"{{place}}","text":"/idea list"}""")), Does.Contain("I can’t reach my notes"), place);
            foreach (var call in new[] { "messages?as=ben&in=%23team", "messages?as=ben&in=dm" })
                Assert.That((await bot.Api.Get(call)).Status, Is.EqualTo(503), call);
            Assert.That((await bot.Api.Post("clock", """{"advance":"P1D"}""")).Status, Is.EqualTo(503));
            Assert.That((await bot.Api.Post("reset", "{}")).Status, Is.EqualTo(503));
            Assert.That(await bot.Exited(), Is.EqualTo(StoreWatch.ExitCode));
            Assert.That(bot.Output, Has.Some.Contains("The store failed").And.Some.Contains("Fatal"));
        }

        await using var again = await RunningBot.Start(folder.File("asyncbot.db"));
        Assert.That(saved, Is.Not.Empty);
        Assert.That((await Ideas.In(again.Api)).Select(idea => idea.Text.Split(" x")[0]), Is.SupersetOf(saved).And.Unique);
        Assert.That((await again.Api.Say("ana", "#team", "/idea add One more")).Answer().Text, Does.Contain("saved"));
    }

    /// <returns>What the first command that could not be saved was told.</returns>
    private static async Task<string> FillTheDisk(PlaygroundClient api, List<string> saved)
    {
        for (var i = 0; ; i++)
        {
            var text = $"number {i} {Guid.NewGuid():N}";
            var said = Said(await api.Post("say", $$"""{"as":"ana","in":"#team","text":"/idea add {{text}} {{new string('x', 4_000)}}"}"""));
            if (!said.Contains($"#{saved.Count + 1} saved", StringComparison.Ordinal))
                return said;
            saved.Add(text);
        }
    }

    /// <summary>The one sentence in an answer, whether it came as a message or as an error.</summary>
    private static string Said(ApiAnswer answer) => answer.Status == 200
        ? (string)answer.Json["messages"]!.AsArray().First(message => (bool)message!["ephemeral"]! || (string?)message["in"] == "dm")!["text"]!
        : answer.Error!;
}
