using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>A bot that answers with what the test wants, and keeps what it was sent.</summary>
internal sealed class Echo : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<JsonObject> _heard = new();

    private Echo()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/slack/{kind}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            _heard.Enqueue(Read(await reader.ReadToEndAsync(), request.HasFormContentType));
            return Results.Text(Answer, "application/json");
        });
    }

    public Uri Address => new(_server.Urls.Single());

    public string Answer { get; set; } = "";

    public JsonObject Last => _heard.Last();

    public static async Task<Echo> Start()
    {
        var echo = new Echo();
        await echo._server.StartAsync();
        return echo;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static JsonObject Read(string body, bool isForm)
    {
        if (!isForm)
            return JsonNode.Parse(body)!.AsObject();
        var form = HttpUtility.ParseQueryString(body);
        return form["payload"] is { } payload
            ? JsonNode.Parse(payload)!.AsObject()
            : new JsonObject(form.AllKeys.Select(name => KeyValuePair.Create(name!, (JsonNode?)form[name])));
    }
}
