namespace AsyncBot.Core.Tests.Due;

/// <summary>Dana gave Ben something that nobody should read. It is Monday 2 March 2026.</summary>
public sealed class DeleteDueTests : DueDiary
{
    [Test]
    public async Task The_text_goes_from_every_message_and_from_the_disk()
    {
        await Team.Says("dana", "#team", "due Send hunter2 to the bank by friday for @ben");
        await ClockTo("2026-03-05 22:30");
        var deleted = await Team.Says("dana", "#team", "due delete 1");
        await Team.Advance(Duration.FromMinutes(15));

        Assert.That(deleted.Text, Is.EqualTo("Deleted #1, with its text in every message that showed it."));
        Assert.That(Team.Posts("@ben"), Is.All.Not.Contains("hunter2"));
        Assert.That(Team.Posts("@ben"), Has.Some.EqualTo("@Dana took #1 back."));
        Assert.That((await Team.Says("ben", "dm", "due show 1")).Text, Does.StartWith("There is no due item 1 here."));
        Assert.That(Team.Database(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task What_is_still_on_its_way_is_never_sent()
    {
        Team.Delivers = false;
        await Team.Says("dana", "#team", "due Send hunter2 to the bank by friday for @ben");
        Team.Sleeps(Duration.FromMinutes(1));
        await Team.Says("dana", "#team", "due delete 1");
        Team.Delivers = true;
        await Team.Settle();
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { "@Dana took #1 back." }));

        await Team.Advance(Duration.FromHours(30));
        Assert.That(Team.Database(), Does.Not.Contain("hunter2").And.Not.Contain("removed due"));
    }

    [Test]
    public async Task It_can_be_undone_for_ten_minutes()
    {
        await Team.Says("ana", "dm", "due Send the deck by friday");
        await Team.Presses("ana", await Team.Says("ana", "dm", "due delete 1"), "Undo");

        Assert.That((await Team.Says("ana", "dm", "due show 1")).Text, Does.Contain("Send the deck"));
    }

    [Test]
    public async Task Only_who_asked_or_an_admin_deletes()
    {
        await Team.Says("dana", "#team", "due Send the deck by friday for @ben");

        Assert.That((await Team.Says("ben", "dm", "due delete 1")).Text, Is.EqualTo("Only @Dana or an admin can delete #1. You can say that it is done: due done 1"));
        Assert.That((await Team.Says("emi", "#team", "due delete 1")).IsRefused);
        Assert.That((await Team.Says("sam", "#team", "due delete 1")).IsRefused, Is.False);
    }
}
