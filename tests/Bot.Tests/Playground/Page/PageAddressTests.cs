using System.Net;

namespace AsyncBot.Bot.Tests.Playground.Page;

/// <summary>What the page's addresses answer to programs, the hostile ones included.</summary>
public sealed class PageAddressTests : PlaygroundTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    [TestCase("/", ExpectedResult = "text/html")]
    [TestCase("/?as=nobody&in=%23nowhere&beside=nobody&show=99999999999999999999", ExpectedResult = "text/html")]
    [TestCase("/?as=%22%3E%3Cscript%3E&in=%22%3E%3Cscript%3E", ExpectedResult = "text/html")]
    [TestCase("/playground/page/page.css", ExpectedResult = "text/css")]
    [TestCase("/playground/page/page.js", ExpectedResult = "text/javascript")]
    [TestCase("/playground/page/composer.js", ExpectedResult = "text/javascript")]
    [TestCase("/playground/page/favicon.svg", ExpectedResult = "image/svg+xml")]
    public async Task<string?> Every_page_and_file_forbids_what_it_does_not_need(string path)
    {
        using var answer = await Get(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; script-src 'self'; style-src 'self'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("\"><script>"));
        return answer.Content.Headers.ContentType?.MediaType;
    }

    [TestCase("/")]
    [TestCase("/playground/page/page.js")]
    [TestCase("/playground/page/file?as=ana&message=m1")]
    public async Task Another_host_name_is_turned_away(string path)
    {
        using var answer = await Get(path, "evil.example");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("say", """{"as":"ana","in":"#team","text":"hello"}""")]
    [TestCase("next", "{}")]
    [TestCase("reset", "{}")]
    public async Task Another_web_site_can_t_act_through_the_page(string call, string body)
    {
        var address = new Uri(SharedBot.Running.Address, "/playground/page/" + call);
        using var plain = await Http.PostAsync(address, new StringContent(body, System.Text.Encoding.UTF8, "text/plain"));
        using var rebound = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        rebound.Headers.Host = "evil.example";
        using var turnedAway = await Http.SendAsync(rebound);

        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(turnedAway.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Api.Read(null, "#team"), Is.Empty);
    }

    [Test]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        await Api.SetClock("2026-03-09T09:00:00Z");
        using var first = await Get("/");
        using var same = await Get("/", tag: first.Headers.ETag!.ToString());
        await Api.Say("ana", "#team", "Hello");
        using var other = await Get("/", tag: first.Headers.ETag!.ToString());

        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_file_is_only_for_those_who_see_its_message()
    {
        var sent = (await Api.Say("ana", "dm", "async export me")).Single(message => message.Json["file"] is not null);

        using var mine = await Get($"/playground/page/file?as=ana&message={sent.Id}");
        using var foreign = await Get($"/playground/page/file?as=ben&message={sent.Id}");
        using var nowhere = await Get("/playground/page/file?as=ana&message=m999");

        Assert.That(mine.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That((foreign.StatusCode, nowhere.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
    }

    private static async Task<HttpResponseMessage> Get(string path, string? host = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(SharedBot.Running.Address, path));
        request.Headers.Host = host;
        if (tag is not null)
            request.Headers.IfNoneMatch.ParseAdd(tag);
        return await Http.SendAsync(request);
    }
}
