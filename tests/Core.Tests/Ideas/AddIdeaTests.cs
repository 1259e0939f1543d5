using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class AddIdeaTests
{
    [Test]
    public async Task The_answer_starts_with_the_number_and_one_line_with_Vote_is_posted()
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "#team", "idea add Rotate the demo host #demo");

        Assert.That(answer.Text, Does.StartWith("#1 saved in ideas, tagged #demo: Rotate the demo host #demo"));
        Assert.That(team.Posts("#team"), Is.EqualTo(new[] { "💡 #1 Rotate the demo host #demo — @Ana, no votes yet" }));
        Assert.That(team.LastPost("#team").Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Vote" }));
    }

    [TestCase("idea add Ship it")]
    [TestCase("idea Ship it")]
    [TestCase("/idea add Ship it")]
    [TestCase("/idea Ship it")]
    [TestCase("/async idea add Ship it")]
    [TestCase("async idea Ship it")]
    [TestCase("IDEA ADD Ship it")]
    [TestCase("Idea  \t aDD   Ship it  ")]
    public async Task It_can_be_said_in_many_ways(string line)
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", line);

        Assert.That((await team.Find(Idea.Type, "1"))?.Text, Is.EqualTo("Ship it"));
    }

    [Test]
    public async Task Without_a_text_it_shows_an_example_that_works()
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "#team", "idea add");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("Try: idea add Rotate the demo host #demo").And.Contain("Usage: idea add"));
        Assert.That(team.Posts("#team"), Is.Empty);
    }

    [SetCulture("de-DE")]
    [TestCase(10_001, "10,001")]
    [TestCase(40_000, "40,000")]
    public async Task A_text_over_the_limit_is_refused_with_the_limit(int length, string shown)
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "#team", "idea add " + new string('x', length));

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("10,000").And.Contain(shown));
        Assert.That(team.Posts("#team"), Is.Empty);
    }

    [TestCase(9_999)]
    [TestCase(10_000)]
    public async Task A_long_text_is_kept_whole_and_shown_cut_and_said_to_be_cut(int length)
    {
        await using var team = await Team.Open();
        var text = string.Concat(Enumerable.Range(0, length).Select(n => n % 10 == 9 ? ' ' : (char)('a' + n % 26)))[..(length - 1)] + "!";
        await team.Says("ana", "#team", "idea add " + text);

        Assert.That((await team.Find(Idea.Type, "1"))!.Text, Is.EqualTo(text));
        Assert.That((await team.Says("ben", "#team", "idea show 1")).Text, Does.Contain(text));
        var listed = (await team.Says("ben", "#team", "idea list")).Text;
        Assert.That(listed, Does.Contain(text[..199]).And.Not.Contain(text[..202]));
        Assert.That(listed, Does.Contain("cut; all of it: idea show 1"));
        Assert.That(team.Posts("#team")[0], Does.Contain("cut; all of it: idea show 1"));
    }

    [Test]
    public async Task Ten_thousand_emojis_are_ten_thousand_characters()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add " + string.Concat(Enumerable.Repeat("🎉", 10_000)));
        var tooMany = await team.Says("ana", "#team", "idea add " + string.Concat(Enumerable.Repeat("🎉", 10_001)));

        Assert.That((await team.Find(Idea.Type, "1"))!.Text, Has.Length.EqualTo(20_000));
        Assert.That(tooMany.IsRefused);
    }

    [TestCase("Ship it in tasks", "Ship it", Bucket.Tasks)]
    [TestCase("Ship it in discussion", "Ship it", Bucket.Discussion)]
    [TestCase("Ship it IN Tasks", "Ship it", Bucket.Tasks)]
    [TestCase("Ship it in tasks in #team", "Ship it", Bucket.Tasks)]
    [TestCase("Ship it in #team in tasks", "Ship it", Bucket.Tasks)]
    [TestCase("Ship it in ideas", "Ship it", Bucket.Ideas)]
    [TestCase("Ship it in tasks now", "Ship it in tasks now", Bucket.Ideas)]
    [TestCase("in tasks", "in tasks", Bucket.Ideas)]
    [TestCase("Meet in berlin", "Meet in berlin", Bucket.Ideas)]
    [TestCase("Put the sign in #", "Put the sign in #", Bucket.Ideas)]
    [TestCase("Ship it in \"tasks\"", "Ship it in \"tasks\"", Bucket.Ideas)]
    public async Task A_text_that_ends_in_a_bucket_goes_there(string said, string text, Bucket bucket)
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add " + said);

        var idea = await team.Find(Idea.Type, "1");
        Assert.That((idea?.Text, idea?.Bucket), Is.EqualTo((text, bucket)));
    }

    [TestCase("Ship it in #oncall", "#oncall")]
    [TestCase("Ship it in tasks in #oncall", "#oncall")]
    [TestCase("Ship it in #oncall in tasks", "#oncall")]
    [TestCase("Ship it in \"#nowhere\"", "#team")]
    [TestCase("Say \"it is in #nowhere\"", "#team")]
    [TestCase("Say \"the \"old\"s are in #nowhere\"", "#team")]
    [TestCase("Ship it #nowhere", "#team")]
    public async Task A_text_that_ends_in_a_channel_goes_to_that_home(string said, string home)
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add " + said);

        Assert.That((await team.Find(Idea.Type, "1"))?.Home, Is.EqualTo(Team.Place(home)));
        Assert.That(team.Posts(home), Has.Count.EqualTo(1));
    }

    [TestCase("idea add Read what they say in #oncall", "#oncall")]
    [TestCase("idea Read what they say in #oncall", "#oncall")]
    [TestCase("idea add Read what they say in #nowhere", "#nowhere")]
    [TestCase("idea add Read what they say in #nowhere in tasks", "#nowhere")]
    public async Task What_is_meant_for_a_channel_that_one_is_not_in_is_not_said_elsewhere(string line, string channel)
    {
        await using var team = await Team.Open();
        var answer = await team.Says("chidi", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith($"“{channel}” should be a channel that you are in, such as #team."));
        Assert.That(await team.Find(Idea.Type, "1"), Is.Null);

        await team.Presses("chidi", answer, "Save as an idea");
        var idea = await team.Find(Idea.Type, "1");
        Assert.That((idea?.Text, idea?.Home), Is.EqualTo((line[line.IndexOf("Read", StringComparison.Ordinal)..], Team.Place("#team"))));
        Assert.That(team.Posts("#oncall"), Is.Empty);
    }

    [TestCase("chidi", "idea digest every day in #oncall")]
    [TestCase("chidi", "idea digest in #oncall")]
    [TestCase("sam", "async bulb off in #nowhere")]
    [TestCase("chidi", "idea share 1 in #oncall")]
    public async Task Every_command_says_the_same_of_such_a_channel(string person, string line)
    {
        await using var team = await Team.Open();
        var answer = await team.Says(person, "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith($"“{line.Split(' ')[^1]}” should be a channel that you are in, such as #team."));
    }

    [Test]
    public async Task A_channel_can_stand_where_a_text_was_left_out()
    {
        await using var team = await Team.Open();

        Assert.That((await team.Says("ana", "dm", "idea digest in #team")).Text, Does.StartWith("#team has no digest."));
    }

    [Test]
    public void A_text_is_found_by_its_first_tags()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3_000).Select(n => $"#t{n} #T{n}"));

        Assert.That(Tag.In(text).Select(tag => tag.Value), Is.EqualTo(Enumerable.Range(1, Tag.Most).Select(n => $"t{n}")));
    }

    [Test]
    public async Task A_word_behind_a_hash_is_a_tag_also_where_a_channel_has_that_name()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Ask #oncall about #Demo, twice");

        var idea = await team.Find(Idea.Type, "1");
        Assert.That(idea?.Tags.Select(tag => tag.ToString()), Is.EqualTo(new[] { "#oncall", "#demo" }));
        Assert.That(idea?.Home, Is.EqualTo(Team.Place("#team")));
    }

    [Test]
    public async Task In_a_direct_message_it_stays_private_until_it_is_shared()
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "dm", "idea add Ship it");

        Assert.That(answer.Text, Does.Contain("private to you").And.Contain("idea share 1 in #team"));
        Assert.That(team.Chat.Messages, Is.Empty);
        Assert.That((await team.Says("sam", "#team", "idea show 1")).Text, Does.StartWith("There is no idea 1 here."));
        Assert.That((await team.Says("ana", "#team", "idea list")).Text, Does.Not.Contain("Ship it"));
        Assert.That((await team.Says("ana", "dm", "idea list")).Text, Does.Contain("Ship it"));
    }

    [Test]
    public async Task Where_the_bot_is_not_invited_it_is_saved_and_the_answer_says_how_to_mend_that()
    {
        await using var team = await Team.Open();
        team.Directory.Change("#team", channel => channel with { CanPost = false });
        var answer = await team.Says("ana", "#team", "idea add Ship it");

        Assert.That(answer.Text, Does.StartWith("#1 saved").And.Contain("/invite @asyncbot"));
        Assert.That(team.Chat.Messages, Is.Empty);
        Assert.That((await team.Says("ben", "#team", "idea list")).Text, Does.Contain("Ship it"));
    }

    [Test]
    public async Task Nul_is_removed()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add Ship\0 it");

        Assert.That((await team.Find(Idea.Type, "1"))?.Text, Is.EqualTo("Ship it"));
    }

    [Test]
    public async Task Everybody_gets_a_number_of_their_own_at_the_same_moment()
    {
        await using var team = await Team.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => team.Says("ana", "#team", $"idea add Number {n}")));

        Assert.That(answers.Select(answer => answer.Text.Split(' ')[0]).Distinct().Count(), Is.EqualTo(40));
        Assert.That(team.Posts("#team"), Has.Count.EqualTo(40));
    }
}
