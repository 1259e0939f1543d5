using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>What the bot answered.</summary>
public sealed record SlackReply(int Status, string Body)
{
    public string? ContentType { get; init; }

    /// <summary>What the person sees because of it: the answer to a slash command.</summary>
    public SlackMessage? Message { get; init; }

    public JsonObject? Json
    {
        get
        {
            try
            {
                return Body.Length > 0 ? JsonNode.Parse(Body) as JsonObject : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public string? ResponseAction => (string?)Json?["response_action"];

    /// <summary>What is wrong with a submission, by block_id.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        (Json?["errors"] as JsonObject)?.ToDictionary(error => error.Key, error => (string?)error.Value ?? "") ?? [];
}
