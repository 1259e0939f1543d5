namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Two check-ins of one name, in two channels, are told apart wherever an answer could go to the wrong one. It is Monday 2 March 2026.</summary>
public sealed class SameNameTests : CheckInDiary
{
    private const string Line = "checkin new Daily at 9:30 on weekdays for @ana @ben ask \"What is next?\" \"What blocks you?\"";

    [Test]
    public async Task Each_names_its_channel_where_the_name_is_not_enough()
    {
        await Sets("ana", Line);
        await Sets("ana", Line, "#oncall");
        await Until("2026-03-02 09:31");

        var which = await Team.Says("ana", "dm", "checkin answer the secret customer; none");
        Assert.That(which.Labels, Is.EquivalentTo(new[] { "Daily in #team, Mon 2 Mar 2026", "Daily in #oncall, Mon 2 Mar 2026" }));
        var answered = await Team.Presses("ana", which, "Daily in #oncall, Mon 2 Mar 2026");
        Assert.That(answered.Text, Is.EqualTo("Answered: Daily — Mon 2 Mar 2026, in #oncall."));
        Assert.That(Team.Posts("#oncall"), Has.One.Contain("the secret customer"));
        Assert.That(Team.Posts("#team"), Has.None.Contain("the secret customer"));
        Assert.That(Prompts("ana").Select(Team.FirstTextOf), Has.One.Contain("The answers are read in #team.").And.One.Contain("The answers are read in #oncall."));
        Assert.That((await Team.Says("ana", "dm", "checkin why")).Text, Does.Contain("Daily in #team, Mon 2").And.Contain("Daily in #oncall, Mon 2"));
        Assert.That((await Team.Says("ana", "dm", "checkin report Daily")).Labels, Is.EqualTo(new[] { "Daily in #team", "Daily in #oncall" }));
        Assert.That((await Team.Says("ana", "dm", "checkin status Weekly")).Text, Does.Contain("there is Daily in #team and Daily in #oncall"));
        Assert.That((await Team.Says("ana", "dm", "checkin skip")).Text, Is.EqualTo("Skipped: Daily — Mon 2 Mar 2026, in #team."));
    }

    [Test]
    public async Task The_name_alone_is_no_answer_and_opens_the_form()
    {
        await Sets("ana", "checkin new Solo in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\"");
        await Until("2026-03-02 09:31");

        var early = await Team.Says("ben", "dm", "checkin answer Solo");
        var asked = await Team.Says("ana", "dm", "checkin answer solo");

        Assert.That(new[] { early.Form, asked.Form }, Has.None.Null);
        Assert.That(Thread(Root), Is.Empty);
    }
}
