using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AsyncBot.TestKit.Slack;

/// <summary>Addresses for later answers: five within thirty minutes, without a token.</summary>
internal sealed class ResponseUrls(FakeSlack slack)
{
    private const int Uses = 5;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Given> _given = new(StringComparer.Ordinal);

    /// <param name="origin">The message with the button that was pressed.</param>
    public string Give(string user, string channel, SlackMessage? origin) => slack.Locked(state =>
    {
        var id = state.NextId("r");
        _given[id] = new Given(user, channel, origin?.Ts, state.Now);
        return new Uri(slack.Address, "respond/" + id).AbsoluteUri;
    });

    public async Task Answer(HttpContext http, string id)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var authorization = http.Request.Headers.Authorization.Count > 0;
        var fault = slack.NextFault("response_url", null);
        await FaultAnswer.Around(http, slack, fault, () =>
        {
            var (status, text) = slack.Change(state =>
            {
                var (code, said) = Respond(state, id, body);
                state.Responses.Add(new SlackResponse(http.Request.Path, body, authorization, code, state.Now));
                return (code, said);
            });
            return FaultAnswer.Write(http, status, "text/plain", text);
        });
    }

    /// <summary>Shows what an answer says: to one person, or to the channel.</summary>
    public static SlackMessage? Show(SlackState state, JsonObject answer, string user, string channel)
    {
        var blocks = BlockRules.Message(answer["blocks"]?.DeepClone());
        var text = (string?)answer["text"] ?? "";
        if (text.Length == 0 && blocks is not { Count: > 0 })
            return null;
        if (text.Length > 40_000)
            throw new SlackRefusal("msg_too_long");
        var message = new SlackMessage(channel, state.NextTs(), FakeSlack.BotUser)
        {
            Text = text,
            BlocksJson = blocks is null ? "[]" : SlackElement.Named(blocks, () => state.NextId("b")),
            ThreadTs = (string?)answer["thread_ts"],
            EphemeralTo = (string?)answer["response_type"] == "in_channel" ? null : user,
        };
        state.Messages.Add(message);
        return message;
    }

    private (int Status, string Text) Respond(SlackState state, string id, string body)
    {
        if (!_given.TryGetValue(id, out var given))
            return (404, "no_service");
        if (state.Now - given.At > Life)
            return (404, "expired_url");
        if (given.Used >= Uses)
            return (404, "used_url");
        try
        {
            if (JsonNode.Parse(body) is not JsonObject answer)
                return (400, "invalid_payload");
            given.Used++;
            return Respond(state, given, answer);
        }
        catch (JsonException)
        {
            return (400, "invalid_payload");
        }
        catch (SlackRefusal refusal)
        {
            return (400, refusal.Error);
        }
    }

    private static (int Status, string Text) Respond(SlackState state, Given given, JsonObject answer)
    {
        var origin = given.Message is null ? null : state.Find(given.Channel, given.Message);
        if ((bool?)answer["delete_original"] == true)
        {
            if (origin is not null)
                state.Messages.Remove(origin);
            return (200, "ok");
        }

        if ((bool?)answer["replace_original"] != true || origin is null)
            return Show(state, answer, given.User, given.Channel) is null ? (400, "no_text") : (200, "ok");
        var blocks = BlockRules.Message(answer["blocks"]?.DeepClone());
        state.Replace(origin with
        {
            Text = (string?)answer["text"] ?? "",
            BlocksJson = blocks is null ? "[]" : SlackElement.Named(blocks, () => state.NextId("b")),
            Edits = origin.Edits + 1,
        });
        return (200, "ok");
    }

    private sealed record Given(string User, string Channel, string? Message, DateTimeOffset At)
    {
        public int Used { get; set; }
    }
}
