using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>A blocker in Slack: flagged from a message's menu, taken by a button, its history in its thread.</summary>
public sealed class BlockerTests : SlackBotTests
{
    [Test]
    public async Task The_menu_of_a_message_flags_it_with_a_link_and_its_history_is_in_its_thread()
    {
        var said = _bot.Slack.Write("ben", "#general", "The build is &lt;red&gt;, ask <@U0CHIDI>");
        await _bot.People.MessageShortcut("ana", said, "flag-blocker");
        var answer = await _bot.Whisper("ana", "flagged: The build is");
        var post = await _bot.Post("#general", "The build is");

        Assert.That(post.ThreadTs, Is.Null);
        Assert.That(post.Buttons, Is.EqualTo(new[] { "Take it", "Resolved" }));
        Assert.That(post.Shown, Does.Contain("The build is &lt;red&gt;, ask @chidi").And.Contain("needs @chidi").And.Not.Contain("<@U0CHIDI>"));
        Assert.That(post.Shown, Does.Contain($"https://example.slack.com/archives/C0GENERAL/p{said.Ts.Replace(".", "", StringComparison.Ordinal)}"));
        Assert.That(answer.Shown, Does.Contain("<@U0CHIDI>"));

        await _bot.People.Press("dana", post, "Take it");
        var thread = await _bot.Post("#general", "is on it.");
        Assert.That(thread.ThreadTs, Is.EqualTo(post.Ts));
        var taken = await _bot.Post("#general", "is on it; raised by");
        Assert.That((taken.Ts, taken.Buttons.Single()), Is.EqualTo((post.Ts, "Resolved")));
    }

    [Test]
    public async Task What_is_typed_in_its_thread_is_about_it()
    {
        await _bot.People.Slash("ana", "#team", "/blocker", "The staging key expired needs <@U0BEN|ben>");
        var post = await _bot.Post("#team", "The staging key expired");
        await _bot.People.UserWrites("ben", "#team", $"<@{FakeSlack.BotUser}> blocker done Renewed it", post.Ts);

        var line = await _bot.Post("#team", "Resolved by");
        Assert.That((line.ThreadTs, line.Shown), Is.EqualTo((post.Ts, "✅ Resolved by @ben: Renewed it")));
        Assert.That((await _bot.Post("#team", "resolved by")).Ts, Is.EqualTo(post.Ts));
    }
}
