using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AsyncBot.TestKit;
using Parsed = Ical.Net.Calendar;

namespace AsyncBot.Bot.Tests.Calendars;

/// <summary>Calendars over HTTP, as apps ask for them.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed partial class CalendarEndpointTests
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private RunningBot _bot = null!;

    [OneTimeSetUp]
    public async Task Start() => _bot = await RunningBot.Start(_folder.File("asyncbot.db"), "Logging:Level=Debug");

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _bot.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task A_link_that_the_bot_gave_is_a_calendar()
    {
        var answer = await Ask(await LinkOf("ana"));

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.ToString()), Is.EqualTo((HttpStatusCode.OK, "text/calendar; charset=utf-8")));
        Assert.That(Parsed.Load(await answer.Content.ReadAsStringAsync())!.Properties.Get<string>("X-WR-CALNAME"), Is.EqualTo("Ana: on call"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("max-age=300, private"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(answer.Headers.GetValues("X-Robots-Tag"), Is.EqualTo(new[] { "noindex" }));
    }

    [Test]
    public async Task An_app_that_has_it_already_gets_nothing_again()
    {
        var link = await LinkOf("ben");
        var first = await Ask(link);
        var again = await Ask(link, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        var other = await Ask(link, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));

        Assert.That((again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
        Assert.That((other.StatusCode, other.Headers.ETag), Is.EqualTo((HttpStatusCode.OK, first.Headers.ETag)));
    }

    [Test]
    public async Task A_look_without_a_download_tells_the_same()
    {
        var link = await LinkOf("chidi");
        var whole = await Ask(link);
        var head = await Ask(link, request => request.Method = HttpMethod.Head);

        Assert.That((head.StatusCode, head.Headers.ETag), Is.EqualTo((HttpStatusCode.OK, whole.Headers.ETag)));
        Assert.That(head.Content.Headers.ContentLength, Is.EqualTo((await whole.Content.ReadAsByteArrayAsync()).Length));
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task A_guess_an_old_link_and_nonsense_are_told_the_same()
    {
        var old = await LinkOf("dana");
        await _bot.Api.Say("dana", "dm", "oncall renew");
        string[] links = [old, $"{_bot.Address}ical/cGxheWdyb3VuZCBndWVzcw.ics", $"{_bot.Address}ical/x.ics", $"{_bot.Address}ical/{new string('x', 2_000)}.ics"];
        var answers = await Task.WhenAll(links.Select(link => Ask(link)));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answers.Select(answer => answer.Headers.CacheControl!.ToString()), Is.All.EqualTo("no-store"));
        Assert.That((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That((await Ask(await LinkOf("dana"))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task No_line_of_the_log_has_a_link()
    {
        var link = await LinkOf("emi");
        await Ask(link);
        await Ask(link + "?x=y");

        Assert.That(_bot.Output.Where(line => line.Contains(TokenIn(link), StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Whoever_asks_without_end_is_asked_to_wait()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Ask($"{bot.Address}ical/x.ics")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.That(refused, Is.Not.Empty);
        Assert.That(refused.Select(answer => answer.Headers.RetryAfter!.Delta), Is.All.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That((await Ask($"{bot.Address}healthz/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_public_address_is_in_the_link()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.Start(folder.File("asyncbot.db"), "PublicUrl=https://asyncbot.example.org/bot/");
        var said = (await bot.Api.Say("ana", "dm", "oncall calendar")).Single().Text;

        Assert.That(said, Does.Match(@"\(https://asyncbot\.example\.org/bot/ical/[\w-]+\.ics\)").And.Not.Contain("this machine"));
        Assert.That((await Ask($"{bot.Address}ical/{TokenIn(said)}.ics")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpResponseMessage> Ask(string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with?.Invoke(request);
        return await _http.SendAsync(request);
    }

    private async Task<string> LinkOf(string person)
    {
        var said = (await _bot.Api.Say(person, "dm", "oncall calendar")).Single().Text;
        Assert.That(said, Does.Contain("It works on this machine only").And.Contain(_bot.Address.ToString()));
        return $"{_bot.Address}ical/{TokenIn(said)}.ics";
    }

    private static string TokenIn(string text) => Token().Match(text).Groups[1].Value;

    [GeneratedRegex(@"/ical/([\w-]+)\.ics")]
    private static partial Regex Token();
}
