using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class PageTests : Rota
{
    private const string Page = "oncall page support The checkout is down";

    [Test]
    public async Task Whoever_is_on_call_is_messaged_the_channel_sees_it_and_who_asked_sees_each_step()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        var answer = await Team.Says("chidi", "#team", Page);

        Assert.That(answer.Text, Is.EqualTo(
            "I messaged @Ana. Unanswered for 10 minutes, it goes on; you see each step in your direct messages. A chat can’t ring a phone: if it burns, call somebody."));
        Assert.That(News("@ana")[^1], Is.EqualTo("🚨 @Chidi needs support: The checkout is down"));
        Assert.That(News("#oncall")[^1], Does.StartWith("🚨 @Chidi pages support: The checkout is down Messaged @Ana, on call now"));

        var has = await Team.Presses("ana", Team.LastPost("@ana"), "Acknowledge");

        Assert.That(has.Text, Is.EqualTo("You have it. I told @Chidi."));
        Assert.That(News("@chidi")[^1], Is.EqualTo("✅ @Ana has your page to support."));
        Assert.That(News("@chidi")[^2], Does.EndWith("✅ @Ana has it (just now)"));
        Assert.That(await TimesUntil("2026-03-04 12:00", "@ben", NewYork), Is.Empty);
        Assert.That(Team.LastPost("#oncall").Card.AllButtons, Is.Empty);
    }

    [Test]
    public async Task Unanswered_it_goes_to_the_next_in_line_and_then_mentions_everybody()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var (ben, emi, channel) = (News("@ben").Count, News("@emi").Count, News("#oncall").Count);
        await Team.Says("chidi", "#team", Page);

        await Team.Advance(Duration.FromMinutes(9));
        Assert.That(News("@ben", ben), Is.Empty);
        await Team.Advance(Duration.FromMinutes(1));
        Assert.That(News("@ben", ben).Single(), Is.EqualTo("🚨 @Chidi needs support: The checkout is down"));

        await Team.Advance(Duration.FromMinutes(10));
        Assert.That(News("#oncall", channel)[^1], Is.EqualTo("🚨 @Ana, @Ben and @Emi: nobody has answered @Chidi’s page to support yet."));
        Assert.That(News("@emi", emi), Is.Empty);
        Assert.That(News("@chidi")[^1], Does.Contain("Messaged @Ana, on call now (20 min ago) Messaged @Ben, next in line (10 min ago) Mentioned everybody: @Ana, @Ben and @Emi (just now)"));

        await Team.Presses("ben", Team.LastPost("#oncall"), "Acknowledge");
        Assert.That(News("@chidi")[^1], Is.EqualTo("✅ @Ben has your page to support."));
        Assert.That(News("@ana")[^1], Is.EqualTo("🚨 @Chidi needs support: The checkout is down ✅ @Ben has it"));
    }

    [Test]
    public async Task Who_is_away_is_named_and_the_next_in_line_messaged_at_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ana", "dm", "online away until friday");
        var ben = News("@ben").Count;

        var answer = await Team.Says("chidi", "#team", Page);

        Assert.That(answer.Text, Does.StartWith("I messaged @Ana and @Ben. @Ana is away."));
        Assert.That(News("@ben", ben).Single(), Does.StartWith("🚨 @Chidi needs support"));
        Assert.That(News("@chidi")[^1], Does.Contain("Messaged @Ana, on call now (just now) @Ana: away (just now) Messaged @Ben, next in line (just now)"));
    }

    [Test]
    public async Task Who_does_not_want_to_be_disturbed_is_named_and_the_next_in_line_messaged_at_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Presence.Knows("ana", Activity.Active, Team.Clock.GetCurrentInstant() + Duration.FromHours(3));

        Assert.That((await Team.Says("chidi", "#team", Page)).Text, Does.StartWith("I messaged @Ana and @Ben. @Ana is on do not disturb."));
    }

    [Test]
    public async Task Called_off_nobody_else_is_messaged_and_those_who_were_see_it()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        var answer = await Team.Says("chidi", "#team", Page);

        Assert.That((await Team.Presses("chidi", answer, "Call it off")).Text, Is.EqualTo("Called off. I changed the messages to @Ana."));
        Assert.That(News("@ana")[^1], Is.EqualTo("🚨 @Chidi needs support: The checkout is down @Chidi called it off"));
        Assert.That(await TimesUntil("2026-03-03 18:00", "@ben", NewYork), Is.Empty);
        Assert.That((await Team.Presses("chidi", answer, "Call it off")).Text, Is.EqualTo("You called it off already."));
    }

    [Test]
    public async Task Where_nobody_is_on_call_the_next_in_line_is_messaged()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.ClockTo(At("2026-03-07 12:00"));

        var answer = await Team.Says("chidi", "#team", "oncall page desk Help");

        Assert.That(answer.Text, Does.StartWith("Nobody is on call for desk now. I messaged @Ben."));
    }

    [TestCase("chidi", "oncall page support", "It does not say what is the matter. Try: oncall page support The checkout is down")]
    [TestCase("chidi", "oncall page The checkout is down", "Which rotation: support? Try: oncall page support The checkout is down")]
    public async Task What_can_not_be_paged_says_how_it_can(string person, string line, string answer)
    {
        await Support();

        Assert.That((await Team.Says(person, "#team", line)).Text, Is.EqualTo(answer));
    }

    [Test]
    public async Task In_the_channel_of_the_rotation_its_name_may_be_left_out()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        await Team.Says("sam", "#oncall", "oncall page The checkout is down");

        Assert.That(News("@ana")[^1], Is.EqualTo("🚨 @Sam needs support: The checkout is down"));
    }

    [Test]
    public async Task Who_is_on_call_and_needs_help_pages_the_next_in_line()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));

        var answer = await Team.Says("ana", "#team", Page);

        Assert.That(answer.Text, Does.StartWith("You are on call for support yourself. I messaged @Ben. Unanswered for 10 minutes, it goes on"));
        Assert.That(News("#oncall")[^1], Does.Contain("@Ana is on call, and needs somebody else (just now) Messaged @Ben, next in line").And.Not.Contain("Nobody"));
    }

    [Test]
    public async Task Who_waits_for_a_rotation_that_is_deleted_is_told()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("chidi", "#team", Page);
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");

        await Team.Advance(Duration.FromHours(1));

        Assert.That(News("@chidi")[^1], Is.EqualTo("🚨 support was deleted, and nobody has answered your page to it. Who is on call elsewhere: oncall"));
        Assert.That(News("@chidi")[^2], Does.EndWith("The rotation was deleted, so this goes on to nobody (50 min ago)"));
        Assert.That(News("@chidi"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_rotation_that_one_took_turns_in_once_is_not_asked_for()
    {
        await Support();
        await Create("oncall new desk @chidi @dana every week at 9:00 from 2026-03-02");
        await Create("oncall new other @chidi @sam every week at 9:00 from 2026-03-02");
        Assert.That((await Team.Says("chidi", "dm", "oncall page Help me")).Text, Does.StartWith("Which rotation: desk and other?"));
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall remove desk @chidi"), "Take them out");
        await Team.ClockTo(At("2026-06-03 10:00"));

        Assert.That((await Team.Says("chidi", "dm", "oncall page Help me")).Text, Does.Contain("I messaged @Sam."));
    }
}
