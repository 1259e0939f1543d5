using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>What holds for every verb that changes an idea.</summary>
public sealed class ChangeIdeaTests : TwoIdeas
{
    [TestCase("idea edit 1 Better words", "edited your idea #1. It says now: Better words")]
    [TestCase("idea move 1 tasks", "moved your idea #1 “Rotate the demo host” to tasks")]
    [TestCase("idea done 1 In the handbook", "is done: In the handbook")]
    [TestCase("idea drop 1 Too costly", "is dropped: Too costly")]
    [TestCase("idea delete 1", "deleted your idea #1")]
    [TestCase("idea merge 1 into 2", "merged your idea #1 “Rotate the demo host” into #2")]
    public async Task The_author_is_told_of_what_somebody_else_did(string line, string news)
    {
        await Team.Says("sam", "#team", line);

        Assert.That(Team.Posts("@ana"), Has.Some.StartsWith("@Sam").And.Some.Contains(news));
    }

    [TestCase("idea edit 1 Better words")]
    [TestCase("idea move 1 tasks")]
    [TestCase("idea done 1 In the handbook")]
    [TestCase("idea drop 1")]
    [TestCase("idea delete 1")]
    [TestCase("idea merge 1 into 2")]
    [TestCase("idea vote 1")]
    public async Task The_author_is_not_told_of_their_own_changes(string line)
    {
        await Team.Says("ana", "#team", line);

        Assert.That(Team.Posts("@ana"), Is.Empty);
    }

    [TestCase("idea edit 1 Better words", "💡 #1 Better words — @Ana, no votes yet")]
    [TestCase("idea move 1 tasks", "💡 #1 Rotate the demo host — @Ana, no votes yet, in tasks")]
    [TestCase("idea done 1 In the handbook", "💡 #1 Rotate the demo host — @Ana, no votes yet — done: In the handbook")]
    [TestCase("idea done 1", "💡 #1 Rotate the demo host — @Ana, no votes yet — done")]
    [TestCase("idea drop 1 Too costly", "💡 #1 Rotate the demo host — @Ana, no votes yet — dropped: Too costly")]
    [TestCase("idea merge 1 into 2", "💡 #1 Rotate the demo host — @Ana, no votes yet — merged into #2")]
    [TestCase("idea delete 1", "💡 #1 was deleted.")]
    public async Task The_posted_line_shows_the_present_state(string line, string shown)
    {
        await Team.Says("ana", "#team", line);

        Assert.That(Team.Posts("#team")[0], Is.EqualTo(shown));
    }

    [TestCase("idea edit 1 Better words", "edit")]
    [TestCase("idea delete 1", "delete")]
    public async Task Words_belong_to_their_author(string line, string verb)
    {
        var answer = await Team.Says("ben", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith($"Idea 1 is @Ana’s; only they or an admin can {verb} it.").And.Contain("idea vote 1"));
        Assert.That(Team.Posts("#team")[0], Does.Contain("Rotate the demo host"));
    }

    [TestCase("idea move 1 tasks")]
    [TestCase("idea done 1")]
    [TestCase("idea drop 1")]
    [TestCase("idea merge 1 into 2")]
    [TestCase("idea vote 1")]
    public async Task The_rest_is_for_every_member_of_the_home(string line) =>
        Assert.That((await Team.Says("chidi", "#team", line)).IsRefused, Is.False);

    [TestCase("idea move 1 ideas", "is in ideas already. Try: idea show 1")]
    [TestCase("idea edit 1 Rotate the demo host", "says that already. Try: idea show 1")]
    [TestCase("idea reopen 1", "is open already")]
    [TestCase("idea merge 1 into 1", "into itself")]
    public async Task What_changes_nothing_is_said_to_change_nothing(string line, string said)
    {
        var before = Team.Store.Commits;
        var answer = await Team.Says("ana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain(said));
        Assert.That(Team.Store.Commits, Is.EqualTo(before));
    }

    [TestCase("idea edit It is better now", "Idea 1 now says: It is better now")]
    [TestCase("idea move tasks", "to tasks")]
    [TestCase("idea done In the handbook", "Idea 1 is done: In the handbook")]
    [TestCase("idea drop", "Idea 1 is dropped")]
    [TestCase("idea show", "Idea #1")]
    [TestCase("idea delete", "Deleted idea 1")]
    [TestCase("idea merge into 2", "Merged idea 1 into #2")]
    [TestCase("idea 1 is mine", "#3 saved")]
    public async Task In_its_own_thread_the_number_may_be_left_out(string line, string said)
    {
        var answer = await Team.Says("ana", "#team", line, thread: Team.Messages("#team")[0]);

        Assert.That(answer.Text, Does.Contain(said));
    }

    [TestCase("idea delete 3")]
    [TestCase("idea edit 3 Nothing to see")]
    public async Task A_message_that_was_given_up_on_keeps_no_earlier_text(string line)
    {
        Team.Chat.Will(FaultKind.Refuse);
        await Team.Says("ana", "#team", "idea add My password is hunter2");
        await Team.Says("ana", "#team", line);
        await Team.Advance(Duration.FromMinutes(11));

        Assert.That(Team.Database(), Does.Not.Contain("hunter2"));
    }
}
