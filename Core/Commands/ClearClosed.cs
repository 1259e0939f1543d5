using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Removes what has been closed for as long as the admins set, once a day while they set one.</summary>
public sealed record ClearClosed : IJob
{
    private const string JobId = "clear closed";
    private const int AtOnce = 200;

    /// <summary>Starts or stops clearing with the setting.</summary>
    public sealed class SettingsFollower : IFollow<WorkspaceSettings>
    {
        public Task Changed(Turn turn, WorkspaceSettings? before, WorkspaceSettings? after)
        {
            if (before?.KeepClosedDays == after?.KeepClosedDays)
                return Task.CompletedTask;
            turn.Unschedule(JobId);
            if (after?.KeepClosedDays is not null)
                turn.Schedule(JobId, turn.Now + Duration.FromDays(1), new ClearClosed());
            return Task.CompletedTask;
        }
    }

    public sealed class Handler(ClosingCatalog kinds) : IJobHandler<ClearClosed>
    {
        public async Task Run(ClearClosed job, Turn turn)
        {
            if ((await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value.KeepClosedDays is not { } days)
                return;
            var isMore = await kinds.Clear(turn, turn.Now - Duration.FromDays(days), AtOnce);
            turn.Schedule(JobId, isMore ? turn.Now : turn.Now + Duration.FromDays(1), job);
        }
    }
}
