using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 09:00 in Lisbon.</summary>
public sealed class ComeBackTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Undo_of_somebody_s_return_is_told_to_them()
    {
        await _team.Says("ana", "#team", "online away until friday because ill");
        await _team.Says("ana", "#team", "online focus 2h");
        await _team.Advance(Duration.FromHours(1));
        var answer = await _team.Says("sam", "#team", "online back @ana");
        await _team.Presses("sam", answer, "Undo");

        Assert.That((await Of("ana")).Absences.Single().IsAt(_team.Clock.GetCurrentInstant()));
        Assert.That(_team.Posts("@ana")[^1], Is.EqualTo(
            "@Sam took back what they noted of you. You are away as before: Mon 2 Mar 2026, 09:00 Europe/Lisbon (1 h ago) through Thu 5 Mar 2026, because “ill”. You are focusing as before, until Mon 2 Mar 2026, 11:00 Europe/Lisbon (in 1 h)."));
    }

    [Test]
    public async Task Back_ends_absence_and_focus_and_names_what_comes()
    {
        await _team.Says("ana", "#team", "online away until friday");
        await _team.Says("ana", "#team", "online away 2026-03-20 because wedding");
        await _team.Says("ana", "#team", "online focus 2h");
        await _team.Advance(Duration.FromHours(1));
        var answer = await _team.Says("ana", "#team", "online back");

        Assert.That(answer.Text, Is.EqualTo("Welcome back! You are no longer away. Still to come: Fri 20 Mar 2026, because “wedding”."));
        var said = await Of("ana");
        Assert.That(said.Focus, Is.Null);
        Assert.That(said.Absences.Select(each => each.InTime().To), Does.Contain(Team.Start + Duration.FromHours(1)));
        Assert.That((await _team.Says("ana", "#team", "online back")).Text, Is.EqualTo(
            "You are not away, so all is well. Still to come: Fri 20 Mar 2026, because “wedding”. For the next time: online away until friday"));

        await _team.Presses("ana", answer, "Undo");
        Assert.That((await Of("ana")).Focus, Is.Not.Null);
    }

    [Test]
    public async Task Back_in_the_repeated_hour_is_back_at_once()
    {
        await _team.ClockTo(Instant.FromUtc(2026, 10, 24, 12, 0));
        await _team.Says("ana", "#team", "online away until monday");
        await _team.ClockTo(Instant.FromUtc(2026, 10, 25, 0, 30));
        await _team.Says("ana", "#team", "online back");

        Assert.That((await Of("ana")).Absences.Single().IsAt(_team.Clock.GetCurrentInstant()), Is.False);
    }

    [Test]
    public async Task An_admin_may_say_that_somebody_is_back_who_can_say_that_they_are_not()
    {
        await _team.Says("ana", "#team", "online away until friday because ill");
        await _team.Advance(Duration.FromHours(1));
        Assert.That((await _team.Says("sam", "#team", "online back @ana")).Text, Is.EqualTo("@Ana is no longer away. I told them."));
        Assert.That(_team.Posts("@ana")[^1], Is.EqualTo("@Sam noted that you are back, so I no longer take you as away."));

        var still = await _team.Presses("ana", _team.LastPost("@ana"), "I am still away");
        Assert.That(still.Text, Does.StartWith("You are away through Thu 5 Mar 2026").And.Contain("“ill”"));
        Assert.That((await _team.Says("ben", "#team", "online back @ana")).Text, Does.StartWith("Only admins can say that for somebody else."));
        Assert.That((await _team.Says("sam", "#team", "online back @ben")).Text, Is.EqualTo("@Ben is not away."));
        Assert.That((await _team.Says("ana", "#team", "online back please")).IsRefused);
    }

    [Test]
    public async Task An_admin_names_whoever_is_back_with_or_without_an_at_sign()
    {
        await _team.Says("ana", "#team", "online away until friday");

        Assert.That((await _team.Says("sam", "#team", "online back ana")).Text, Is.EqualTo("@Ana is no longer away. I told them."));
        Assert.That((await _team.Says("sam", "#team", "online back please")).Text, Does.StartWith("I know nobody here by the name “@please”."));
    }

    private async Task<Profile> Of(string person) => await _team.Find(Profile.Type, TestDirectory.IdOf(person).Value) ?? new Profile(TestDirectory.IdOf(person));
}
