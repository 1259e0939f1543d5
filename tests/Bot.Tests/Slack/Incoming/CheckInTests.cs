using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>Check-ins as they are asked and answered in Slack.</summary>
public sealed class CheckInTests : SlackBotTests
{
    [Test]
    public async Task The_form_opens_as_a_window_and_the_answer_stands_in_the_runs_thread()
    {
        var root = await Run("Forms", "What did you do?", "What blocks you?", "How many?\" (number) \"Ready?");
        var prompt = await _bot.Post("ben", "Forms —");
        var view = await Opened("ben", prompt, "Answer");
        var wrong = await _bot.People.Submit("ben", view, ("answers.1", "Shipped <!channel> it"), ("answers.2", "The vault"), ("answers.3", "many"), ("answers.4", "yes"));
        var sent = await _bot.People.Submit("ben", view, ("answers.1", "Shipped <!channel> it"), ("answers.2", "The vault"), ("answers.3", "3"), ("answers.4", "yes"));

        Assert.That(wrong.Errors["answers.3"], Is.EqualTo("“How many?” takes a number such as 12."));
        Assert.That((sent.Status, sent.Body), Is.EqualTo((200, "")));
        var answer = await _bot.Post("#team", "Shipped &lt;!channel&gt; it");
        Assert.That(answer.ThreadTs, Is.EqualTo(root.Ts));
        Assert.That((await _bot.Post("#team", "The vault")).Ts, Is.Not.Null);
        await _bot.Posts("#team", posts => posts.Any(post => post.Ts == root.Ts && post.Shown.Contains("Answered", StringComparison.Ordinal) && post.Edits > 0));
        await _bot.Post("ben", "answered.");
    }

    [Test]
    public async Task A_reply_to_the_question_is_an_answer_and_what_does_not_fit_gets_the_form_with_it()
    {
        var root = await Run("Replies", "What did you do?", "What is next?");
        await _bot.People.UserWrites("emi", "@emi", "Shipped\nDocs", (await Prompt("emi", "Replies —")).Ts);
        await _bot.People.UserWrites("chidi", "@chidi", "only this", (await Prompt("chidi", "Replies —")).Ts);
        var offer = await _bot.Post("chidi", "there is a form for it");
        var view = await Opened("chidi", offer, "Open the form");

        Assert.That((await _bot.Post("#team", "Shipped")).ThreadTs, Is.EqualTo(root.Ts));
        Assert.That(view.Content, Does.Contain("\"initial_value\":\"only this\""));
    }

    [Test]
    public async Task In_the_runs_own_thread_a_reply_needs_no_mention_and_talk_elsewhere_is_never_answered()
    {
        var root = await Run("Threads", "channel", "What did you do?", "What is next?");
        await _bot.People.UserWrites("dana", "#team", "Shipped; Docs");
        await _bot.People.UserWrites("dana", "#team", "Tested; Deployed", root.Ts);

        Assert.That((await _bot.Post("#team", "Tested")).ThreadTs, Is.EqualTo(root.Ts));
        Assert.That(_bot.Slack.Messages.Where(message => message.IsFromBot).Select(message => message.Shown), Has.None.Contains("Shipped; Docs"));
    }

    [Test]
    public async Task The_page_shows_what_waits_with_a_button_that_answers()
    {
        await _bot.People.OpenHome("sam");
        await Run("Pages", "What did you do?");
        await _bot.Post("sam", "Pages —");
        await _bot.Slack.WaitFor(slack => slack.Homes.TryGetValue("U0SAM", out var home) && home.Shown.Contains("Pages —", StringComparison.Ordinal));

        Assert.That(_bot.Slack.Homes["U0SAM"].Elements.Select(element => element.Label), Does.Contain("Answer"));
    }

    private async Task<SlackMessage> Run(string name, params string[] questions)
    {
        var by = questions[0] is "channel" ? questions[0] : "dm";
        var asked = string.Join(' ', questions.Where(question => question != "channel").Select(question => $"\"{question}\""));
        var shown = await _bot.People.Slash("ana", "#team", "/checkin", $"new {name} in #team at 9:30 on the first monday of the month for everyone ask {asked} {by}");
        await _bot.People.Press("ana", shown.Message ?? await _bot.Whisper("ana", $"{name} in"), "Create");
        await _bot.Whisper("ana", $"{name} is set up");
        await _bot.People.Slash("ana", "#team", "/checkin", $"run {name}");
        var root = await _bot.Post("#team", $"{name} —");

        // What was changed since was written down before.
        await _bot.Posts("#team", posts => posts.Any(post => post.Ts == root.Ts && post.Edits > 0));
        return root;
    }

    /// <summary>The question that somebody got, once the bot has written down that it arrived.</summary>
    private async Task<SlackMessage> Prompt(string user, string title)
    {
        var prompt = await _bot.Post(user, title);
        for (var tries = 0; tries < 100; tries++)
        {
            var why = await _bot.People.Slash(user, "#team", "/checkin", "why");
            if (why.Message is { } told && told.Shown[told.Shown.IndexOf(title.Split(' ')[0], StringComparison.Ordinal)..].Contains("it arrived", StringComparison.Ordinal))
                return prompt;
            await Task.Delay(100);
        }

        return prompt;
    }

    private async Task<SlackView> Opened(string user, SlackMessage message, string button)
    {
        var known = _bot.Slack.Views.Count;
        await _bot.People.Press(user, message, button);
        await _bot.Slack.WaitFor(slack => slack.Views.Skip(known).Any(view => view.User == SlackUser.IdOf(user)));
        return _bot.Slack.Views.Last(view => view.User == SlackUser.IdOf(user));
    }
}
