using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Finds, of those whose window is over and who did not answer, who was away by then or had the bot down for most of it, so that nobody is told to have
/// been silent who could not speak.
/// </summary>
public sealed record FindHindered(string Run, string? From = null) : IJob
{
    private const int AtOnce = 100;

    /// <summary>Whether somebody's window has ended unanswered since it was last looked.</summary>
    public static bool IsDue(Run run, RunState state, Instant now)
    {
        // A clock that stepped back may end a window once more.
        var since = run.LookedAt <= now ? run.LookedAt : null;
        return run.IsOpen && state.Entries.Any(entry => entry.IsWaiting && entry.Closes <= now && !(entry.Closes <= since));
    }

    /// <summary>The run of which it is looked now; it is shown again once that is done.</summary>
    public static Run Begin(Turn turn, Run run)
    {
        Schedule(turn, new FindHindered(run.Id));
        return run with { LookedAt = turn.Now };
    }

    private static void Schedule(Turn turn, FindHindered job)
    {
        var lane = CheckIns.Run.SubjectOf(job.Run);
        turn.Schedule($"{lane} hindered {turn.Id}", turn.Now, job, lane);
    }

    public sealed class Handler(Uptime uptime) : IJobHandler<FindHindered>
    {
        public async Task Run(FindHindered job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: var run })
                return;
            var part = await turn.Query(Entry.Type, new Slice("run", job.Run, From: job.From, Take: AtOnce));
            foreach (var stored in part.Where(stored => stored.Value.IsWaiting && stored.Value.Closes <= turn.Now))
            {
                if (ReckonAway.AtEnd(stored.Value, await Colleagues.Find(turn, stored.Value.Person), turn.Now) is { } away)
                    turn.Change(Entry.Type, stored, away);
                else if (Downtimes.DuringMostOf(uptime, stored.Value) is { } down)
                    turn.Change(Entry.Type, stored, Hindered(stored.Value, down, turn.Now));
            }

            if (part.Count == AtOnce)
                Schedule(turn, job with { From = part[^1].Value.Slot + "\u0002" });
            else
                RunNews.GoesOn(turn, run);
        }

        private static Entry Hindered(Entry entry, Downtime down, Instant now) =>
            entry.After(new Happening(now, Deed.Hindered, PersonId.Bot, Down: down)) with { State = EntryState.Hindered };
    }
}
