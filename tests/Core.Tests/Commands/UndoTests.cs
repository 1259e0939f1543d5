using AsyncBot.Core.Ideas;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class UndoTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Two_ideas_of_Ana()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
        await _team.Says("ana", "#team", "idea add Buy a coffee machine");
        await _team.Says("emi", "#team", "idea vote 1");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task What_was_taken_back_is_not_done_again_when_it_is_delivered_again()
    {
        var saved = await _team.Says("ana", "#team", "idea add Something new", key: "k1");
        await _team.Presses("ana", saved, "Undo");
        var again = await _team.Says("ana", "#team", "idea add Something new", key: "k1");

        Assert.That(again.Turn, Is.EqualTo(saved.Turn));
        Assert.That((await _team.Says("ana", "#team", "idea list")).Text, Does.Not.Contain("Something new"));
    }

    [TestCase("idea vote 1")]
    [TestCase("idea edit 1 Other words")]
    [TestCase("idea move 1 tasks")]
    [TestCase("idea done 1 In the handbook")]
    [TestCase("idea drop 1 Too costly")]
    [TestCase("idea merge 1 into 2")]
    [TestCase("idea delete 1")]
    [TestCase("idea add Something new")]
    [TestCase("idea digest every monday at 9")]
    [TestCase("async keep 30 days")]
    [TestCase("async zone Europe/Lisbon")]
    [TestCase("async bulb off in #team")]
    [TestCase("async admin @ben")]
    public async Task Every_change_can_be_taken_back(string line)
    {
        var before = await Everything();
        var answer = await _team.Says("sam", "#team", line);
        Assert.That(answer.Labels, Does.Contain("Undo"));
        Assert.That(await Everything(), Is.Not.EqualTo(before));

        var undone = await _team.Presses("sam", answer, "Undo");

        Assert.That(undone.IsRefused, Is.False, undone.Text);
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [TestCase("idea drop 1", "idea reopen 1")]
    [TestCase("idea vote 1", "idea unvote 1")]
    public async Task Taking_something_back_can_itself_be_undone(string first, string second)
    {
        await _team.Says("sam", "#team", first);
        var before = await Everything();
        var answer = await _team.Says("sam", "#team", second);
        await _team.Presses("sam", answer, "Undo");

        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_deleted_idea_comes_back_with_its_votes_and_its_line()
    {
        var answer = await _team.Says("ana", "#team", "idea delete 1");
        Assert.That(_team.Posts("#team")[0], Is.EqualTo("💡 #1 was deleted."));
        await _team.Presses("ana", answer, "Undo");

        Assert.That(_team.Posts("#team")[0], Is.EqualTo("💡 #1 Rotate the demo host — @Ana, 1 vote"));
        await _team.Presses("ben", _team.Messages("#team")[0], "Vote");
        Assert.That(_team.Posts("#team")[0], Does.EndWith("2 votes"));
    }

    [Test]
    public async Task An_idea_that_was_taken_back_leaves_no_text_in_its_line()
    {
        var answer = await _team.Says("ana", "#team", "idea add My password is hunter2");
        var undone = await _team.Presses("ana", answer, "Undo");

        Assert.That(undone.Text, Is.EqualTo("Taken back: idea 3 is gone again."));
        Assert.That(_team.Posts("#team")[2], Is.EqualTo("💡 #3 was deleted."));
        Assert.That((await _team.Says("ana", "#team", "idea show 3")).IsRefused);
    }

    [TestCase("idea edit 1 Other words")]
    [TestCase("idea drop 1")]
    [TestCase("idea add Something new")]
    [TestCase("idea delete 1")]
    public async Task It_works_once(string line)
    {
        var answer = await _team.Says("sam", "#team", line);
        await _team.Presses("sam", answer, "Undo");
        var before = await Everything();
        var again = await _team.Presses("sam", answer, "Undo");

        Assert.That(again.IsRefused);
        Assert.That(again.Text, Does.Contain("already taken back"));
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [TestCase("idea edit 1 Other words")]
    [TestCase("idea vote 1")]
    [TestCase("idea add Something new")]
    public async Task It_works_for_the_one_who_did_it(string line)
    {
        var answer = await _team.Says("ana", "#team", line);
        var before = await Everything();
        var other = await _team.Presses("sam", answer, "Undo");

        Assert.That(other.IsRefused);
        Assert.That(other.Text, Is.EqualTo("Only @Ana can take that back. Try: help to see how to change it by hand."));
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [TestCase("idea edit 1 Other words")]
    [TestCase("idea vote 1")]
    [TestCase("idea add Something new")]
    [TestCase("idea delete 1")]
    public async Task It_works_for_ten_minutes(string line)
    {
        var answer = await _team.Says("ana", "#team", line);
        await _team.Advance(Duration.FromMinutes(10));
        Assert.That((await _team.Presses("ana", answer, "Undo")).IsRefused, Is.False);

        var late = await _team.Says("ana", "#team", line);
        await _team.Advance(Duration.FromMinutes(10) + Duration.FromSeconds(1));
        var before = await Everything();
        var refused = await _team.Presses("ana", late, "Undo");
        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Does.StartWith("Undo works for 10 minutes"));
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [TestCase("idea edit 1 Other words", "idea move 1 tasks")]
    [TestCase("idea done 1", "idea reopen 1")]
    public async Task What_somebody_changed_since_is_left_as_it_is(string line, string since)
    {
        var answer = await _team.Says("ana", "#team", line);
        await _team.Says("ben", "#team", since);
        var before = await Everything();
        var undone = await _team.Presses("ana", answer, "Undo");

        Assert.That(undone.IsRefused);
        Assert.That(undone.Text, Does.Contain("has changed since"));
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [TestCase("idea reopen 1")]
    [TestCase("idea vote 2")]
    [TestCase("idea edit 2 Other words")]
    public async Task A_merge_is_taken_back_whole_or_not_at_all(string since)
    {
        var answer = await _team.Says("ana", "#team", "idea merge 1 into 2");
        await _team.Says("sam", "#team", since);
        var before = await Everything();
        var undone = await _team.Presses("ana", answer, "Undo");

        Assert.That(undone.IsRefused);
        Assert.That(await Everything(), Is.EqualTo(before));
    }

    [Test]
    public async Task An_idea_that_others_voted_for_can_not_be_taken_back_any_more()
    {
        var answer = await _team.Says("ana", "#team", "idea add Something new");
        await _team.Says("ben", "#team", "idea vote 3");

        Assert.That((await _team.Presses("ana", answer, "Undo")).IsRefused);
        Assert.That((await _team.Find(Idea.Type, "3"))!.Votes, Has.Count.EqualTo(1));
    }

    [TestCase("ana", "idea edit 1 Other words")]
    [TestCase("ben", "idea move 1 tasks")]
    public async Task A_vote_that_came_meanwhile_keeps_nobody_from_taking_a_change_back_and_stays(string person, string line)
    {
        var before = await _team.Find(Idea.Type, "1");
        var answer = await _team.Says(person, "#team", line);
        await _team.Says("chidi", "#team", "idea vote 1");
        await _team.Presses(person, answer, "Undo");

        var after = await _team.Find(Idea.Type, "1");
        Assert.That((after!.Text, after.Bucket), Is.EqualTo((before!.Text, before.Bucket)));
        Assert.That(after.Votes, Does.Contain(TestDirectory.IdOf("chidi")));
    }

    [Test]
    public async Task Changes_are_taken_back_one_after_the_other()
    {
        var first = await _team.Says("ana", "#team", "idea edit 1 Two");
        var second = await _team.Says("ana", "#team", "idea edit 1 Three");

        Assert.That((await _team.Presses("ana", first, "Undo")).IsRefused);
        Assert.That((await _team.Presses("ana", second, "Undo")).IsRefused, Is.False);
        Assert.That((await _team.Presses("ana", first, "Undo")).IsRefused, Is.False);
        Assert.That((await _team.Find(Idea.Type, "1"))!.Text, Is.Not.EqualTo("Two").And.Not.EqualTo("Three"));
    }

    [Test]
    public async Task A_button_whose_work_was_taken_back_works_again()
    {
        var offer = await _team.Says("emi", "dm", "Paint the shed");
        var saved = await _team.Presses("emi", offer, "Save as an idea");
        await _team.Presses("emi", saved, "Undo");

        Assert.That((await _team.Presses("emi", offer, "Save as an idea")).Text, Does.StartWith("#4 saved"));
        Assert.That((await _team.Find(Idea.Type, "4"))!.Text, Is.EqualTo("Paint the shed"));
    }

    [Test]
    public async Task Who_left_the_channel_takes_nothing_back_there()
    {
        var answer = await _team.Says("ben", "#team", "idea move 1 tasks");
        _team.Directory.Leave("ben", "team");

        var undone = await _team.Presses("ben", answer, "Undo");

        Assert.That(undone.Text, Does.StartWith("There is no idea 1 here."));
        Assert.That((await _team.Find(Idea.Type, "1"))!.Bucket, Is.EqualTo(Bucket.Tasks));
    }

    [Test]
    public async Task A_vote_is_taken_back_also_after_others_voted()
    {
        var answer = await _team.Says("ben", "#team", "idea vote 1");
        await _team.Says("chidi", "#team", "idea vote 1");
        await _team.Presses("ben", answer, "Undo");

        Assert.That((await _team.Find(Idea.Type, "1"))!.Votes, Is.EqualTo(new[] { TestDirectory.IdOf("emi"), TestDirectory.IdOf("chidi") }));
    }

    [Test]
    public async Task It_survives_a_restart()
    {
        var answer = await _team.Says("ana", "#team", "idea edit 1 Other words");
        await _team.Restart();
        await _team.Presses("ana", answer, "Undo");

        Assert.That((await _team.Find(Idea.Type, "1"))!.Text, Is.EqualTo("Rotate the demo host"));
    }

    [TestCase("idea delete 3")]
    [TestCase("idea edit 3 Nothing to see")]
    public async Task The_text_that_was_kept_for_it_is_gone_within_a_minute_after_its_time(string line)
    {
        await _team.Says("ana", "#team", "idea add My password is hunter2");
        await _team.Says("ana", "#team", line);
        Assert.That(_team.Database(), Does.Contain("hunter2"));

        await _team.Advance(Duration.FromMinutes(11));

        Assert.That(_team.Database(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Text_that_was_put_back_is_kept_only_there()
    {
        var answer = await _team.Says("ana", "#team", "idea edit 1 hunter2");
        await _team.Presses("ana", answer, "Undo");
        await _team.Advance(Duration.FromMinutes(11));

        Assert.That(_team.Database(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Text_that_was_put_back_and_changed_again_is_nowhere()
    {
        await _team.Says("ana", "#team", "idea add My password is hunter2");
        var answer = await _team.Says("ana", "#team", "idea edit 3 Nothing to see");
        await _team.Presses("ana", answer, "Undo");
        await _team.Says("ana", "#team", "idea edit 3 Nothing at all");
        await _team.Advance(Duration.FromMinutes(11));

        Assert.That(_team.Database(), Does.Not.Contain("hunter2"));
    }

    private async Task<string> Everything() => string.Join('\n', [
        (await _team.Says("sam", "#team", "idea show 1")).Text,
        (await _team.Says("sam", "#team", "idea show 2")).Text,
        (await _team.Says("sam", "#team", "idea show 3")).Text,
        (await _team.Says("sam", "#team", "async settings")).Text,
        (await _team.Says("sam", "#team", "idea digest")).Text,
        .. _team.Posts("#team").Take(2),
    ]);

    [TestCase("sam", "async zone Asia/Tokyo", "async bulb off in #team")]
    [TestCase("ana", "idea digest every monday at 9", "idea digest every friday at 16")]
    public async Task An_undo_that_was_used_touches_nothing_that_was_made_later_in_the_same_place(string who, string said, string later)
    {
        await using var team = await Team.Open();
        var first = await team.Says(who, "#team", said);
        await team.Presses(who, first, "Undo");
        var second = await team.Says(who, "#team", later);
        Assert.That(second.IsRefused, Is.False);

        Assert.That((await team.Presses(who, first, "Undo")).IsRefused);
        await team.Presses(who, second, "Undo");
        Assert.That((await team.Presses(who, second, "Undo")).IsRefused);
    }
}
