using System.Text;
using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>What no honest script sends. The bot says no, and goes on.</summary>
public sealed class BadCallTests : PlaygroundTests
{
    private const int TenMegabytes = 10 << 20;

    private static readonly string[] Posts = ["say", "shortcut", "press", "submit", "react", "presence", "people", "channels", "clock", "reset"];

    private static readonly Dictionary<string, string> Complete = new()
    {
        ["say"] = """{"as":"ana","in":"#team","text":"hello"}""",
        ["shortcut"] = """{"as":"ana","message":"m1","name":"Capture as idea"}""",
        ["press"] = """{"as":"ana","message":"m1","button":"Vote"}""",
        ["submit"] = """{"as":"ana","form":"f1","values":{}}""",
        ["react"] = """{"as":"ana","message":"m1","emoji":"bulb"}""",
        ["presence"] = """{"person":"ana","presence":"active"}""",
        ["people"] = """{"id":"lee"}""",
        ["channels"] = """{"name":"#new","members":["ana"]}""",
    };

    private static IEnumerable<TestCaseData> Fields => Complete.SelectMany(call => JsonNode.Parse(call.Value)!.AsObject().Select(each => new TestCaseData(call.Key, each.Key)));

    [TestCaseSource(nameof(Fields))]
    public async Task A_field_that_is_missing_or_null_or_something_else_is_refused(string call, string field)
    {
        foreach (var (change, name) in new (Action<JsonObject>, string)[]
        {
            (body => body.Remove(field), "missing"), (body => body[field] = null, "null"), (body => body[field] = 7, "a number"), (body => body[field] = true, "a flag"),
            (body => body[field] = new JsonObject { ["x"] = 1 }, "an object"), (body => body[field] = new JsonArray(new JsonArray()), "a list of lists"),
        })
        {
            var body = JsonNode.Parse(Complete[call])!.AsObject();
            change(body);
            Assert.That((await Api.Post(call, body)).Status, Is.EqualTo(400), name);
        }
    }

    [Test]
    public async Task A_body_that_is_wrong_somewhere_is_told_where() => Assert.That(
        Refused(await Api.Post("say", """{"as":"ana","in":"#team","text":7}""")), Is.EqualTo("the body is not the JSON that this call takes (at $.text)"));

    [TestCase("say", """{"as":"nobody","in":"#team","text":"hello"}""")]
    [TestCase("presence", """{"person":"nobody","presence":"active"}""")]
    [TestCase("channels", """{"name":"#new","members":["ana","nobody"]}""")]
    public async Task Whoever_names_nobody_is_told_who_there_is(string call, string body) =>
        Assert.That(Refused(await Api.Post(call, body)), Does.StartWith("there is nobody called nobody; there is ").And.Contain("ana"));

    [Test]
    public async Task Whoever_speaks_as_somebody_who_is_gone_is_told_how_they_come_back()
    {
        await Api.Post("people", """{"id":"ben","gone":true}""");

        Assert.That(Refused(await Api.Post("say", """{"as":"ben","in":"#team","text":"hello"}""")), Is.EqualTo("""ben is gone; "gone":false to /playground/api/people brings them back"""));
    }

    [TestCaseSource(nameof(Posts))]
    public async Task A_body_that_is_not_the_calls_json_is_refused(string call)
    {
        var good = Complete.GetValueOrDefault(call, "{}");
        var inside = good[1..^1];
        string[] bodies =
        [
            "", " ", "null", "7", "\"text\"", "[]", "{", "}", "{]", good[..^1], good + "x", good + good, "{'as':'ana'}", "{\"as\":\"ana\",}", "// hello\n" + good,
            "{\"surprise\":1" + (inside.Length > 0 ? "," : "") + inside + "}", "{\"As\":\"ana\"}", "{\"as\":1e999}", "{\"as\":NaN}", "{\"now\":\"x\",\"now\":\"x\"}",
            Nested(1_000), "{\"values\":" + Nested(1_000) + "}", "{\"as\":\"\\ud800\"}", "{\"id\":\"\\udc00\\ud800\"}", "\ufeff" + good, "{\"\\ud800\":1}",
        ];
        foreach (var body in bodies)
            Refused(await Api.Post(call, body));
    }

    [TestCaseSource(nameof(Posts))]
    public async Task Bytes_that_are_no_text_are_refused(string call)
    {
        byte[] noByte = [.. "{\"as\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        byte[] halfPair = [.. "{\"as\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8];
        foreach (var bytes in new byte[][] { [0xFF, 0xFE], [0x00], noByte, halfPair, Encoding.Unicode.GetBytes("{}") })
            Refused(await Api.Post(call, bytes));
    }

    [TestCase("text", "\"\\ud800\"")]
    [TestCase("text", "\"\\ude00 hello\"")]
    [TestCase("key", "\"\\ud800\"")]
    [TestCase("thread", "\"\\ud800\"")]
    public async Task Half_a_character_is_refused(string field, string value)
    {
        var fields = field == "text" ? $"\"text\":{value}" : $"\"text\":\"hello\",\"{field}\":{value}";

        Refused(await Api.Post("say", $$"""{"as":"ana","in":"#team",{{fields}}}"""));
    }

    [TestCase("text/plain")]
    [TestCase("text/json")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("application/problem+json")]
    [TestCase("application/xml")]
    public async Task Another_media_type_is_refused(string mediaType)
    {
        foreach (var call in Posts)
            Refused(await Api.Post(call, Complete.GetValueOrDefault(call, "{}"), mediaType), 415);
    }

    [Test]
    public async Task A_call_without_a_media_type_is_refused() =>
        Refused(await Api.Send(new HttpRequestMessage(HttpMethod.Post, PlaygroundClient.Call("say"))), 415);

    [TestCase("application/json; charset=utf-8")]
    [TestCase("Application/JSON")]
    public async Task Json_is_json_however_it_is_written(string mediaType) =>
        Assert.That((await Api.Post("say", Complete["say"], mediaType)).Status, Is.EqualTo(200));

    [TestCase("asyncbot.example.org")]
    [TestCase("127.0.0.1.example.org")]
    [TestCase("localhost.example.org")]
    [TestCase("10.0.0.1:5000")]
    [TestCase("0.0.0.0")]
    public async Task A_call_that_came_by_a_foreign_name_is_refused(string host)
    {
        (HttpMethod, string)[] gets = [(HttpMethod.Get, "people"), (HttpMethod.Get, "clock"), (HttpMethod.Get, "messages?as=ana&in=dm")];
        foreach (var (method, call) in Posts.Select(call => (HttpMethod.Post, call)).Concat(gets))
        {
            var request = new HttpRequestMessage(method, PlaygroundClient.Call(call)) { Headers = { Host = host } };
            if (method == HttpMethod.Post)
                request.Content = new StringContent(Complete.GetValueOrDefault(call, "{}"), Encoding.UTF8, "application/json");
            Refused(await Api.Send(request), 403);
        }
    }

    [TestCase("localhost")]
    [TestCase("LOCALHOST:1234")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]:5000")]
    public async Task A_call_that_came_by_a_loopback_name_is_taken(string host) =>
        Assert.That((await Api.Send(new HttpRequestMessage(HttpMethod.Get, PlaygroundClient.Call("clock")) { Headers = { Host = host } })).Status, Is.EqualTo(200));

    [TestCaseSource(nameof(Posts))]
    public async Task Reading_where_one_should_write_is_not_allowed(string call)
    {
        var expected = call is "people" or "clock" ? 200 : 405;

        Assert.That((await Api.Get(call)).Status, Is.EqualTo(expected));
        Assert.That((await Api.Send(new HttpRequestMessage(HttpMethod.Delete, PlaygroundClient.Call(call)))).Status, Is.EqualTo(405));
        var content = new StringContent("{}", Encoding.UTF8, "application/json");
        var answer = await Api.Send(new HttpRequestMessage(HttpMethod.Put, PlaygroundClient.Call(call)) { Content = content });

        Assert.That(answer.Status, Is.EqualTo(405));
    }

    [Test]
    public async Task Writing_where_one_can_only_read_is_not_allowed() => Assert.That((await Api.Post("messages", [])).Status, Is.EqualTo(405));

    [Test]
    public async Task A_call_that_there_is_not_is_not_found() => Assert.That((await Api.Post("dance", [])).Status, Is.EqualTo(404));

    [Test]
    public async Task Ten_megabytes_that_are_announced_are_refused() => Assert.That(
        await RawConnection.Send(Api.Address, Head($"Content-Length: {TenMegabytes}"), async stream =>
        {
            await stream.WriteAsync("{\"as\":\"ana\",\"in\":\"#team\",\"text\":\""u8.ToArray());
            await stream.WriteAsync(Enumerable.Repeat((byte)'x', TenMegabytes).ToArray());
        }), Is.EqualTo(413));

    [Test]
    public async Task Ten_megabytes_that_come_in_pieces_are_refused() => Assert.That(
        await RawConnection.Send(Api.Address, Head("Transfer-Encoding: chunked"), async stream =>
        {
            var piece = Encoding.Latin1.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
            for (var sent = 0; sent < TenMegabytes; sent += 0x10000)
                await stream.WriteAsync(piece);
        }), Is.EqualTo(413));

    [Test]
    public async Task A_body_just_under_the_limit_is_taken() =>
        Assert.That((await Api.Post("say", Saying(text: new string('x', 250_000)))).Status, Is.EqualTo(200));

    [Test]
    public async Task A_slow_caller_holds_nobody_up()
    {
        var slow = new TaskCompletionSource();
        var call = RawConnection.Send(Api.Address, Head("Content-Length: 2"), async stream =>
        {
            await stream.WriteAsync("{"u8.ToArray());
            await slow.Task;
            await stream.WriteAsync("}"u8.ToArray());
        });

        Assert.That((await Api.Say("ana", "#team", "/idea add Ship it")).Answer().Text, Does.Contain("#1 saved"));
        slow.SetResult();
        Assert.That(await call, Is.EqualTo(400));
    }

    private static string Nested(int deep) => string.Concat(Enumerable.Repeat("{\"a\":", deep)) + "1" + new string('}', deep);

    private static string Head(string length) => $"""
        POST /playground/api/say HTTP/1.1
        Host: localhost
        Content-Type: application/json
        {length}
        """;
}
