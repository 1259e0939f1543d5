using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Clears one kind of expired documents.</summary>
public sealed record Sweep(string Kind, string Bucket, int Round = 1) : IJob
{
    private const int AtOnce = 500;

    public sealed class Handler(ExpiryCatalog expiries) : IJobHandler<Sweep>
    {
        public async Task Run(Sweep job, Turn turn)
        {
            if (await expiries.Clear(turn, job.Kind, job.Bucket, AtOnce) == AtOnce)
                turn.Schedule($"sweep {job.Kind} {job.Bucket} again {job.Round + 1}", turn.Now, job with { Round = job.Round + 1 });
        }
    }
}
