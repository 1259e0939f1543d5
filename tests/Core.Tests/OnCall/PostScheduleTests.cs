using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>The schedule as a picture in a chat.</summary>
public sealed class PostScheduleTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _team = await Team.Open();
        await Rotations.Weekly(_team, "Payments", "ana", "ben", "emi");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_is_posted_for_everybody_in_whole_days_on_the_clock_of_whoever_asked()
    {
        await _team.Says("emi", "#team", "oncall picture payments 7");

        var (message, chart) = (_team.LastPost("#team"), ChartOf("#team"));
        Assert.That(_team.TextOf(message), Is.EqualTo("@Emi shows who is on call for Payments"));
        var tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        Assert.That((chart.From.InZone(tokyo).LocalDateTime, chart.To.InZone(tokyo).LocalDateTime),
            Is.EqualTo((new LocalDateTime(2026, 3, 2, 0, 0), new LocalDateTime(2026, 3, 9, 0, 0))));
        Assert.That((message.Zone, chart.Now), Is.EqualTo(("Asia/Tokyo", Team.Start)));
        Assert.That(chart.Lanes.Select(lane => PlainText.Label(lane.Name, Charts.ReaderIn("UTC", _team.Directory.NameOf))), Is.EqualTo(new[] { "Emi", "Ana" }));
    }

    [Test]
    public async Task In_a_direct_conversation_it_is_ones_own()
    {
        await _team.Says("ana", "dm", "oncall picture payments");

        Assert.That(_team.TextOf(_team.LastPost("@ana")), Is.EqualTo("Who is on call for Payments"));
        Assert.That(ChartOf("@ana").To - ChartOf("@ana").From, Is.GreaterThanOrEqualTo(Duration.FromDays(14)));
    }

    [Test]
    public async Task An_answer_in_a_thread_stays_there()
    {
        var thread = _team.Writes("ana", "#team", "Who has payments?");
        await _team.Says("ben", "#team", "oncall picture payments", thread);

        Assert.That(_team.LastPost("#team").Thread, Is.EqualTo(thread.Id));
    }

    [TestCase("oncall picture payments 1", 1)]
    [TestCase("oncall picture payments 9999", 366)]
    public async Task There_are_at_least_a_day_and_at_most_a_year(string line, int days)
    {
        await _team.Says("chidi", "#team", line);

        Assert.That(ChartOf("#team").To - ChartOf("#team").From, Is.EqualTo(Duration.FromDays(days)));
    }

    [Test]
    public async Task A_rotation_that_is_not_there_is_named_and_nothing_is_posted()
    {
        var refused = await _team.Says("ana", "#team", "oncall picture nonsense");

        Assert.That(refused.Text, Does.Contain("nonsense"));
        Assert.That(_team.Messages("#team"), Is.Empty);
    }

    private Timeline ChartOf(string place) => (Timeline)_team.LastPost(place).Chart!;
}
