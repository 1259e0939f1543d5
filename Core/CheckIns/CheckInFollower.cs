using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Has a check-in looked at anew when it was made or changed.</summary>
public sealed class CheckInFollower : IFollow<CheckIn>
{
    public Task Changed(Turn turn, CheckIn? before, CheckIn? after)
    {
        var checkIn = (after ?? before)!;

        // What the bot changes as it looks needs no other look.
        if (turn.Caller.Person != Messages.PersonId.Bot)
            CheckInPlan.Renew(turn, checkIn.Number);
        return Task.CompletedTask;
    }
}
