using System.Net;
using System.Text.Json.Nodes;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>Pictures in the simulated workspace: drawn for whoever looks, and in words for whoever can't.</summary>
public sealed class PictureTests : PlaygroundTests
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    [SetUp]
    public async Task Make()
    {
        await Api.SetClock("2026-03-02T13:00:00Z");
        var preview = (await Api.Say("ben", "#team", "/oncall new payments @ana @ben @emi every monday at 9:00 from 2026-03-02 New York")).Answer();
        await Api.Press("ben", preview.Id, "Create");
    }

    [Test]
    public async Task A_message_with_a_picture_has_its_words_in_its_text()
    {
        var posted = (await Api.Say("emi", "#team", "/oncall picture payments 14")).Single();

        Assert.That(posted.Text.Split('\n')[..2], Is.EqualTo(new[]
        {
            "@Emi shows who is on call for payments",
            "On call: payments, Mon 2 to Sun 15 Mar 2026, times in Asia/Tokyo",
        }));
        Assert.That(posted.Text, Does.Contain("\nAna: Mon 2 Mar 23:00 to Mon 9 Mar 22:00"));
        Assert.That((string?)posted.Json["picture"]!["name"], Is.EqualTo("payments-schedule.png"));
        Assert.That(posted.Text, Does.EndWith((string)posted.Json["picture"]!["words"]!));
    }

    [Test]
    public async Task The_picture_can_be_had_as_a_file_by_whoever_sees_the_message()
    {
        var posted = (await Api.Say("ben", "dm", "oncall picture payments")).Single();
        var mine = await Get($"picture?as=ben&message={posted.Id}");
        var others = await Get($"picture?as=ana&message={posted.Id}");

        Assert.That((mine.StatusCode, mine.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "image/png")));
        Assert.That((await mine.Content.ReadAsByteArrayAsync())[1..4], Is.EqualTo("PNG"u8.ToArray()));
        Assert.That(others.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_schedule_is_answered_in_words_and_sent_as_a_picture_that_can_be_posted()
    {
        var messages = await Api.Say("ana", "#team", "/oncall schedule payments");
        var (answer, picture) = (messages.Answer(), messages.Single(message => message.In == "dm"));

        Assert.That(answer.Text, Does.Contain("Mon 2 Mar 14:00 – Mon 9 Mar 13:00: @Ana").And.EndsWith("The picture is in our direct messages."));
        Assert.That((picture.To, picture.Json.ContainsKey("picture")), Is.EqualTo(("ana", true)));
        var posted = (await Api.Press("ana", answer.Id, "Post it here")).Single(message => !message.IsEphemeral);
        Assert.That((posted.In, posted.Json.ContainsKey("picture")), Is.EqualTo(("#team", true)));
        Assert.That((await Api.Say("ana", "dm", "oncall schedule payments")).Count(message => message.Json.ContainsKey("picture")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_without_one_says_so()
    {
        var plain = (await Api.Say("ana", "#team", "/idea add Ship it")).First(message => !message.IsEphemeral);
        var answer = await Get($"picture?as=ana&message={plain.Id}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"], Is.EqualTo($"{plain.Id} has no picture"));
        Assert.That(plain.Json.ContainsKey("picture"), Is.False);
    }

    private Task<HttpResponseMessage> Get(string query) => _http.GetAsync(new Uri(Api.Address, "playground/api/" + query));
}
