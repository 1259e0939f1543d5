using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Records of those whose window is over and who did not answer whether they were away by then, had the bot down for most of it, or gave no answer, so
/// that nobody is told to have been silent who could not speak. What asked them says that it is over, and offers no more what comes too late.
/// </summary>
public sealed record EndWindows(string Run, string? From = null) : IJob
{
    private const int AtOnce = 100;

    /// <summary>Whether somebody's window has ended unanswered, and nobody has looked at that.</summary>
    public static bool IsDue(RunState state, Instant now) => state.Entries.Any(entry => IsToEnd(entry, now));

    /// <summary>Has it looked at; the run is shown again once that is done.</summary>
    public static void Begin(Turn turn, Run run) => Schedule(turn, new EndWindows(run.Id));

    private static bool IsToEnd(Entry entry, Instant now) =>
        entry.Closes <= now && entry.IsUnanswered && entry.Ledger.All(happened => happened.What != Deed.Ended);

    private static void Schedule(Turn turn, EndWindows job)
    {
        var lane = CheckIns.Run.SubjectOf(job.Run);
        turn.Schedule($"{lane} end {turn.Id}", turn.Now, job, lane);
    }

    public sealed class Handler(Uptime uptime) : IJobHandler<EndWindows>
    {
        public async Task Run(EndWindows job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: var run })
                return;
            var part = await turn.Query(Entry.Type, new Slice("run", job.Run, From: job.From, Take: AtOnce));
            foreach (var stored in part.Where(stored => IsToEnd(stored.Value, turn.Now)))
            {
                var entry = stored.Value.IsWaiting ? await Unanswered(turn, stored.Value) : stored.Value;
                entry = entry.After(new Happening(turn.Now, Deed.Ended, PersonId.Bot));
                turn.Change(Entry.Type, stored, entry);
                await Prompt.End(turn, run, entry);
            }

            if (part.Count == AtOnce)
                Schedule(turn, job with { From = part[^1].Value.Slot + "\u0002" });
            else
                RunNews.GoesOn(turn, run);
        }

        /// <summary>How they stand to it who owed an answer until now.</summary>
        private async Task<Entry> Unanswered(Turn turn, Entry entry)
        {
            if (ReckonAway.AtEnd(entry, await Colleagues.Find(turn, entry.Person), turn.Now) is { } away)
                return away;
            return Downtimes.DuringMostOf(uptime, entry) is { } down
                ? entry.After(new Happening(turn.Now, Deed.Hindered, PersonId.Bot, Down: down)) with { State = EntryState.Hindered }
                : entry;
        }
    }
}
