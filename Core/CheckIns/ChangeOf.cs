using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Runs a change that only whoever made a check-in, or an admin, may make.</summary>
internal static class ChangeOf
{
    /// <param name="verb">As the end of “can … it”.</param>
    /// <param name="change">What it becomes; null where nothing changes.</param>
    public static async Task<Reply> CheckIn(
        Turn turn, string? name, string verb, Func<string, ICommand> again, Func<CheckIn, Task<(CheckIn? After, Reply Reply)>> change)
    {
        var meant = await CheckInBook.Named(turn, name, Example, again);
        if (meant.CheckIn is not { } stored)
            return meant.Refusal!;
        if (!await CheckInBook.MayChange(turn, stored.Value))
            return CheckInBook.NotYours(stored.Value, verb);
        var (after, reply) = await change(stored.Value);
        if (after is not null)
            turn.Change(CheckIns.CheckIn.Type, stored, after);
        return reply;

        async Task<string?> Example(CheckIn checkIn)
        {
            var isMoot = verb == (checkIn.IsActive ? "resume" : "pause") || (verb == "run" && checkIn.Members.Count == 0);
            return isMoot || !await CheckInBook.MayChange(turn, checkIn) ? null
                : verb == "change" ? Examples.OfChange(checkIn.Name)
                : $"checkin {verb} {checkIn.Name}";
        }
    }

    public static Task<Reply> CheckIn(
        Turn turn, string? name, string verb, Func<string, ICommand> again, Func<CheckIn, (CheckIn? After, Reply Reply)> change) =>
        CheckIn(turn, name, verb, again, checkIn => Task.FromResult(change(checkIn)));
}
