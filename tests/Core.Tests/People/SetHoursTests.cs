using AsyncBot.Core.Commands;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC, which is 09:00 in Lisbon.</summary>
public sealed class SetHoursTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("mon-fri 9-17, sat 10-12", "You work mon-fri 9-17, sat 10-12 Europe/Lisbon. You are at work now, until Mon 2 Mar 2026, 17:00 Europe/Lisbon (in 8 h).")]
    [TestCase("mon-fri 10-12 and 13-17", "You work mon-fri 10-12 and 13-17 Europe/Lisbon. Your next working time begins Mon 2 Mar 2026, 10:00 Europe/Lisbon (in 1 h).")]
    [TestCase("22-06", "You work mon-fri 22-06 Europe/Lisbon. Your next working time begins Mon 2 Mar 2026, 22:00 Europe/Lisbon (in 13 h).")]
    [TestCase("sun 22-06", "You work sun 22-06 Europe/Lisbon. Your next working time begins Sun 8 Mar 2026, 22:00 Europe/Lisbon (in 6 days 13 h).")]
    [TestCase("sun 23:59-00:00", "You work sun 23:59-24 Europe/Lisbon. Your next working time begins Sun 8 Mar 2026, 23:59 Europe/Lisbon (in 6 days 14 h).")]
    [TestCase("daily 0-24", "You work mon-sun 0-24 Europe/Lisbon. You are always at work.")]
    public async Task They_are_read_back_with_the_zone_and_what_comes_next(string words, string said)
    {
        var answer = await _team.Says("ana", "#team", "online hours " + words);

        Assert.That(answer.Text, Is.EqualTo(said));
        Assert.That((await _team.Says("ana", "#team", "online hours")).Text, Does.Contain("as you said just now"));
    }

    [Test]
    public async Task A_night_over_the_change_of_clocks_ends_on_the_clock()
    {
        await _team.Says("ana", "#team", "online hours sat 22-06");
        await _team.ClockTo(Instant.FromUtc(2026, 3, 28, 23, 0));

        Assert.That((await _team.Says("ana", "#team", "online hours")).Text, Does.Contain("You are at work now, until Sun 29 Mar 2026, 06:00 Europe/Lisbon (in 6 h)."));
    }

    [TestCase("blah", "“blah” was not understood. Try: online hours mon-fri 9-17, sat 10-12")]
    [TestCase("mon-fri", "The hours are missing at the end. Try: online hours mon-fri 9-17, sat 10-12")]
    [TestCase("mon 9-25", "“9-25” was not understood.")]
    [TestCase("auto", "You never said your hours. Try: online hours mon-fri 9-17")]
    public async Task What_is_no_week_is_refused_with_an_example(string words, string said)
    {
        var answer = await _team.Says("ana", "#team", "online hours " + words);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.StartWith(said));
        Assert.That(await _team.Find(Profile.Type, "U-ana"), Is.Null);
    }

    [Test]
    public async Task Assumed_ones_say_so_and_are_confirmed_by_a_button()
    {
        var shown = await _team.Says("ana", "#team", "online hours");
        Assert.That(shown.Text, Does.StartWith("You never said when you work, so I assume mon-fri 9-17 Europe/Lisbon. You are at work now, until Mon 2 Mar 2026, 17:00 Europe/Lisbon (in 8 h)."));

        var confirmed = await _team.Presses("ana", shown, "Confirm");
        Assert.That(confirmed.Text, Does.StartWith("You work mon-fri 9-17 Europe/Lisbon."));
        var commits = _team.Store.Commits;
        Assert.That((await _team.Presses("ana", shown, "Confirm")).Text, Is.EqualTo(confirmed.Text));
        Assert.That(_team.Store.Commits, Is.EqualTo(commits));

        await _team.Presses("ana", confirmed, "Undo");
        Assert.That((await _team.Says("ana", "#team", "online hours")).Labels, Is.EqualTo(new[] { "Confirm" }));
    }

    [Test]
    public async Task Those_of_the_platform_are_shown_as_such_and_come_back()
    {
        _team.Directory.Add("ana", "Europe/Lisbon", hours: "mon-thu 8-16");
        Assert.That((await _team.Says("ana", "#team", "online hours")).Text, Does.StartWith("You work mon-thu 8-16 Europe/Lisbon; that is what your platform says."));

        await _team.Says("ana", "#team", "online hours mon-fri 9-17");
        Assert.That((await _team.Says("ana", "#team", "online hours auto")).Text, Is.EqualTo("I forgot the hours that you said, and go by your platform: mon-thu 8-16 Europe/Lisbon."));
    }

    [Test]
    public async Task Absences_and_holidays_count_for_what_comes_next()
    {
        await _team.Says("ana", "#team", "online away until friday");
        await _team.Says("sam", "#team", "online holiday 6 march Free day");

        Assert.That((await _team.Says("ana", "#team", "online hours mon-fri 9-17")).Text, Does.Contain("begins Mon 9 Mar 2026, 09:00 Europe/Lisbon"));
    }

    [TestCase("kiri", "Pacific/Kiritimati", "Your next working time begins Tue 3 Mar 2026, 09:00 Pacific/Kiritimati (in 10 h).")]
    [TestCase("pago", "Pacific/Pago_Pago", "Your next working time begins Mon 2 Mar 2026, 09:00 Pacific/Pago_Pago (in 11 h).")]
    [TestCase("katy", "Asia/Kathmandu", "You are at work now, until Mon 2 Mar 2026, 17:00 Asia/Kathmandu (in 2 h 15 min).")]
    [TestCase("zoe", null, "I don’t know your zone; online zone Europe/Lisbon would tell me.")]
    [TestCase("mars", "Mars/Olympus", "17:00 UTC")]
    public async Task They_are_on_ones_own_clock(string person, string? zone, string said)
    {
        _team.Directory.Add(person, zone is "Mars/Olympus" ? null : zone);

        Assert.That((await _team.Says(person, "dm", "online hours mon-fri 9-17")).Text, Does.Contain(said));
    }

    [Test]
    public async Task A_form_takes_them_too()
    {
        var form = await _team.Does("ana", Team.Place("#team"), null, null, new InboundContent.Call(OpenForm.For<SetHours>()));

        Assert.That((await _team.Submits("ana", form, ("hours|auto", "mon-fri 8-16"))).Text, Does.StartWith("You work mon-fri 8-16"));
    }

    [Test]
    public async Task They_outlive_a_restart()
    {
        await _team.Says("ana", "#team", "online hours mon-fri 8-16");
        await _team.Restart();

        Assert.That((await _team.Says("ana", "#team", "online hours")).Text, Does.StartWith("You work mon-fri 8-16"));
    }
}
