using System.Net;
using System.Net.Http.Json;

namespace AsyncBot.Bot.Tests.Slack;

/// <summary>The playground can be there beside Slack, and then lives in real time.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BesidePlaygroundTests
{
    [Test]
    public async Task Both_work_apart_and_nobody_moves_the_clock()
    {
        await using var bot = await SlackBot.Start("Playground:Enabled=true");
        await bot.People.Slash("ana", "#team", "/idea", "Said in Slack");
        await bot.Post("#team", "Said in Slack");
        var said = await bot.Bot.Api.Say("ana", "#team", "/idea list");
        using var http = new HttpClient { BaseAddress = bot.Bot.Address };
        using var moved = await http.PostAsJsonAsync("/playground/api/clock", new { advance = "PT1H" });
        var page = await http.GetStringAsync("/");

        Assert.That(said[^1].Text, Does.Not.Contain("Said in Slack"));
        Assert.That(moved.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await moved.Content.ReadAsStringAsync(), Does.Contain("real time"));
        Assert.That(page, Does.Not.Contain("data-advance").And.Not.Contain("data-next"));
    }

    [Test]
    public async Task By_itself_it_is_not_there_beside_Slack()
    {
        await using var bot = await SlackBot.Start();
        using var http = new HttpClient { BaseAddress = bot.Bot.Address };

        Assert.That((await http.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await http.GetAsync("/playground/api/people")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
