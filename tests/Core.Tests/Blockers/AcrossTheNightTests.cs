using AsyncBot.Core.Tests.Due;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Dana in Kolkata needs Ben in New York. It is Tuesday 3 March 2026, 09:00 in Kolkata.</summary>
public sealed class AcrossTheNightTests : DueDiary
{
    private const string NewYork = "America/New_York";
    private const string Raised = "blocker The deploy key expired needs @ben";

    [SetUp]
    public Task Nine_in_Kolkata() => ClockTo("2026-03-03 03:30");

    [Test]
    public async Task Dana_hears_at_once_when_Ben_starts_on_both_clocks_and_who_could_help_now()
    {
        var answer = await Team.Says("dana", "#team", Raised);

        Assert.That(answer.Text.Split('\n'), Is.EqualTo(new[]
        {
            "🚧 #1 flagged: The deploy key expired",
            "@Ben starts at 09:00 America/New_York, for you Tue 3 Mar 2026, 19:30 Asia/Kolkata (in 10 h 30 min). I tell them then.",
            "Could help now: @Emi.",
        }));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Ask somebody", "Undo" }));
        Assert.That(Team.Posts("#team"), Is.EqualTo(new[] { "🚧 #1 The deploy key expired — needs @Ben; raised by @Dana" }));
        Assert.That(Team.LastPost("#team").Card.AllButtons.Select(button => button.Label), Is.EqualTo(new[] { "Take it", "Resolved" }));
    }

    [Test]
    public async Task Ben_gets_it_at_his_nine_and_is_nudged_after_four_hours_of_his_work()
    {
        await Team.Says("dana", "#team", Raised);

        Assert.That(await Until("2026-03-10 00:00", "@ben", NewYork), Is.EqualTo(new[]
        {
            "Tue 3 Mar 09:00 🚧 @Dana is blocked and needs you: #1 The deploy key expired — raised Mon 2 Mar 2026, 22:30 America/New_York (10 h 30 min ago).",
            "Tue 3 Mar 13:00 🚧 @Dana is still blocked: #1 The deploy key expired — raised Mon 2 Mar 2026, 22:30 America/New_York (14 h 30 min ago); "
                + "nobody has it after 4 h of your work.",
        }));
    }

    [Test]
    public async Task After_eight_its_thread_names_who_could_act_now()
    {
        await Team.Says("dana", "#team", Raised);
        var root = Team.LastPost("#team").Id;

        Assert.That(await Until("2026-03-10 00:00", "#team", NewYork), Is.EqualTo(new[]
        {
            "Tue 3 Mar 17:00 🚧 After 8 h of @Ben’s work nobody has #1 yet, which needs @Ben. Could help now: @Sam.",
        }));
        Assert.That(Team.LastPost("#team").Thread, Is.EqualTo(root));
    }

    [Test]
    public async Task Resolved_everybody_in_the_thread_knows_how()
    {
        await Team.Says("dana", "#team", Raised);
        var root = Team.LastPost("#team");
        await ClockTo("2026-03-03 14:30");
        await Team.Presses("ben", Team.LastPost("@ben"), "Take it");
        await Team.Says("ben", "dm", "blocker done 1 Renewed it in the vault");

        Assert.That(Team.TextOf(root), Is.EqualTo("✅ #1 The deploy key expired — resolved by @Ben: Renewed it in the vault"));
        Assert.That(Team.Messages("#team").Where(message => message.Thread == root.Id).Select(Team.TextOf), Is.EqualTo(new[]
        {
            "@Ben is on it.",
            "✅ Resolved by @Ben: Renewed it in the vault",
        }));
        Assert.That(Team.Posts("@dana"), Is.EqualTo(new[]
        {
            "@Ben is on #1 “The deploy key expired”.",
            "@Ben resolved #1 “The deploy key expired”: Renewed it in the vault",
        }));
        Assert.That(Team.Posts("@ben"), Is.EqualTo(new[] { "✅ #1 The deploy key expired — resolved by @Ben: Renewed it in the vault" }));
        Assert.That(await Until("2026-03-12 00:00", "@ben", NewYork), Is.Empty);
    }

    [Test]
    public async Task Both_clocks_name_the_day_unless_it_is_the_readers_today()
    {
        await Team.Says("ben", "dm", "online away until 10 march");

        Assert.That((await Team.Says("dana", "#team", Raised)).Text, Does.Contain(
            "@Ben is away until Tue 10 Mar 2026, 09:00 America/New_York, for you Tue 10 Mar 2026, 18:30 Asia/Kolkata (in "));
    }
}
