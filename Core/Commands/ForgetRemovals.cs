using AsyncBot.Core.Jobs;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Clears away what kept a removed text from being delivered.</summary>
public sealed class ForgetRemovals : IJobHandler<ForgetRemoval>
{
    public async Task Run(ForgetRemoval job, Turn turn)
    {
        if (await turn.Find(RemovedText.Type, job.Item) is { } removed)
            turn.Batch.Delete(RemovedText.Type, job.Item, removed.Version);
    }
}
