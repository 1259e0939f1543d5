using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Has a check-in looked at when a window opens, and waits for the one after. It does so little that it can't fail, so that a look that was given up on
/// ends nothing: the next one finds what it left.
/// </summary>
public sealed record WakeUp(int Number) : IJob
{
    public sealed class Handler : IJobHandler<WakeUp>
    {
        public async Task Run(WakeUp job, Turn turn)
        {
            if (await CheckInBook.Find(turn, job.Number) is not { Value: { IsActive: true } checkIn })
                return;
            turn.Schedule($"{checkIn.Lane} at {turn.Now.ToUnixTimeTicks()}", turn.Now, new OpenWindows(job.Number), checkIn.Lane);
            var plan = await turn.Find(CheckInPlan.Type, CheckIn.IdOf(job.Number));
            CheckInPlan.Await(turn, checkIn, checkIn.NextOf(plan?.Value.Zones?.Keys ?? [], turn.Now));
        }
    }
}
