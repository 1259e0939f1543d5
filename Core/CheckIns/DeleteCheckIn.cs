using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Ends a check-in for good: once it can't be taken back any more, all that was answered goes too.</summary>
[Command("checkin delete", "Delete a check-in and all its answers", Example = "checkin delete Daily")]
public sealed record DeleteCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    /// <summary>Longer than it can be taken back.</summary>
    private static readonly Duration Regret = Duration.FromMinutes(15);

    public sealed class Handler : ICommandHandler<DeleteCheckIn>
    {
        public Task<Reply> Handle(DeleteCheckIn command, Turn turn) =>
            ChangeOf.CheckIn(turn, command.Name, "delete", name => command with { Name = name }, checkIn =>
            {
                turn.Schedule($"{checkIn.Lane} clear {turn.Id}", turn.Now + Regret, new ClearCheckIn(checkIn.Number), checkIn.Lane);
                return (checkIn with { State = CheckInState.Deleted }, Reply.Say(
                    $"Deleted: {checkIn.Name}. Nobody is asked any more, and its answers go in 10 minutes."));
            });
    }
}

/// <summary>Removes everything of a check-in that was deleted, a part at a time.</summary>
public sealed record ClearCheckIn(int Number) : IJob
{
    private const int AtOnce = 100;

    public sealed class Handler : IJobHandler<ClearCheckIn>
    {
        public async Task Run(ClearCheckIn job, Turn turn)
        {
            if (await turn.Find(CheckIn.Type, CheckIn.IdOf(job.Number)) is not { Value.State: CheckInState.Deleted } checkIn)
                return;
            var runs = await CheckInBook.RunsOf(turn, job.Number, AtOnce);
            foreach (var run in runs)
                turn.Delete(CheckIns.Run.Type, run);
            if (runs.Count == AtOnce)
            {
                turn.Schedule($"{checkIn.Value.Lane} clear behind {runs[AtOnce - 1].Value.Id}", turn.Now, job, checkIn.Value.Lane);
                return;
            }

            if (await turn.Find(CheckInPlan.Type, CheckIn.IdOf(job.Number)) is { } plan)
                turn.Batch.Delete(CheckInPlan.Type, CheckIn.IdOf(job.Number), plan.Version);
            turn.Batch.Delete(CheckIn.Type, CheckIn.IdOf(job.Number), checkIn.Version);
        }
    }
}
