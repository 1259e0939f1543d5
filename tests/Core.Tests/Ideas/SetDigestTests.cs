using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>The clock starts on Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class SetDigestTests
{
    private Team _team = null!;

    [SetUp]
    public async Task An_idea_to_decide()
    {
        _team = await Team.Open();
        await _team.Says("ana", "#team", "idea add Rotate the demo host");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_is_read_back_with_its_next_times()
    {
        var answer = await _team.Says("ana", "#team", "idea digest every monday at 9:30");

        Assert.That(answer.Text, Does.StartWith(
            "The digest of #team comes every Monday at 09:30 Europe/Lisbon. Next: Mon 2 Mar 2026, 09:30 Europe/Lisbon (in 30 min). Then: Mon 9 Mar 2026, 09:30 Europe/Lisbon"));
    }

    [Test]
    public async Task It_comes_on_its_days_at_the_same_wall_time_across_the_change_of_clocks()
    {
        await _team.Says("ana", "#team", "idea digest every monday and thursday at 9:30");
        var times = new List<Instant>();
        var seen = Digests.Count;
        var end = Instant.FromUtc(2026, 4, 7, 0, 0);
        while (await _team.NextDue() is { } due && due < end)
        {
            await _team.ClockTo(due);
            if (Digests.Count > seen)
                times.Add(due);
            seen = Digests.Count;
        }

        Assert.That(times, Is.EqualTo(new[]
        {
            Instant.FromUtc(2026, 3, 2, 9, 30), Instant.FromUtc(2026, 3, 5, 9, 30), Instant.FromUtc(2026, 3, 9, 9, 30), Instant.FromUtc(2026, 3, 12, 9, 30),
            Instant.FromUtc(2026, 3, 16, 9, 30), Instant.FromUtc(2026, 3, 19, 9, 30), Instant.FromUtc(2026, 3, 23, 9, 30), Instant.FromUtc(2026, 3, 26, 9, 30),
            Instant.FromUtc(2026, 3, 30, 8, 30), Instant.FromUtc(2026, 4, 2, 8, 30), Instant.FromUtc(2026, 4, 6, 8, 30),
        }));
    }

    [Test]
    public async Task It_has_the_oldest_the_most_wanted_and_what_may_be_the_same()
    {
        foreach (var text in new[] { "Buy coffee", "Paint the wall", "Move the retro", "Rotating the demo hosts" })
            await _team.Says("ben", "#team", "idea add " + text);
        await _team.Says("emi", "#team", "idea vote 4");
        await _team.Says("dana", "#team", "idea vote 4");
        await _team.Says("dana", "#team", "idea vote 2");
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        await _team.Advance(Duration.FromHours(1));

        Assert.That(Digests[0].Split('\n'), Is.EqualTo(new[]
        {
            "💡 Ideas to decide",
            "Waiting longest:",
            "#1 Rotate the demo host — @Ana, no votes yet, 1 h ago",
            "#2 Buy coffee — @Ben, 1 vote, 1 h ago",
            "#3 Paint the wall — @Ben, no votes yet, 1 h ago",
            "Most wanted:",
            "#4 Move the retro — @Ben, 2 votes, 1 h ago",
            "#2 Buy coffee — @Ben, 1 vote, 1 h ago",
            "Perhaps the same:",
            "#5 “Rotating the demo hosts” and #1 “Rotate the demo host”",
        }));
        await _team.Presses("emi", _team.LastPost("#team"), "Merge");
        Assert.That((await _team.Says("emi", "#team", "idea show 5")).Text, Does.Contain("State: merged"));
    }

    [Test]
    public async Task Private_ideas_and_those_of_other_channels_are_not_in_it()
    {
        await _team.Says("ana", "#oncall", "idea add Secret plan");
        await _team.Says("ana", "dm", "idea add Secret wish");
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        await _team.Advance(Duration.FromHours(1));

        Assert.That(Digests.Single(), Does.Not.Contain("Secret"));
    }

    [Test]
    public async Task Where_everything_is_decided_it_says_so()
    {
        await _team.Says("ana", "#team", "idea done 1");
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        await _team.Advance(Duration.FromHours(1));

        Assert.That(_team.Posts("#team")[^1], Does.StartWith("💡 Every idea here is decided."));
    }

    [Test]
    public async Task A_changed_digest_comes_at_its_new_time_only()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        await _team.Says("ana", "#team", "idea digest every tuesday at 10:00");
        await _team.ClockTo(Instant.FromUtc(2026, 3, 3, 9, 59));
        Assert.That(Digests, Is.Empty);

        await _team.ClockTo(Instant.FromUtc(2026, 3, 9, 23, 0));
        Assert.That(Digests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Off_ends_it_and_Undo_brings_it_back()
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var off = await _team.Says("ana", "#team", "idea digest off");
        Assert.That(off.Text, Does.StartWith("The digest of #team is off; it came every Monday at 09:30 Europe/Lisbon."));

        await _team.Presses("ana", off, "Undo");
        await _team.Advance(Duration.FromHours(1));
        Assert.That(Digests, Has.Count.EqualTo(1));

        await _team.Says("ana", "#team", "idea digest OFF");
        await _team.Advance(Duration.FromDays(15));
        Assert.That(Digests, Has.Count.EqualTo(1));
        Assert.That((await _team.Says("ana", "#team", "idea digest off")).IsRefused);
    }

    [Test]
    public async Task After_a_downtime_it_comes_once_and_then_at_its_time_again()
    {
        await _team.Says("ana", "#team", "idea digest every day at 9:30");
        _team.Sleeps(Duration.FromDays(5));
        await _team.Restart();
        await _team.Settle();
        Assert.That(Digests, Has.Count.EqualTo(1));

        await _team.ClockTo(Instant.FromUtc(2026, 3, 7, 9, 29));
        Assert.That(Digests, Has.Count.EqualTo(1));
        await _team.ClockTo(Instant.FromUtc(2026, 3, 7, 9, 30));
        Assert.That(Digests, Has.Count.EqualTo(2));
    }

    [TestCase("idea digest every day at 8")]
    [TestCase("idea digest off")]
    public async Task Only_who_set_it_up_or_an_admin_changes_it(string line)
    {
        await _team.Says("ana", "#team", "idea digest every monday at 9:30");
        var refused = await _team.Says("ben", "#team", line);

        Assert.That(refused.IsRefused);
        Assert.That(refused.Text, Is.EqualTo("@Ana set up the digest of #team; only they or an admin can change it, and async settings names the admins."));
        Assert.That((await _team.Says("ben", "#team", "idea digest")).Text, Does.Contain("every Monday at 09:30"));
        Assert.That((await _team.Says("sam", "#team", line)).IsRefused, Is.False);
    }

    [TestCase("idea digest sometimes", "Try: idea digest every")]
    [TestCase("idea digest every blue moon", "Try: idea digest every")]
    [TestCase("idea digest every day at 25:00", "“25:00” is not a time of day")]
    public async Task What_is_no_schedule_is_refused_with_an_example(string line, string said)
    {
        var answer = await _team.Says("ana", "#team", line);

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain(said));
    }

    [Test]
    public async Task It_belongs_to_a_channel_which_may_be_named()
    {
        Assert.That((await _team.Says("ana", "dm", "idea digest every monday at 9:30")).Text, Does.StartWith("A digest belongs to a channel."));
        await _team.Says("ana", "dm", "idea digest every monday at 9:30 in #team");
        await _team.Advance(Duration.FromHours(1));

        Assert.That(Digests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task In_an_archived_channel_it_stays_quiet_and_goes_on_later()
    {
        await _team.Says("ana", "#team", "idea digest every day at 9:30");
        _team.Directory.Change("#team", channel => channel with { IsArchived = true });
        await _team.Advance(Duration.FromHours(1));
        Assert.That(Digests, Is.Empty);

        _team.Directory.Change("#team", channel => channel with { IsArchived = false });
        await _team.Advance(Duration.FromDays(1));
        Assert.That(Digests, Has.Count.EqualTo(1));
    }

    private IReadOnlyList<string> Digests => [.. _team.Posts("#team").Where(post => post.StartsWith("💡 Ideas to decide", StringComparison.Ordinal))];
}
