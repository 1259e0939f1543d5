using System.Net;
using System.Net.Sockets;
using AsyncBot.Bot.Hosting;
using AsyncBot.TestKit;
using Microsoft.Extensions.Configuration;

namespace AsyncBot.Bot.Tests.Hosting;

/// <summary>A start that can't go well is refused with one line: the key and the fix.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class StartTests
{
    [TestCase("Storage:Provider=Oracle", "Storage:Provider", "LiteDb")]
    [TestCase("Urls=http://0.0.0.0:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    public async Task A_setting_that_can_not_be_is_refused_with_its_key_and_the_fix(string setting, string key, string fix)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, said) = await RunningBot.RunToEnd(folder.File("asyncbot.db"), setting);

        AssertRefused(exitCode, said);
        Assert.That(said, Does.Contain(key).And.Contain(fix));
        Assert.That(File.Exists(folder.File("asyncbot.db")), Is.False);
    }

    [Test]
    public async Task Allowing_others_opens_the_playground_to_them()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"), "Urls=http://0.0.0.0:0", "Playground:AllowRemote=true");

        var answer = await bot.Api.Send(new HttpRequestMessage(HttpMethod.Get, PlaygroundClient.Call("clock")) { Headers = { Host = "asyncbot.example.org" } });

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_second_bot_on_the_same_file_is_refused_and_the_first_goes_on()
    {
        using var folder = new TemporaryFolder();
        await using var first = await RunningBot.Start(folder.File("asyncbot.db"));
        await first.Api.Say("ana", "#team", "/idea add Ship it");

        var (exitCode, said) = await RunningBot.RunToEnd(folder.File("asyncbot.db"));

        AssertRefused(exitCode, said);
        Assert.That(said, Does.Contain(folder.File("asyncbot.db")).And.Contain("Storage:Path"));
        Assert.That((await first.Api.Say("ana", "#team", "/idea add Water the plants")).Answer().Text, Does.Contain("#2 saved"));
    }

    [Test]
    public async Task A_file_of_something_else_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("asyncbot.db");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("This is no database. ", 1_000)));
        var before = await File.ReadAllBytesAsync(path);

        var (exitCode, said) = await RunningBot.RunToEnd(path);

        AssertRefused(exitCode, said);
        Assert.That(said, Does.Contain(path).And.Contain("backup"));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(before));
    }

    [Test]
    public async Task A_path_that_can_not_be_written_is_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "not a folder");

        foreach (var path in new[] { folder.Path, Path.Combine(folder.File("file"), "asyncbot.db") })
        {
            var (exitCode, said) = await RunningBot.RunToEnd(path);
            AssertRefused(exitCode, said);
            Assert.That(said, Does.Contain(path).And.Contain("Storage:Path"));
        }
    }

    [Test]
    public async Task An_address_that_is_taken_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, said) = await RunningBot.RunToEnd(folder.File("asyncbot.db"), $"Urls=http://{taken.LocalEndpoint}");

        AssertRefused(exitCode, said);
        Assert.That(said, Does.Contain("Urls"));
    }

    [Test]
    public async Task An_address_of_another_machine_is_refused()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, said) = await RunningBot.RunToEnd(folder.File("asyncbot.db"), "Urls=http://203.0.113.1:5000", "Playground:AllowRemote=true");

        AssertRefused(exitCode, said);
        Assert.That(said, Does.Contain("Urls"));
    }

    [TestCase("Urls=nonsense")]
    [TestCase("Urls=ftp://127.0.0.1:1")]
    [TestCase("http_ports=many")]
    [TestCase("Urls=http://127.0.0.1:1")]
    public async Task Nothing_that_can_be_asked_is_not_ready(string setting) => Assert.That(
        await HealthCheck.Run(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting.Split('=')[0], (string?)setting.Split('=')[1])]).Build()),
        Is.EqualTo(1));

    private static void AssertRefused(int exitCode, string said)
    {
        Assert.That(exitCode, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("AsyncBot did not start. "));
        Assert.That(said, Does.Not.Contain("Exception").And.Not.Contain("   at "));
    }
}
