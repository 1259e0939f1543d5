using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>
/// Ana, Sam and Lee are in #acquisition; Dana is needed there, and shares a channel with all but Lee. It is Monday 2 March 2026, 09:00 UTC.
/// </summary>
public sealed class WhoLearnsWhatTests : DueDiary
{
    [SetUp]
    public void Two_circles()
    {
        Team.Directory.Add("lee", "Europe/Lisbon");
        Team.Directory.AddChannel("acquisition", "ana", "sam", "lee");
    }

    [Test]
    public async Task Nobody_learns_who_is_at_work_among_strangers()
    {
        await Team.Says("ana", "#acquisition", "blocker The budget is missing needs @dana");

        Assert.That((await Team.Says("dana", "dm", "blocker nudge 1")).Text, Does.StartWith("It is you whom #1 waits for.").And.Not.Contain("Lee"));
        Assert.That((await Team.Says("sam", "#acquisition", "blocker Stuck")).Text, Does.Contain("Could help now: @Ana and @Lee."));
    }

    [Test]
    public async Task Nor_does_whoever_left_the_channel()
    {
        await Team.Says("ana", "#acquisition", "blocker The budget is missing");
        Team.Directory.Leave("ana", "acquisition");

        Assert.That((await Until("2026-03-02 17:00", "@ana", "Europe/Lisbon")).Where(line => line.Contains("Who could help you?", StringComparison.Ordinal)),
            Has.None.Contains("Lee"));
    }

    [Test]
    public async Task Hours_of_whoever_is_needed_are_told_to_those_who_know_them_and_to_nobody_else()
    {
        await Team.Says("ana", "#acquisition", "blocker The budget is missing needs @dana");
        await ClockTo("2026-03-02 11:00");

        Assert.That((await Team.Says("sam", "#acquisition", "blocker")).Text, Does.EndWith("waiting 2 h of @Dana’s working time"));
        Assert.That((await Team.Says("lee", "#acquisition", "blocker")).Text, Does.EndWith("waiting 2 h"));
        Assert.That((await Team.Says("sam", "#acquisition", "blocker show 1")).Text, Does.Contain("@Dana was told").And.Contain("@Dana is nudged"));
        Assert.That((await Team.Says("lee", "#acquisition", "blocker show 1")).Text,
            Does.Not.Contain("@Dana was told").And.Not.Contain("@Dana is nudged").And.Not.Contain("working time"));
    }

    [Test]
    public async Task A_thread_says_nothing_about_the_time_of_whoever_is_not_in_its_channel()
    {
        await Team.Says("dana", "dm", "online away until thursday");
        await Team.Says("ana", "#acquisition", "blocker The budget is missing needs @dana");
        var thread = (await Until("2026-03-07 00:00", "#acquisition", "Europe/Lisbon")).ToList();

        Assert.That(thread, Has.Count.EqualTo(2));
        Assert.That(thread[0], Does.Contain("Nobody has #1 yet. ").And.Not.Contain("away"));
        Assert.That(thread[1], Does.Contain("After 8 h of work nobody has #1 yet"));
    }

    [Test]
    public async Task A_channel_that_one_is_not_in_is_not_named()
    {
        await Team.Says("ana", "#acquisition", "blocker The budget is missing needs @dana");
        await Team.Says("ana", "#team", "blocker The build is red needs @dana");

        Assert.That((await Team.Says("dana", "dm", "blocker list needs me")).Text, Does.Contain("The budget").And.Contain("#team").And.Not.Contain("acquisition"));
        Assert.That(await HomeOf("dana"), Does.Contain("The budget").And.Contain("#team").And.Not.Contain("acquisition"));
    }

    [Test]
    public async Task My_page_drops_what_belongs_to_a_channel_that_I_left()
    {
        await Team.Says("ana", "#acquisition", "blocker The budget is missing");
        await Team.Says("ana", "#team", "blocker The build is red");
        Team.Directory.Leave("ana", "acquisition");

        Assert.That(await HomeOf("ana"), Does.Contain("The build").And.Not.Contain("The budget"));
    }

    [TestCase("dm", "#1 is @Ana’s; only they can name more people. To tell them something: blocker note 1 I can’t help")]
    [TestCase("#acquisition", "#1 is @Ana’s; only they and the people of its channel can name more. To tell them something: blocker note 1 I can’t help")]
    public async Task Whoever_is_only_needed_passes_it_on_to_nobody(string place, string said)
    {
        await Team.Says("ana", place, "blocker The budget is missing needs @dana");
        var answer = await Team.Says("dana", "dm", "blocker needs 1 @emi");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Is.EqualTo(said));
        Assert.That((await Team.Says("dana", "dm", "blocker nudge 1")).Text, Does.EndWith("Try: blocker note 1 I can’t help"));
        Assert.That((await Team.Says("emi", "dm", "blocker show 1")).IsRefused);
        Assert.That((await Team.Says("ana", "dm", "blocker needs 1 @emi")).IsRefused, Is.False);
    }

    private async Task<string> HomeOf(string person)
    {
        await Team.Does(person, Team.Place("dm", person), null, null, new InboundContent.Call(new OpenHome()));
        var reader = new Reader(DateTimeZone.Utc, Team.Clock.GetCurrentInstant(), Team.Directory.NameOf, Team.Directory.NameOf);
        return PlainText.Render(Team.Chat.Homes[^1].Card, reader);
    }
}
