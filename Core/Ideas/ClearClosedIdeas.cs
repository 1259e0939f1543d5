using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Removes decided ideas after the time that the admins set.</summary>
public sealed record ClearClosedIdeas : IJob
{
    private const string JobId = "clear closed ideas";

    public sealed class SettingsFollower : IFollow<WorkspaceSettings>
    {
        public Task Changed(Turn turn, WorkspaceSettings? before, WorkspaceSettings? after) =>
            Retention.Follow(turn, before, after, JobId, new ClearClosedIdeas());
    }

    public sealed class Handler : IJobHandler<ClearClosedIdeas>
    {
        public Task Run(ClearClosedIdeas job, Turn turn) => Retention.Clear(turn, Idea.Type, JobId, job);
    }
}
