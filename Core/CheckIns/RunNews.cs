using System.Globalization;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Has the message of a run shown anew when something about it changed: at once where few are asked, and gathered where they are many.</summary>
internal static class RunNews
{
    /// <summary>Of so many members everything is read anew at each change.</summary>
    private const int Few = 60;

    /// <summary>Seconds in which changes are gathered where there are more.</summary>
    private const int Gathered = 30;

    /// <summary>What ended before may not go on.</summary>
    private static readonly Duration Lately = Duration.FromDays(1);

    public static void Changed(Turn turn, Run run, int members)
    {
        if (members <= Few)
        {
            turn.Schedule($"{run.Subject} show {turn.Id}", turn.Now, new ShowRun(run.Id), LaneOf(run));
            return;
        }

        // A change that is committed while the message is being made belongs to the next one.
        var at = Instant.FromUnixTimeSeconds((turn.Now.ToUnixTimeSeconds() / Gathered + 2) * Gathered);
        turn.Schedule(string.Create(CultureInfo.InvariantCulture, $"{run.Subject} show {at.ToUnixTimeSeconds()}"), at, new ShowRun(run.Id), LaneOf(run));
    }

    /// <summary>Has the runs shown anew that are open, or may be open again.</summary>
    public static async Task Renewed(Turn turn, CheckIn checkIn)
    {
        foreach (var run in (await CheckInBook.LatestRunsOf(turn, checkIn.Number)).Select(stored => stored.Value))
        {
            if (run.HasBegun && (run.IsOpen || run.ClosedAt > turn.Now - Lately))
                Changed(turn, run, checkIn.Members.Count);
        }
    }

    /// <summary>There is more to do of it than one turn does.</summary>
    public static void GoesOn(Turn turn, Run run) =>
        turn.Schedule($"{run.Subject} go on {Guid.NewGuid():N}", turn.Now, new ShowRun(run.Id), LaneOf(run));

    /// <summary>At this instant somebody's window is over.</summary>
    public static void ChangesAt(Turn turn, Run run, Instant at) => turn.Schedule(IdOf(run, at), at, new ShowRun(run.Id), LaneOf(run));

    /// <summary>Nobody is waited for, so that it is looked at again where it has not ended by then.</summary>
    public static void ShouldEndBy(Turn turn, Run run, Instant at) => turn.Schedule(IdOfEnd(run), at, new ShowRun(run.Id), LaneOf(run));

    /// <summary>It need not be looked at again.</summary>
    public static void HasEnded(Turn turn, Run run) => turn.Unschedule(IdOfEnd(run));

    /// <summary>One of the lanes in which the members of a run are asked.</summary>
    public static string LaneOf(Run run, int lane) => string.Create(CultureInfo.InvariantCulture, $"{run.Subject} {lane}");

    private static string LaneOf(Run run) => run.Subject;

    private static string IdOfEnd(Run run) => $"{run.Subject} should end";

    private static string IdOf(Run run, Instant at) => string.Create(CultureInfo.InvariantCulture, $"{run.Subject} over {at.ToUnixTimeTicks()}");
}
