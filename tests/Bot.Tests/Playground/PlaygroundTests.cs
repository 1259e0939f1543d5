using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>Tests that share one running bot; each starts from a fresh workspace, and afterwards the bot must still be well.</summary>
public abstract class PlaygroundTests
{
    protected static PlaygroundClient Api => SharedBot.Running.Api;

    [SetUp]
    public Task Start_from_a_fresh_workspace() => Api.Reset();

    [TearDown]
    public async Task The_bot_is_still_well() => Assert.That(await Api.Health("ready"), Is.EqualTo(200));

    /// <summary>Checks that a call is refused with a sentence, as <c>application/json</c> and nothing else in it.</summary>
    protected static async Task<string> Refused(string call, JsonObject body, int status = 400) => Refused(await Api.Post(call, body), status);

    protected static string Refused(ApiAnswer answer, int status = 400)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(answer.MediaType, Is.EqualTo("application/json"));
        Assert.That(answer.Json.Select(field => field.Key), Is.EqualTo(new[] { "error" }));
        Assert.That(answer.Error, Is.Not.Empty);
        Assert.That(answer.Error, Does.Not.Contain("Exception").And.Not.Contain("   at "));
        return answer.Error!;
    }

    protected static JsonObject Saying(string person = "ana", string place = "#team", string text = "hello") =>
        new() { ["as"] = person, ["in"] = place, ["text"] = text };
}

/// <summary>The bot of all <see cref="PlaygroundTests"/>.</summary>
[SetUpFixture]
public sealed class SharedBot
{
    private readonly TestKit.TemporaryFolder _folder = new();

    public static RunningBot Running { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Running = await RunningBot.Start(_folder.File("asyncbot.db"));

    [OneTimeTearDown]
    public async Task End()
    {
        await Running.DisposeAsync();
        _folder.Dispose();
    }
}
