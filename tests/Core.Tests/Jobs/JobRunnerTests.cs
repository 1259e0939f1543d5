using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Jobs;

public sealed class JobRunnerTests
{
    private Switchboard _switchboard = null!;
    private Team _team = null!;

    [SetUp]
    public async Task Open()
    {
        _switchboard = new Switchboard();
        _team = await Team.Open(new TeamOptions { Features = features => features.Job<Ring, Ring.Handler>("ring"), Parts = [_switchboard] });
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task A_job_runs_at_its_time_and_once()
    {
        await Schedule("ring 1", Duration.FromHours(1));
        await _team.Advance(Duration.FromMinutes(59));
        Assert.That(_team.Posts("#team"), Is.Empty);

        await _team.Advance(Duration.FromDays(1));
        Assert.That(_team.Posts("#team"), Is.EqualTo(new[] { "Ring 1" }));
        Assert.That(await _team.NextDue(), Is.Null);
    }

    [Test]
    public async Task Jobs_run_in_the_order_in_which_they_are_due()
    {
        foreach (var hours in new[] { 5, 1, 3, 2, 4 })
            await Schedule($"ring {hours}", Duration.FromHours(hours));
        await _team.Advance(Duration.FromDays(1));

        Assert.That(_switchboard.Ran, Is.EqualTo(new[] { "ring 1", "ring 2", "ring 3", "ring 4", "ring 5" }));
    }

    [Test]
    public async Task In_a_lane_one_goes_after_the_other_and_a_failure_stops_none()
    {
        _switchboard.Failures = 1;
        for (var ring = 1; ring <= 20; ring++)
            await Schedule($"ring {ring}", Duration.FromMinutes(ring), "bells");
        _team.Sleeps(Duration.FromHours(1));
        await _team.Settle();

        Assert.That(_switchboard.Most, Is.EqualTo(1));
        Assert.That(_switchboard.Ran, Is.EqualTo(Enumerable.Range(1, 20).Select(ring => $"ring {ring}")));
        await _team.Advance(Duration.FromMinutes(1));
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(20));
    }

    [Test]
    public async Task The_same_job_twice_is_one()
    {
        await Schedule("ring 1", Duration.FromHours(1));
        await Schedule("ring 1", Duration.FromHours(2));
        await _team.Advance(Duration.FromDays(1));

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_job_that_fails_is_tried_again_later_and_later_and_leaves_nothing_half_done()
    {
        _switchboard.Failures = 3;
        await Schedule("ring 1", Duration.Zero);
        await _team.Settle();
        Assert.That(_team.Posts("#team"), Is.Empty);

        await _team.Advance(Duration.FromSeconds(2 + 4 + 8));
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That(_switchboard.Ran, Has.Count.EqualTo(4));
        Assert.That(_team.Log.Failures.Select(entry => entry.What), Is.EqualTo(new[] { "ring", "ring", "ring" }));
    }

    [Test]
    public async Task At_last_it_is_parked_where_an_admin_sees_it()
    {
        _switchboard.Failures = 100;
        await Schedule("ring 1", Duration.Zero);
        await _team.Advance(Duration.FromDays(1));

        Assert.That(_switchboard.Ran, Has.Count.EqualTo(8));
        var list = await _team.Says("sam", "#team", "async undelivered");
        Assert.That(list.Text, Does.Contain("Job ring 1 of Mon 2 Mar 2026").And.Contain("InvalidOperationException (8 attempts)").And.Not.Contain("Secret"));
        await _team.Presses("sam", list, "Let go");
        Assert.That((await _team.Says("sam", "#team", "async undelivered")).Text, Is.EqualTo("Everything was delivered and done."));
    }

    [Test]
    public async Task Killed_before_it_ran_it_runs_after_the_restart()
    {
        await Schedule("ring 1", Duration.FromHours(1));
        _team.Sleeps(Duration.FromDays(1));
        await _team.Restart();
        await _team.Settle();

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Killed_before_its_commit_it_runs_again_and_posts_once()
    {
        await Schedule("ring 1", Duration.Zero);
        _team.Store.BeforeCommit = _ => throw new OperationCanceledException("The process was killed.");
        foreach (var run in await _team.Runner.Start(_team.Clock.GetCurrentInstant(), CancellationToken.None))
            await Assert.ThatAsync(() => run, Throws.InstanceOf<OperationCanceledException>());
        await _team.Restart();
        await _team.Settle();

        Assert.That(_switchboard.Ran, Has.Count.EqualTo(2));
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Whoever_lost_the_lease_changes_nothing()
    {
        await Schedule("ring 1", Duration.Zero);
        var taken = false;
        _team.Store.BeforeCommit = async _ =>
        {
            if (taken)
                return;
            taken = true;
            _team.LeaseTime.Pass(Duration.FromMinutes(3));
            await _team.RunJobs();
        };
        await _team.RunJobs();
        await _team.Settle();

        Assert.That(_switchboard.Ran, Has.Count.EqualTo(2));
        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
        Assert.That(_team.Log.Entries, Has.Some.Property("Outcome").EqualTo("taken over by another"));
        Assert.That(_team.Log.Failures, Is.Empty);
    }

    [Test]
    public async Task A_conflict_runs_it_again_on_fresh_reads()
    {
        await Schedule("ring 1", Duration.Zero);
        var conflicts = 2;
        _team.Store.BeforeCommit = _ => conflicts-- > 0 ? throw new ConflictException("idea 1") : Task.CompletedTask;
        await _team.Settle();

        Assert.That(_team.Posts("#team"), Has.Count.EqualTo(1));
    }

    private async Task Schedule(string id, Duration after, string lane = "")
    {
        var batch = new Batch(Team.Workspace, "test");
        batch.Enqueue(Queues.Jobs, id, lane, _team.Clock.GetCurrentInstant() + after, new Ring(id));
        await _team.Store.Commit(batch, CancellationToken.None);
    }

    public sealed class Switchboard
    {
        private int _running;

        public int Failures { get; set; }

        public List<string> Ran { get; } = [];

        /// <summary>How many ran at once at most.</summary>
        public int Most { get; private set; }

        public async Task Enter(string id)
        {
            Ran.Add(id);
            Most = Math.Max(Most, Interlocked.Increment(ref _running));
            await Task.Delay(5);
            Interlocked.Decrement(ref _running);
        }
    }

    public sealed record Ring(string Id) : IJob
    {
        public sealed class Handler(Switchboard switchboard) : IJobHandler<Ring>
        {
            public async Task Run(Ring job, Turn turn)
            {
                await switchboard.Enter(job.Id);
                turn.Post(Team.Place("#team"), Card.Of($"{char.ToUpperInvariant(job.Id[0]) + job.Id[1..]}"));
                if (switchboard.Failures-- > 0)
                    throw new InvalidOperationException("Secret detail");
            }
        }
    }
}
