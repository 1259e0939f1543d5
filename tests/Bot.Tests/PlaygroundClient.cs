using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests;

/// <summary>What a script does with the playground's API. The calls named after what people do fail the test when they are refused.</summary>
public sealed class PlaygroundClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public Uri Address => address;

    public void Dispose() => _http.Dispose();

    public Task<IReadOnlyList<Message>> Say(string person, string place, string text, string? thread = null, string? key = null)
    {
        var body = new JsonObject { ["as"] = person, ["in"] = place, ["text"] = text };
        if (thread is not null)
            body["thread"] = thread;
        if (key is not null)
            body["key"] = key;
        return Messages("say", body);
    }

    public Task<IReadOnlyList<Message>> Press(string person, string message, string button) =>
        Messages("press", new JsonObject { ["as"] = person, ["message"] = message, ["button"] = button });

    public Task<IReadOnlyList<Message>> Shortcut(string person, string message, string name) =>
        Messages("shortcut", new JsonObject { ["as"] = person, ["message"] = message, ["name"] = name });

    public Task<IReadOnlyList<Message>> React(string person, string message, string emoji, bool remove = false)
    {
        var body = new JsonObject { ["as"] = person, ["message"] = message, ["emoji"] = emoji };
        if (remove)
            body["remove"] = true;
        return Messages("react", body);
    }

    public Task<IReadOnlyList<Message>> Submit(string person, string form, params (string Name, string Value)[] values) =>
        Messages("submit", new JsonObject
        {
            ["as"] = person,
            ["form"] = form,
            ["values"] = new JsonObject(values.Select(value => KeyValuePair.Create<string, JsonNode?>(value.Name, value.Value))),
        });

    public Task Presence(string person, string presence) => Done("presence", new JsonObject { ["person"] = person, ["presence"] = presence });

    public async Task<IReadOnlyList<Message>> Read(string? person, string place, string? since = null)
    {
        var query = $"messages?in={Uri.EscapeDataString(place)}" + (person is null ? "" : "&as=" + person) + (since is null ? "" : "&since=" + since);
        return MessagesIn(await Get(query));
    }

    public async Task<IReadOnlyList<JsonObject>> People() => [.. Good(await Get("people"))["people"]!.AsArray().Select(person => person!.AsObject())];

    public async Task<JsonObject> Person(string id) => (await People()).Single(person => (string?)person["id"] == id);

    public Task PutPerson(JsonObject person) => Done("people", person);

    public Task PutChannel(string name, params string[] members) =>
        Done("channels", new JsonObject { ["name"] = name, ["members"] = new JsonArray([.. members.Select(member => (JsonNode)member)]) });

    public async Task<(Instant Now, bool IsLive)> Clock()
    {
        var clock = Good(await Get("clock"));
        return (Moment.Of((string)clock["now"]!), (bool)clock["live"]!);
    }

    public Task<IReadOnlyList<Message>> SetClock(string now) => Messages("clock", new JsonObject { ["now"] = now });

    public Task<IReadOnlyList<Message>> Advance(string duration) => Messages("clock", new JsonObject { ["advance"] = duration });

    public Task GoLive() => Done("clock", new JsonObject { ["live"] = true });

    public Task Reset() => Done("reset", []);

    /// <summary>One page of the healthz: its status.</summary>
    public async Task<int> Health(string page)
    {
        using var answer = await _http.GetAsync(new Uri($"/healthz/{page}", UriKind.Relative));
        return (int)answer.StatusCode;
    }

    public Task<ApiAnswer> Get(string call) => Send(new HttpRequestMessage(HttpMethod.Get, Call(call)));

    public Task<ApiAnswer> Post(string call, JsonObject body) => Post(call, body.ToJsonString());

    public Task<ApiAnswer> Post(string call, string body, string mediaType = "application/json") => Post(call, Encoding.UTF8.GetBytes(body), mediaType);

    public Task<ApiAnswer> Post(string call, byte[] body, string mediaType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return Send(new HttpRequestMessage(HttpMethod.Post, Call(call)) { Content = content });
    }

    public async Task<ApiAnswer> Send(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await _http.SendAsync(request))
        {
            var text = await answer.Content.ReadAsStringAsync();
            return new ApiAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text);
        }
    }

    public static Uri Call(string call) => new($"/playground/api/{call}", UriKind.Relative);

    private async Task<IReadOnlyList<Message>> Messages(string call, JsonObject body) => MessagesIn(await Post(call, body));

    private async Task Done(string call, JsonObject body) => Good(await Post(call, body));

    private static IReadOnlyList<Message> MessagesIn(ApiAnswer answer) => [.. Good(answer)["messages"]!.AsArray().Select(message => new Message(message!.AsObject()))];

    private static JsonObject Good(ApiAnswer answer) => answer.Status == 200
        ? answer.Json
        : throw new InvalidOperationException($"The call was answered {answer.Status}: {answer.Text}");
}

public sealed record ApiAnswer(int Status, string? MediaType, string Text)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? Error => (string?)Json["error"];
}
