using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Has a check-in looked at anew when it was made or changed, and all that belongs to it removed when it is gone.</summary>
public sealed class CheckInFollower : IFollow<CheckIn>
{
    public async Task Changed(Turn turn, CheckIn? before, CheckIn? after)
    {
        var checkIn = (after ?? before)!;
        await CheckInName.Follow(turn, before, after);

        // What the bot changes as it looks needs no other look.
        if (turn.Caller.Person != Messages.PersonId.Bot)
            CheckInPlan.Renew(turn, checkIn.Number);
        var (was, isNow) = (before?.State == CheckInState.Deleted, after is null || after.State == CheckInState.Deleted);
        if (was)
            turn.Unschedule(ClearCheckIn.IdOf(checkIn));
        if (isNow && (!was || after is null))
        {
            var at = after is null ? turn.Now : turn.Now + DeleteCheckIn.Regret;
            var undone = after is null ? new Undone(checkIn, turn.Caller.Person) : null;
            turn.Schedule(ClearCheckIn.IdOf(checkIn), at, new ClearCheckIn(checkIn.Number, checkIn.Name, undone), checkIn.Lane);
        }
    }
}
