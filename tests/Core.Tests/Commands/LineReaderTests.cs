using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class LineReaderTests
{
    private static readonly TeamOptions WithRetros = new() { Features = features => features.Announce("retro", "Retrospectives") };

    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("ide add Ship it", "did you mean idea?", "Try: idea add")]
    [TestCase("hlep", "did you mean help?", "help")]
    [TestCase("/nonsense", "I don’t know “nonsense”.", "Try: help")]
    [TestCase("async nonsense", "Async has no “nonsense”.", "Try: async")]
    [TestCase("async setings", "did you mean settings?", "Try: async settings")]
    [TestCase("async setngs", "did you mean settings?", "Try: async settings")]
    [TestCase("idol add Ship it", "I don’t know “idol”.", "Try: help")]
    public async Task An_unknown_command_gets_the_nearest_match_and_a_way_on(string line, string said, string next)
    {
        var answer = await _team.Says("ana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain(said).And.Contain(next));
    }

    [TestCase("idea vot 1", "Did you mean idea vote 1, or is this the text?")]
    [TestCase("async about everything", "“everything” is more than I understand here. Try: async about")]
    public async Task What_is_refused_is_said_in_one_line_where_usage_would_say_no_more(string line, string said) =>
        Assert.That((await _team.Says("ana", "#team", line)).Text, Is.EqualTo(said));

    [Test]
    public async Task A_text_that_is_too_long_is_offered_nowhere_else()
    {
        var answer = await _team.Says("ana", "#team", "idea drop 1 " + new string('x', 2_001));

        Assert.That(answer.Text, Is.EqualTo("The reason can have at most 2,000 characters, and this has 2,001. Try: idea drop 12 Too costly this year"));
        Assert.That(answer.Labels, Is.Empty);
        Assert.That((await _team.Says("ana", "dm", "word " + new string('x', 10_000))).Labels, Is.Empty);
    }

    [TestCase("task", "Task can do: look. Try: task look 12")]
    [TestCase("jot", "The text is missing. Try: jot one")]
    [TestCase("memo", "The text is missing. Try: memo add one")]
    [TestCase("meno", "I don’t know “meno”; did you mean memo? Try: memo add one")]
    public async Task A_noun_alone_is_answered_whatever_its_verbs_are(string line, string said)
    {
        await using var team = await Team.Open(new TeamOptions
        {
            Features = features => features
                .Command<Look, Look.Handler>().Command<Jot, Jot.Handler>().Command<SeeMemo, SeeMemo.Handler>().Command<AddMemo, AddMemo.Handler>(),
        });

        Assert.That((await team.Says("ana", "#team", line)).Text, Does.StartWith(said));
    }

    [TestCase("idea help")]
    [TestCase("/idea ?")]
    [TestCase("async idea help")]
    public async Task Help_behind_a_noun_is_help_and_no_text(string line)
    {
        var answer = await _team.Says("ana", "#team", line);

        Assert.That(answer.Text, Does.StartWith("Idea\nidea add"));
        Assert.That(_team.Posts("#team"), Is.Empty);
    }

    [TestCase("\u200B")]
    [TestCase("\u2800 \u200D")]
    public async Task A_line_that_nobody_can_see_is_answered_with_help(string line) =>
        Assert.That((await _team.Says("ana", "dm", line)).Text, Does.StartWith("What I can do for you"));

    [TestCase("help retro")]
    [TestCase("/retro new Daily")]
    [TestCase("retro")]
    [TestCase("/async retro list")]
    public async Task A_noun_whose_feature_is_still_to_come_says_so(string line)
    {
        await using var team = await Team.Open(WithRetros);
        var answer = await team.Says("ana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith("Retrospectives will come").And.Contain("Try: help"));
    }

    [Test]
    public async Task In_a_direct_message_nothing_that_begins_with_such_a_noun_is_lost()
    {
        await using var team = await Team.Open(WithRetros);
        var answer = await team.Says("ana", "dm", "retro notes are never where I look for them");
        var saved = await team.Presses("ana", answer, "Save as an idea");

        Assert.That(saved.Text, Does.Contain("retro notes are never where I look for them"));
    }

    [Test]
    public async Task A_long_word_is_repeated_in_part_and_never_in_half_a_character() =>
        Assert.That((await _team.Says("ana", "#team", "idea vote 🎉" + string.Concat(Enumerable.Repeat("🎉a", 50)))).Text,
            Does.StartWith("“🎉" + string.Concat(Enumerable.Repeat("🎉a", 19)) + "🎉…” should be a number"));

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("/")]
    [TestCase("async")]
    [TestCase("/async")]
    [TestCase("/async help")]
    [TestCase("HELP")]
    public async Task Nothing_said_is_a_cry_for_help(string line) =>
        Assert.That((await _team.Says("ana", "#team", line)).Text, Does.StartWith("What I can do for you"));

    [Test]
    public async Task In_a_direct_message_a_text_that_is_no_command_gets_buttons()
    {
        var answer = await _team.Says("ana", "dm", "We should  ship it\non friday");

        Assert.That(answer.Labels, Does.Contain("Save as an idea"));
        await _team.Presses("ana", answer, "Save as an idea");
        Assert.That((await _team.Find(Idea.Type, "1"))?.Text, Is.EqualTo("We should  ship it\non friday"));
    }

    [TestCase("idea done with meetings")]
    [TestCase("idea vote early, vote often")]
    [TestCase("idea merge the two teams")]
    [TestCase("idea move everything to tasks")]
    [TestCase("idea list all the birthdays")]
    [TestCase("idea show the demo first in tasks")]
    [TestCase("idea share the load")]
    [TestCase("idea reopen the office")]
    public async Task A_verb_that_is_really_a_text_is_offered_whole(string line)
    {
        var answer = await _team.Says("ana", "#team", line);
        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("Try: idea ").And.Contain("Usage: idea "));

        await _team.Presses("ana", answer, "Save as an idea");
        Assert.That("idea " + (await _team.Find(Idea.Type, "1"))?.Text, Is.EqualTo(line.Replace(" in tasks", "", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_long_text_behind_a_button_is_kept_for_a_day()
    {
        var text = "vote " + string.Join(' ', Enumerable.Repeat("early", 1_500)) + " end";
        var answer = await _team.Says("ana", "#team", "idea " + text);
        await _team.Restart();
        await _team.Advance(Duration.FromHours(23));
        await _team.Presses("ana", answer, "Save as an idea");
        Assert.That((await _team.Find(Idea.Type, "1"))?.Text, Is.EqualTo(text));

        await _team.Advance(Duration.FromHours(1) + Duration.FromMinutes(1));
        var late = await _team.Presses("ana", answer, "Save as an idea");
        Assert.That(late.IsRefused);
        Assert.That(late.Text, Does.StartWith("I kept that text for a day"));
        Assert.That(_team.Database(), Does.Not.Contain("\"draft\"").And.Not.Contain("early vote"));
    }

    [Test]
    public async Task A_slip_before_a_long_text_loses_nothing()
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        var text = string.Join(' ', Enumerable.Repeat("word", 1_000));
        var answer = await _team.Says("ana", "#team", "idea eidt 1 " + text);
        await _team.Presses("ana", answer, answer.Labels[0]);
        Assert.That((await _team.Find(Idea.Type, "1"))?.Text, Is.EqualTo(text));

        await _team.Presses("ana", answer, "Save as an idea");
        Assert.That((await _team.Find(Idea.Type, "2"))?.Text, Is.EqualTo("eidt 1 " + text));
    }

    [TestCase("idea list “tasks”")]
    [TestCase("idea list „tasks“")]
    [TestCase("idea list \"tasks\"")]
    [TestCase("idea list «tasks»")]
    [TestCase("idea list “tasks” open")]
    public async Task Smart_quotes_are_as_good_as_plain_ones(string line)
    {
        await _team.Says("ana", "#team", "idea add Ship it in tasks");

        Assert.That((await _team.Says("ana", "#team", line)).Text, Does.Contain("#1 Ship it"));
    }

    [Test]
    public async Task A_name_that_several_people_have_is_asked_about()
    {
        _team.Directory.Add("anabel", "UTC");
        _team.Directory.Add("anatol", "UTC");
        var answer = await _team.Says("sam", "#team", "async admin @anab");
        Assert.That(answer.Text, Does.Contain("@Anabel is an admin now"));

        var unclear = await _team.Says("sam", "#team", "async admin @anat on");
        Assert.That(unclear.Text, Does.Contain("@Anatol is an admin now"));

        _team.Directory.Add("anatole", "UTC");
        _team.Directory.Add("emilia", "UTC");
        _team.Directory.Add("emilio", "UTC");
        var several = await _team.Says("sam", "#team", "async admin @emil");
        Assert.That(several.Labels, Is.EquivalentTo(new[] { "Emilia (@U-emilia)", "Emilio (@U-emilio)" }));
        Assert.That((await _team.Presses("sam", several, "Emilio (@U-emilio)")).Text, Does.StartWith("@Emilio is an admin now."));
    }

    [TestCase("idea add \u200B", "The idea is missing. Try: idea add")]
    [TestCase("idea add \u2060 \uFEFF\u200D\u3164", "The idea is missing. Try: idea add")]
    [TestCase("idea search \uFE0F", "The text to search for is missing. Try: idea search")]
    [TestCase("async forget", "The word “me” is missing. Try: async forget me")]
    [TestCase("async forget you", "“you” should be me. Try: async forget me")]
    [TestCase("async keep", "The number of days is missing. Try: async keep 365 days")]
    [TestCase("async bulb off in steam", "“steam” should be a channel that you are in, such as #team. Try: async bulb off in #team")]
    [TestCase("async bulb off in", "The channel is missing. Try: async bulb off in #team")]
    [TestCase("idea vote", "The number is missing. Try: idea vote 12")]
    public async Task What_is_missing_or_wrong_is_said_in_a_sentence_with_a_line_that_works(string line, string said) =>
        Assert.That((await _team.Says("sam", "#team", line)).Text, Does.StartWith(said));

    [TestCase("３")]
    [TestCase("＃３")]
    [TestCase("٣")]
    [TestCase("𝟑")]
    [TestCase("#3")]
    public async Task A_number_can_be_typed_on_any_keyboard(string number)
    {
        for (var n = 1; n <= 3; n++)
            await _team.Says("ana", "#team", $"idea add Number {n}");
        await _team.Says("ben", "#team", "idea vote " + number);

        Assert.That((await _team.Find(Idea.Type, "3"))?.Votes, Has.Count.EqualTo(1));
    }

    [TestCase("idea list tasks discussion", "“discussion” is more than I understand here.")]
    [TestCase("idea list 5", "“5” is more than I understand here.")]
    [TestCase("idea merge 1 2", "“into” is missing.")]
    public async Task Nothing_is_read_twice_or_into_what_only_buttons_set(string line, string said) =>
        Assert.That((await _team.Says("ana", "#team", line)).Text, Does.Contain(said));

    [Test]
    public async Task In_the_thread_of_another_kind_of_item_its_number_is_not_taken()
    {
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Command<Look, Look.Handler>() });
        await team.Says("ana", "#team", "idea add Ship it");
        var refused = await team.Says("ana", "#team", "task look", thread: team.Messages("#team")[0]);

        Assert.That(refused.Text, Does.StartWith("The number is missing."));
    }

    [TestCase("idea uncapture m1")]
    [TestCase("undo x 9999999999 @ana")]
    [TestCase("draft x")]
    [TestCase("async forget confirmed")]
    [TestCase("async let go jobs x")]
    [TestCase("introduce")]
    public async Task What_belongs_to_buttons_can_not_be_typed(string line)
    {
        var commits = _team.Store.Commits;
        var answer = await _team.Says("sam", "#team", line);

        if (line.StartsWith("idea", StringComparison.Ordinal))
            Assert.That(answer.Text, Does.Contain("#1 saved"), "it is a text like any other");
        else
            Assert.That((answer.IsRefused, _team.Store.Commits), Is.EqualTo((true, commits)));
    }

    [Command("task look", "Look at a task", Example = "task look 12")]
    private sealed record Look([Arg("The number", Subject = true)] int Number) : ICommand
    {
        public sealed class Handler : ICommandHandler<Look>
        {
            public Task<Reply> Handle(Look command, Turn turn) => Task.FromResult(Reply.Say($"Task {command.Number}."));
        }
    }

    [Command("jot", "Jot something down", Example = "jot one")]
    private sealed record Jot([Arg("The text", Rest = true)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<Jot>
        {
            public Task<Reply> Handle(Jot command, Turn turn) => Task.FromResult(Reply.Say($"Jotted: {command.Text}"));
        }
    }

    [Command("memo see", "See a memo", Example = "memo see 12")]
    private sealed record SeeMemo([Arg("The number")] int Number) : ICommand
    {
        public sealed class Handler : ICommandHandler<SeeMemo>
        {
            public Task<Reply> Handle(SeeMemo command, Turn turn) => Task.FromResult(Reply.Say($"Memo {command.Number}."));
        }
    }

    [Command("memo add", "Add a memo", Example = "memo add one", Default = true)]
    private sealed record AddMemo([Arg("The text", Rest = true)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<AddMemo>
        {
            public Task<Reply> Handle(AddMemo command, Turn turn) => Task.FromResult(Reply.Say($"Added: {command.Text}"));
        }
    }
}
