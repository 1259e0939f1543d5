using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>Files that say how something looks to Slack. What nobody could see in them is written as \uXXXX.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task AssertIs(string name, string json)
    {
        var path = Repository.PathOf($"tests/Bot.Tests/Slack/Golden/{name}");
        var pretty = JsonNode.Parse(json)!.ToJsonString(Indented)
            .Replace("\u200B", "\\u200B", StringComparison.Ordinal)
            .Replace("\u202E", "\\u202E", StringComparison.Ordinal)
            .Replace("\u202C", "\\u202C", StringComparison.Ordinal) + "\n";
        if (Repository.IsRewriting)
            await File.WriteAllTextAsync(path, pretty);

        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(pretty), "ASYNCBOT_REWRITE=1 dotnet test tests/Bot.Tests writes it anew");
    }
}
