using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>A slash command as Slack delivers it: form fields over HTTP, the same as JSON over a socket.</summary>
public sealed record SlashPayload
{
    public string? TeamId { get; set; }

    public string? EnterpriseId { get; set; }

    public string? ChannelId { get; set; }

    public string? UserId { get; set; }

    public string? Command { get; set; }

    public string? Text { get; set; }

    public string? ResponseUrl { get; set; }

    public string? TriggerId { get; set; }

    /// <summary>The workspace; an app that a whole organisation installed may have none.</summary>
    [JsonIgnore]
    public string? Team => TeamId is { Length: > 0 } ? TeamId : EnterpriseId is { Length: > 0 } ? EnterpriseId : null;

    public static SlashPayload Read(string form)
    {
        var command = new SlashPayload();
        foreach (var field in new QueryStringEnumerable(form))
        {
            switch (field.EncodedName.Span)
            {
                case "team_id": command.TeamId = ValueOf(field); break;
                case "enterprise_id": command.EnterpriseId = ValueOf(field); break;
                case "channel_id": command.ChannelId = ValueOf(field); break;
                case "user_id": command.UserId = ValueOf(field); break;
                case "command": command.Command = ValueOf(field); break;
                case "text": command.Text = ValueOf(field); break;
                case "response_url": command.ResponseUrl = ValueOf(field); break;
                case "trigger_id": command.TriggerId = ValueOf(field); break;
            }
        }

        return command;
    }

    private static string ValueOf(QueryStringEnumerable.EncodedNameValuePair field) => new(field.DecodeValue().Span);
}
