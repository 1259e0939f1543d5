using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Hosting;

[Parallelizable(ParallelScope.All)]
public sealed class StoreFileTests
{
    [Test]
    public async Task An_orderly_end_folds_the_log_into_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("asyncbot.db");
        await using var bot = await RunningBot.Start(file);
        Assert.That(File.Exists(LiteDbStores.LogOf(file)), Is.True);

        Assert.That(await bot.Stop(), Is.Zero);

        Assert.That(File.Exists(LiteDbStores.LogOf(file)), Is.False);
    }

    [Test]
    public async Task A_file_that_grows_towards_the_end_of_its_engine_is_warned_of()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("asyncbot.db");
        await using (var bot = await RunningBot.Start(file))
        {
            await bot.Stop();
            Assert.That(bot.Output, Has.None.Contain("has grown"));
        }
        using (var hollow = File.OpenWrite(file))
            hollow.SetLength(1_500_000_000 / 8192 * 8192 + 8192);

        await using var large = await RunningBot.Start(file);
        await large.Stop();

        Assert.That(large.Output, Has.Some.Contain("The store has grown to 1500 MB and its log to 0 MB"));
    }
}
