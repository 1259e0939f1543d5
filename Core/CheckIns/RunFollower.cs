using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What was answered in a run goes with it.</summary>
public sealed class RunFollower : IFollow<Run>
{
    public Task Changed(Turn turn, Run? before, Run? after)
    {
        if (after is null && before is not null)
            turn.Schedule($"{before.Subject} clear {turn.Id}", turn.Now, new ClearRun(before), before.Subject);
        return Task.CompletedTask;
    }
}

/// <summary>Removes what belongs to a run that is gone, a part at a time.</summary>
public sealed record ClearRun(Run Run) : IJob
{
    private const int AtOnce = 100;

    public sealed class Handler : IJobHandler<ClearRun>
    {
        public async Task Run(ClearRun job, Turn turn)
        {
            var run = job.Run;
            var entries = await turn.Query(Entry.Type, new Slice("run", run.Id, Take: AtOnce));
            foreach (var entry in entries)
                turn.Delete(Entry.Type, entry);
            if (entries.Count == AtOnce)
            {
                turn.Schedule($"{run.Subject} clear behind {entries[AtOnce - 1].Value.Slot}", turn.Now, job, run.Subject);
                return;
            }

            foreach (var tally in await turn.Query(Tally.Type, new Slice("run", run.Id)))
                turn.Batch.Delete(Tally.Type, Tally.Type.IdOf(tally.Value), tally.Version);

            foreach (var post in new[] { run.Root, run.Closing }.OfType<PostId>())
                turn.Update(post, run.Home, Card.Of($"What was here was removed."), isLast: true);
        }
    }
}
