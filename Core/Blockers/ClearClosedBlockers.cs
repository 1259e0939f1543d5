using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Removes resolved blockers after the time that the admins set.</summary>
public sealed record ClearClosedBlockers : IJob
{
    private const string JobId = "clear closed blockers";

    public sealed class SettingsFollower : IFollow<WorkspaceSettings>
    {
        public Task Changed(Turn turn, WorkspaceSettings? before, WorkspaceSettings? after) =>
            Retention.Follow(turn, before, after, JobId, new ClearClosedBlockers());
    }

    public sealed class Handler : IJobHandler<ClearClosedBlockers>
    {
        public Task Run(ClearClosedBlockers job, Turn turn) => Retention.Clear(turn, Blocker.Type, JobId, job);
    }
}
