using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

/// <summary>Buttons, forms, menus and pages of Slack's.</summary>
public sealed class InteractionTests : SlackBotTests
{
    [Test]
    public async Task A_vote_shows_on_the_message_itself_and_counts_once()
    {
        await _bot.People.Slash("ana", "#team", "/idea", "Count on me");
        var post = await _bot.Post("#team", "Count on me");
        await _bot.People.Press("ben", post, "Vote");
        await _bot.People.Press("ben", post, "Vote");
        await _bot.People.Press("chidi", post, "Vote");

        var voted = await _bot.Post("#team", "Count on me — <@U0ANA>, 2 votes");
        Assert.That(voted.Ts, Is.EqualTo(post.Ts));
        Assert.That((await _bot.Whisper("ben", "Count on me")).Shown, Does.Contain("1 vote"));
    }

    [Test]
    public async Task Pressed_on_the_message_that_a_thread_is_about_it_is_answered_in_the_channel()
    {
        await _bot.People.Slash("ana", "#team", "/idea", "Talk about me");
        var post = await _bot.Post("#team", "Talk about me");
        _bot.Slack.Write("ben", "#team", "I will", post.Ts);
        await _bot.People.Press("ben", post with { ThreadTs = post.Ts }, "Vote");

        Assert.That((await _bot.Whisper("ben", "Talk about me")).ThreadTs, Is.Null);
    }

    [Test]
    public async Task Undo_takes_the_place_of_the_answer_that_offered_it()
    {
        var added = await _bot.People.Slash("ana", "#team", "/idea", "Gone in a moment");
        await _bot.Post("#team", "Gone in a moment");
        await _bot.People.Press("ana", added.Message!, "Undo");

        var answer = await _bot.Whisper("ana", "Taken back");
        Assert.That(answer.Ts, Is.EqualTo(added.Message!.Ts));
        await _bot.Post("#team", "was deleted");
    }

    [Test]
    public async Task A_choice_gives_way_to_what_was_chosen_and_a_refusal_leaves_it()
    {
        var asked = await _bot.People.Slash("ana", "#team", "/idea", "vote later on");
        await _bot.People.Press("ana", asked.Message!, asked.Message!.Buttons[^1]);

        Assert.That((await _bot.Whisper("ana", "saved in ideas: vote later on")).Ts, Is.EqualTo(asked.Message!.Ts));
    }

    [Test]
    public async Task A_form_opens_as_a_window_and_its_answer_comes_where_it_was_opened()
    {
        var view = await OpenAdd("ben");
        var sent = await _bot.People.Submit("ben", view, ("text", "From a window"), ("bucket", "tasks"));

        Assert.That(view.Title, Has.Length.LessThanOrEqualTo(24));
        Assert.That((sent.Status, sent.Body), Is.EqualTo((200, "")));
        Assert.That((await _bot.Whisper("ben", "From a window")).Channel, Is.EqualTo("C0TEAM"));
        await _bot.Post("#team", "From a window");
    }

    [Test]
    public async Task A_wrong_field_is_told_at_the_field_and_the_window_stays()
    {
        var view = await OpenAdd("chidi");
        var sent = await _bot.People.Submit("chidi", view, ("text", "\u200B \u2800"));

        Assert.That(sent.ResponseAction, Is.EqualTo("errors"));
        Assert.That(sent.Errors["text"], Is.EqualTo("The idea is missing."));
    }

    [Test]
    public async Task What_a_form_may_not_do_is_told_at_its_first_field()
    {
        var view = await OpenAdd("chidi");
        var sent = await _bot.People.Submit("chidi", view, ("text", "For those on call"), ("channel", "G0ONCALL"));

        Assert.That(sent.ResponseAction, Is.EqualTo("errors"));
        Assert.That(sent.Errors.Values.Single(), Does.Contain("channel").And.Contain("#team"));
    }

    [Test]
    public async Task A_form_sent_twice_is_saved_once()
    {
        var view = await OpenAdd("dana");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _bot.People.Submit("dana", view, ("text", "Only one of these"))));
        await _bot.People.Slash("dana", "#team", "/idea", "After those");
        await _bot.Post("#team", "After those");

        var posts = await _bot.Posts("#team", _ => true);
        Assert.That(posts.Count(post => post.Shown.Contains("Only one of these", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_can_not_be_opened_in_time_is_offered_again()
    {
        var list = await _bot.People.Slash("emi", "#general", "/idea", "list");
        _bot.Slack.Fail("views.open", new Fault.OkFalse("expired_trigger_id"));
        await _bot.People.Press("emi", list.Message!, "Add");
        var offer = await _bot.Whisper("emi", "there is a form for it");
        await _bot.People.Press("emi", offer, "Open the form");

        await _bot.Slack.WaitFor(slack => slack.Views.Any(view => view.User == "U0EMI"));
    }

    [Test]
    public async Task A_button_of_an_older_time_says_so()
    {
        var post = _bot.Slack.Write("ana", "#team", "An old message") with
        {
            BlocksJson = """[{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"press-1","text":{"type":"plain_text","text":"Old"},"value":"{\"command\":\"something gone\",\"values\":{}}"},{"type":"button","action_id":"press-2","text":{"type":"plain_text","text":"Broken"},"value":"no json"}]}]""",
        };
        await _bot.People.Press("dana", post, "Old");
        await _bot.Whisper("dana", "from an older time");
        await _bot.People.Press("sam", post, "Broken");

        await _bot.Whisper("sam", "from an older time");
    }

    [Test]
    public async Task The_menu_of_a_message_captures_it_with_its_author_and_a_link()
    {
        var said = _bot.Slack.Write("ben", "#general", "We should <https://wiki.example.org/rotate|rotate> the &lt;demo&gt; host at <http://example.org|example.org>, <@U0ANA>");
        await _bot.People.MessageShortcut("ana", said, "capture-idea");
        var answer = await _bot.Whisper("ana", "saved in ideas from");
        var post = await _bot.Post("#general", "rotate");

        Assert.That(answer.Shown, Does.Contain("<@U0BEN>"));
        Assert.That(post.ThreadTs, Is.EqualTo(said.Ts));
        Assert.That(post.Shown, Does.Contain("We should rotate (https://wiki.example.org/rotate) the &lt;demo&gt; host at example.org, @ana — <@U0BEN>"));
        var number = post.Shown.Split('#')[1].Split(' ')[0];
        var shown = await _bot.People.Slash("ana", "#general", "/idea", $"show {number}");
        var link = $"https://example.slack.com/archives/C0GENERAL/p{said.Ts.Replace(".", "", StringComparison.Ordinal)}";
        Assert.That(shown.Body, Does.Contain(link));
    }

    [Test]
    public async Task The_name_of_a_private_channel_is_told_to_nobody()
    {
        var said = _bot.Slack.Write("ben", "#general", "Let us move this to <#G0ONCALL|>, or to <#C0TEAM|>");
        await _bot.People.MessageShortcut("chidi", said, "capture-idea");

        Assert.That((await _bot.Post("#general", "Let us move this")).Shown, Does.Contain("to #private-channel, or to #team"));
    }

    [Test]
    public async Task The_menu_beside_the_text_field_opens_the_form()
    {
        await _bot.People.GlobalShortcut("sam", "form idea add");
        await _bot.Slack.WaitFor(slack => slack.Views.Any(view => view.User == "U0SAM"));
        await _bot.People.Submit("sam", _bot.Slack.Views.Last(view => view.User == "U0SAM"), ("text", "From anywhere"));

        await _bot.Post("sam", "From anywhere");
    }

    [Test]
    public async Task A_page_of_what_is_mine_opens_and_stays_up_to_date()
    {
        await _bot.People.Slash("dana", "#team", "/idea", "Dana's own idea");
        await _bot.People.OpenHome("dana");
        await _bot.Slack.WaitFor(slack => Home(slack)?.Contains("Dana's own idea", StringComparison.Ordinal) == true);
        var post = await _bot.Post("#team", "Dana's own idea");
        await _bot.People.Press("ana", post, "Vote");
        await _bot.Slack.WaitFor(slack => Home(slack)?.Contains("1 vote", StringComparison.Ordinal) == true);
        await _bot.People.Press("dana", _bot.Slack.Homes["U0DANA"], "Add an idea");
        await _bot.Slack.WaitFor(slack => slack.Views.Any(view => view.User == "U0DANA" && view.CallbackId == "idea add"));
        await _bot.People.Press("dana", _bot.Slack.Homes["U0DANA"], "Vote");

        await _bot.Post("dana", "2 votes");
        Assert.That((await _bot.Posts("dana", _ => true)).Select(post => post.Shown), Has.None.Contains("there is a form"));

        static string? Home(FakeSlack slack) => slack.Homes.GetValueOrDefault("U0DANA")?.Shown;
    }

    private async Task<SlackView> OpenAdd(string user)
    {
        var list = await _bot.People.Slash(user, "#team", "/idea", "list #nothing-has-this-tag");
        var known = _bot.Slack.Views.Count;
        await _bot.People.Press(user, list.Message!, "Add");
        await _bot.Slack.WaitFor(slack => slack.Views.Skip(known).Any(view => view.User == SlackUser.IdOf(user)));
        return _bot.Slack.Views.Last(view => view.User == SlackUser.IdOf(user));
    }
}
