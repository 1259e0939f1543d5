using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Begins a run: its message comes with the first who is really asked, so that a holiday or a downtime makes no noise.</summary>
internal static class Beginning
{
    /// <summary>The run of a date, with its questions as they are when its first window opens.</summary>
    public static async Task<Run> Of(Turn turn, CheckIn checkIn, LocalDate date)
    {
        var stored = await turn.Find(Run.Type, Run.IdOf(checkIn.Number, date));
        var run = stored?.Value ?? New(checkIn, date, turn.Now);
        if (!run.HasBegun)
        {
            run = AsNow(checkIn, run) with { BegunAt = turn.Now };
            turn.Batch.Put(Run.Type, run, stored?.Version ?? Batch.New);
        }

        return run;
    }

    /// <summary>What is still to begin asks what the check-in asks.</summary>
    public static Run AsNow(CheckIn checkIn, Run run) =>
        run.HasBegun ? run : run with { Name = checkIn.Name, Asking = checkIn.Asking, Questions = checkIn.Questions };

    /// <param name="extra">Tells one that is begun by hand from the others of its date.</param>
    public static Run New(CheckIn checkIn, LocalDate date, Instant now, int extra = 0) =>
        new(checkIn.Number, date, extra, checkIn.Name, checkIn.Channel, checkIn.Questions, checkIn.Asking, null, now);

    /// <summary>The run with its message in the channel.</summary>
    public static Run Posted(Turn turn, CheckIn checkIn, Run run) => run with
    {
        Root = turn.Post(run.Home, RunText.Beginning(run), subject: run.Subject, zone: ClockOf(checkIn)),
        OpenedAt = turn.Now,
    };

    /// <summary>The clock of those who have none of their own in it.</summary>
    public static DateTimeZone ClockOf(CheckIn? checkIn) =>
        (checkIn is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(checkIn.Times.Rule.Zone)) ?? DateTimeZone.Utc;
}
