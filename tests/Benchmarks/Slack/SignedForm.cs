using System.Globalization;
using System.Text;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Benchmarks.Slack;

/// <summary>A slash command as Slack sends it, signed as of now; it is taken for five minutes.</summary>
public sealed record SignedForm(string Body, string Timestamp, string Signature)
{
    public const string Path = "/slack/commands";

    public const string Type = "application/x-www-form-urlencoded";

    /// <param name="trigger">Another one each time, as in Slack.</param>
    public static SignedForm Of(string secret, string text, string trigger)
    {
        var team = SlackChannel.IdOf("#team");
        var fields = new (string Name, string Value)[]
        {
            ("token", "deprecated"), ("team_id", FakeSlack.Team), ("team_domain", FakeSlack.TeamDomain), ("channel_id", team), ("channel_name", "team"),
            ("user_id", SlackUser.IdOf("ana")), ("user_name", "ana"), ("command", "/idea"), ("text", text), ("api_app_id", FakeSlack.App),
            ("is_enterprise_install", "false"), ("response_url", "http://127.0.0.1:9/commands/T0001/1234567890123/0123456789abcdefghijklmn"), ("trigger_id", trigger),
        };
        var body = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new SignedForm(body, now, SlackHttpClient.Sign(secret, now, Encoding.UTF8.GetBytes(body)));
    }

    public async Task<string> Send(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(Body, Encoding.UTF8, Type) };
        request.Content.Headers.ContentType!.CharSet = null; // Bolt refuses it
        request.Headers.Add("X-Slack-Request-Timestamp", Timestamp);
        request.Headers.Add("X-Slack-Signature", Signature);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
    }
}
