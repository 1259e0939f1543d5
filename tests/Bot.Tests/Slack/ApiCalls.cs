using System.Text.Json.Nodes;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>Calls the fake's Web API as plainly as a script would.</summary>
internal sealed class ApiCalls(FakeSlack slack) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = slack.ApiBaseUrl };

    public void Dispose() => _http.Dispose();

    public async Task<JsonObject> Call(string method, params (string Name, string Value)[] arguments)
    {
        using var answer = await Send(method, slack.BotToken, arguments);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    public async Task<string?> Refused(string method, params (string Name, string Value)[] arguments) => (string?)(await Call(method, arguments))["error"];

    public async Task<HttpResponseMessage> Send(string method, string token, params (string Name, string Value)[] arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Content = new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))),
        };
        request.Headers.Authorization = new("Bearer", token);
        return await _http.SendAsync(request);
    }

    public async Task<(int Status, string Text)> Respond(string url, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(url), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
