using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Removes decided ideas after the time that the admins set, once a day while one is set.</summary>
public sealed record ClearClosedIdeas : IJob
{
    private const string JobId = "clear closed ideas";
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
                turn.Schedule(JobId, turn.Now + Duration.FromDays(1), new ClearClosedIdeas());
            return Task.CompletedTask;
        }
    }

    public sealed class Handler : IJobHandler<ClearClosedIdeas>
    {
        public async Task Run(ClearClosedIdeas job, Turn turn)
        {
            if ((await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value.KeepClosedDays is not { } days)
                return;
            var old = await turn.Query(Idea.Type, new Slice("closed", "", To: SortKey.Of(turn.Now - Duration.FromDays(days)), Take: AtOnce));
            foreach (var idea in old)
                turn.Delete(Idea.Type, idea);
            turn.Schedule(JobId, old.Count == AtOnce ? turn.Now : turn.Now + Duration.FromDays(1), job);
        }
    }
}
