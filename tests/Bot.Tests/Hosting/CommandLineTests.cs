using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Hosting;

public sealed class CommandLineTests
{
    [TestCase("slak")]
    [TestCase("help")]
    public async Task A_word_that_nobody_knows_starts_nothing_and_is_told_what_there_is(string word)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, said) = await RunningBot.RunWith(folder, word);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(said, Does.StartWith($"There is no {word}.").And.Contain("slack check"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("Storage:Provider=Oracle")]
    [TestCase("/Storage:Provider=Oracle")]
    [TestCase("--Storage:Provider=Oracle")]
    public async Task A_setting_is_one_however_it_is_written(string setting)
    {
        using var folder = new TemporaryFolder();

        Assert.That((await RunningBot.RunWith(folder, setting)).Said, Does.Contain("Storage:Provider is Oracle"));
    }

    [Test]
    public async Task Asked_for_help_it_says_what_there_is()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, said) = await RunningBot.RunWith(folder, "--help");

        Assert.That(exitCode, Is.Zero);
        Assert.That(said, Does.Contain("slack manifest"));
    }
}
