using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Where a page gets to nobody, or to its end. It is Tuesday 3 March 2026, 10:00 New York, and Ana is on call.</summary>
public sealed class PageEndsTests : Rota
{
    private const string Page = "oncall page support The checkout is down";

    [Test]
    public async Task Another_rotation_of_the_same_name_gets_nothing_of_it()
    {
        await OnTuesday();
        await Team.Says("chidi", "#team", Page);
        await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");
        await Create("oncall new support @dana @sam every week at 9:00 from 2026-03-02 New York", "dana", "#team");
        await Team.Advance(Duration.FromHours(1));

        Assert.That(News("@dana").Concat(News("@sam")).Concat(News("#team")), Has.None.Contain("🚨"));
        Assert.That(News("@chidi")[^1], Is.EqualTo("🚨 support was deleted, and nobody has answered your page to it. Who is on call elsewhere: oncall"));
    }

    [Test]
    public async Task What_keeps_somebody_is_told_to_who_asked_and_not_to_the_channel()
    {
        await OnTuesday();
        await Team.Says("ana", "dm", "online away until friday");
        await Team.Says("chidi", "#team", Page);

        Assert.That(News("@chidi")[^1], Does.Contain("@Ana: away"));
        Assert.That(News("#oncall")[^1], Does.Contain("Messaged @Ben, next in line").And.Not.Contain("away"));
    }

    [Test]
    public async Task Where_everybody_else_left_it_is_refused()
    {
        await OnTuesday();
        Leaves("ana", "emi");

        var answer = await Team.Says("ben", "#team", Page);

        Assert.That(answer.IsRefused, Is.True);
        Assert.That(answer.Text, Is.EqualTo("Nobody else takes turns in support. Who does elsewhere: oncall"));
    }

    [Test]
    public async Task Who_left_while_on_call_is_not_messaged()
    {
        await OnTuesday();
        Leaves("ana");

        Assert.That((await Team.Says("chidi", "#team", Page)).Text, Does.StartWith("Nobody is on call for support now. I messaged @Ben."));
    }

    [Test]
    public async Task Where_everybody_leaves_who_waits_is_told()
    {
        await OnTuesday();
        await Team.Says("chidi", "#team", Page);
        Leaves("ana", "ben", "emi");
        var channel = News("#oncall").Count;
        await Team.Advance(Duration.FromMinutes(30));

        Assert.That(News("@chidi")[^1], Is.EqualTo(
            "🚨 Nobody has answered your page to support, and nobody else takes turns there any more. Who is on call elsewhere: oncall"));
        Assert.That(News("@chidi")[^2], Does.EndWith("Nobody else takes turns there any more, so this goes on to nobody (20 min ago)"));
        Assert.That(News("#oncall", channel), Has.None.Contain("🚨"));
    }

    [Test]
    public async Task Where_its_channel_is_archived_everybody_is_messaged_and_that_is_said()
    {
        await OnTuesday();
        Team.Directory.Change("oncall", channel => channel with { IsArchived = true });
        await Team.Says("chidi", "#team", Page);
        var (ana, emi) = (News("@ana").Count, News("@emi").Count);
        await Team.Advance(Duration.FromMinutes(30));

        Assert.That(News("@ana", ana).Single(), Is.EqualTo("🚨 @Chidi needs support: The checkout is down"));
        Assert.That(News("@emi", emi).Single(), Is.EqualTo("🚨 @Chidi needs support: The checkout is down"));
        Assert.That(News("@chidi")[^1], Does.EndWith("Messaged directly: @Ana, @Ben and @Emi (10 min ago)"));

        await Team.Presses("emi", Team.LastPost("@emi"), "Acknowledge");
        Assert.That(Team.Messages("@ana").SelectMany(message => Team.Now(message).Card.AllButtons), Has.None.Property("Label").EqualTo("Acknowledge"));
    }

    [Test]
    public async Task Who_is_not_in_the_channel_is_messaged_where_the_others_are_mentioned()
    {
        await Create("oncall new support @ana @ben @dana every week at 9:00 from 2026-03-02 New York");
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("chidi", "#team", Page);
        await Team.Advance(Duration.FromMinutes(20));

        Assert.That(News("#oncall")[^1], Is.EqualTo("🚨 @Ana and @Ben: nobody has answered @Chidi’s page to support yet."));
        Assert.That(News("@dana")[^1], Is.EqualTo("🚨 @Chidi needs support: The checkout is down"));
        Assert.That(News("@chidi")[^1], Does.EndWith("Mentioned everybody: @Ana and @Ben (just now) Messaged directly: @Dana (just now)"));
    }

    [TestCase("ben", "Acknowledge", "🚨 @Chidi’s page to support: ✅ @Ben has it")]
    [TestCase("chidi", "Call it off", "🚨 @Chidi’s page to support: @Chidi called it off")]
    public async Task That_nobody_has_answered_is_said_no_longer_than_it_is_true(string person, string label, string text)
    {
        await OnTuesday();
        await Team.Says("chidi", "#team", Page);
        await Team.Advance(Duration.FromMinutes(20));
        var mention = Team.LastPost("#oncall");
        Assert.That(Team.TextOf(mention), Does.Contain("nobody has answered"));

        await Team.Presses(person, label == "Acknowledge" ? mention : Team.LastPost("@chidi"), label);

        Assert.That(Team.TextOf(mention), Is.EqualTo(text));
        Assert.That(Team.Now(mention).Card.AllButtons, Is.Empty);
    }

    [Test]
    public async Task Who_asked_can_not_have_it_and_is_told_the_way_out()
    {
        await OnTuesday();
        await Team.Says("sam", "#oncall", Page);
        var ben = News("@ben").Count;

        var answer = await Team.Presses("sam", Team.LastPost("#oncall"), "Acknowledge");

        Assert.That(answer.IsRefused, Is.True);
        Assert.That(answer.Text, Is.EqualTo("You asked for somebody else, so this waits for them. If you have it yourself now, call it off."));
        await Team.Advance(Duration.FromMinutes(10));
        Assert.That(News("@ben", ben).Single(), Does.StartWith("🚨 @Sam needs support"));
        Assert.That((await Team.Presses("sam", answer, "Call it off")).Text, Is.EqualTo("Called off. I changed the messages to @Ana and @Ben."));
    }

    [Test]
    public async Task A_long_text_is_kept_and_can_be_read_whole_by_those_whom_it_concerns()
    {
        await OnTuesday();
        var text = string.Join('\n', Enumerable.Range(1, 1_999).Select(number => $"{number,4}"))  + " end.";
        Assert.That(text, Has.Length.EqualTo(9_999));
        await Team.Says("chidi", "#team", $"oncall page support {text}");

        Assert.That(News("@ana")[^1], Does.EndWith("… (cut; the button shows all of it)"));
        var page = Team.LastPost("@ana");
        Assert.That((await Team.Presses("ana", page, "Read it all")).Text, Does.StartWith("@Chidi to support:").And.EndWith("1999 end."));
        Assert.That((await Team.Presses("chidi", Team.LastPost("@chidi"), "Read it all")).Text, Does.EndWith("1999 end."));
        Assert.That((await Team.Presses("dana", page, "Read it all")).IsRefused, Is.True);

        await Team.Presses("ana", page, "Acknowledge");
        Assert.That((await Team.Presses("ana", page, "Read it all")).Text, Does.EndWith("1999 end."));
    }

    [TestCase(10_000, null)]
    [TestCase(10_001, "The matter can have at most 10,000 characters, and this has 10,001. Try: oncall page support The checkout is down")]
    public async Task The_name_of_the_rotation_does_not_count(int length, string? refusal)
    {
        await OnTuesday();
        var answer = await Team.Says("chidi", "#team", $"oncall page support {new string('x', length)}");

        Assert.That(answer.IsRefused, Is.EqualTo(refusal is not null));
        Assert.That(answer.Text, refusal is null ? Does.StartWith("I messaged @Ana") : Is.EqualTo(refusal));
    }

    private async Task OnTuesday()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
    }

    private void Leaves(params string[] people)
    {
        foreach (var person in people)
            Team.Directory.Add(person, "Europe/Lisbon", isGone: true);
    }
}
