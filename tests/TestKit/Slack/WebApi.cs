using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AsyncBot.TestKit.Slack;

/// <summary>The Web API's wire: form-encoded posts with a Bearer token; 200 with <c>ok</c>, whatever happened.</summary>
internal sealed class WebApi(FakeSlack slack)
{
    private const string Json = "application/json; charset=utf-8";

    public async Task Answer(HttpContext http, string method)
    {
        var isForm = http.Request.HasFormContentType;
        var arguments = isForm
            ? (await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
            : [];
        var call = new SlackCall(method, arguments, slack.State.Now, TokenOf(http.Request));
        var fault = slack.NextFault(method, call["channel"] ?? call["channel_id"]);
        slack.Change(state =>
        {
            state.Calls.Add(call);
            return 0;
        });
        await FaultAnswer.Around(http, slack, fault, () =>
        {
            http.Response.Headers["x-slack-req-id"] = "request";
            var answer = Do(call, isForm || http.Request.ContentLength is null or 0);
            if (call.Token == TokenKind.Bot)
                http.Response.Headers["x-oauth-scopes"] = string.Join(',', slack.Scopes);
            return FaultAnswer.Write(http, 200, Json, answer.ToJsonString());
        });
    }

    /// <summary>Takes the bytes of a file.</summary>
    public async Task Upload(HttpContext http, string id)
    {
        byte[] content;
        if (http.Request.HasFormContentType)
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            using var copy = new MemoryStream();
            if (form.Files.Count > 0)
                await form.Files[0].CopyToAsync(copy, http.RequestAborted);
            content = copy.ToArray();
        }
        else
        {
            using var copy = new MemoryStream();
            await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
            content = copy.ToArray();
        }

        await FaultAnswer.Around(http, slack, slack.NextFault("upload", null), () =>
        {
            var isKnown = slack.Change(state =>
            {
                if (!state.Files.TryGetValue(id, out var file))
                    return false;
                state.Files[id] = file with { Content = content };
                return true;
            });
            return FaultAnswer.Write(http, isKnown ? 200 : 404, "text/plain", isKnown ? $"OK - {content.Length}" : "not found");
        });
    }

    private JsonObject Do(SlackCall call, bool isReadable)
    {
        try
        {
            var method = SlackMethods.Find(call.Method) ?? throw new SlackRefusal("unknown_method");
            Allow(method, call.Token);
            if (!isReadable)
                throw new SlackRefusal("invalid_post_type");
            var missing = method.Scopes.Where(scope => !slack.Scopes.Contains(scope)).ToList();
            if (missing.Count > 0 && !method.IsApp)
                return new JsonObject { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = string.Join(',', missing), ["provided"] = string.Join(',', slack.Scopes) };
            var answer = slack.Change(_ => method.Do(slack, new SlackRequest(call)));
            answer.Insert(0, "ok", true);
            return answer;
        }
        catch (SlackRefusal refusal)
        {
            var answer = new JsonObject { ["ok"] = false, ["error"] = refusal.Error };
            if (refusal.Messages.Count > 0)
                answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. refusal.Messages.Select(text => (JsonNode)text)]) };
            return answer;
        }
    }

    private static void Allow(SlackMethod method, TokenKind token)
    {
        if (token == TokenKind.None)
            throw new SlackRefusal("not_authed");
        if (token == TokenKind.Wrong)
            throw new SlackRefusal("invalid_auth");
        if (token != (method.IsApp ? TokenKind.App : TokenKind.Bot) && method.Name != "auth.test")
            throw new SlackRefusal("not_allowed_token_type");
    }

    private TokenKind TokenOf(HttpRequest request) => request.Headers.Authorization.ToString() switch
    {
        "" => TokenKind.None,
        var bearer when bearer == "Bearer " + slack.BotToken => TokenKind.Bot,
        var bearer when bearer == "Bearer " + slack.AppToken => TokenKind.App,
        _ => TokenKind.Wrong,
    };
}
