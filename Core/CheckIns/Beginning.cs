using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Begins a run: its message comes with the first window of somebody who is really asked, so that a holiday or a downtime makes no noise.</summary>
internal static class Beginning
{
    /// <param name="people">Whose window opens.</param>
    public static async Task<Run> Of(Turn turn, CheckIn checkIn, LocalDate date, IReadOnlyList<PersonId> people)
    {
        var stored = await turn.Find(Run.Type, Run.IdOf(checkIn.Number, date));
        var run = stored?.Value ?? New(checkIn, date, turn.Now);
        if (run.Root is null && await IsAnybodyAsked(turn, checkIn, date, people))
        {
            run = run with { Root = turn.Post(run.Home, RunText.Beginning(run), subject: run.Subject, zone: KeptOn(checkIn)), OpenedAt = turn.Now };
            if (stored is not null)
                await ShowEarlyAnswers(turn, run);
        }

        if (stored is null)
            turn.Batch.Put(Run.Type, run, Batch.New);
        else if (run != stored.Value)
            turn.Batch.Put(Run.Type, run, stored.Version);
        return run;
    }

    /// <param name="extra">Tells one that is begun by hand from the others of its date.</param>
    public static Run New(CheckIn checkIn, LocalDate date, Instant now, int extra = 0) =>
        new(checkIn.Number, date, extra, checkIn.Name, checkIn.Channel, checkIn.Questions, checkIn.Asking, null, now);

    private static DateTimeZone KeptOn(CheckIn checkIn) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(checkIn.Times.Rule.Zone) ?? DateTimeZone.Utc;

    private static async Task<bool> IsAnybodyAsked(Turn turn, CheckIn checkIn, LocalDate date, IReadOnlyList<PersonId> people)
    {
        foreach (var person in people)
        {
            var colleague = await Colleagues.Find(turn, person);
            if (checkIn.Times.On(date, await Roster.ZoneOf(turn, person)) is { } window && window.Closes > turn.Now
                && !colleague.IsGone && colleague.Hours.At(window.Opens).Reason is not (WorkReason.Absent or WorkReason.Holiday))
                return true;
        }

        return false;
    }

    private static async Task ShowEarlyAnswers(Turn turn, Run run)
    {
        foreach (var early in await CheckInBook.EntriesIn(turn, run.Id))
        {
            if (early.Value is { Answers: not null, Post: null } entry)
                turn.Batch.Put(Entry.Type, entry with { Post = AnswerText.Post(turn, run, entry) }, early.Version);
        }
    }
}
