using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Keeps a run equal to who is away: whoever goes away after they were asked is not waited for, and whoever was not asked because of an absence, or a day
/// off, that is taken back is asked.
/// </summary>
public sealed record ReckonAway(string Run, string? From = null) : IJob
{
    private const int AtOnce = 100;

    public static void Soon(Turn turn, Run run) => Schedule(turn, run.Subject, new ReckonAway(run.Id));

    /// <summary>Has whoever was not asked because they were away asked when they are back, if what they missed is open still.</summary>
    public static void WhenBack(Turn turn, Entry entry, WorkState work)
    {
        var lane = CheckIns.Run.SubjectOf(entry.Run);
        if (!entry.WasAsked && work.Until is { } back && back < entry.Closes)
            turn.Schedule(string.Create(CultureInfo.InvariantCulture, $"{lane} back {back.ToUnixTimeTicks()}"), back, new ReckonAway(entry.Run), lane);
    }

    private static void Schedule(Turn turn, string lane, ReckonAway job) => turn.Schedule($"{lane} away {turn.Id}", turn.Now, job, lane);

    /// <summary>What somebody’s part in a run becomes; null where it stays as it is.</summary>
    public static Entry? Of(Entry entry, Colleague person, Instant now)
    {
        if (entry.Answers is not null || now >= entry.Closes)
            return null;
        var work = person.Hours.At(Instant.Max(now, entry.Opens));
        var isAway = work.Reason is WorkReason.Absent or WorkReason.Holiday && (!entry.WasAsked || !IsBackIn(entry, work));
        return (entry.State, isAway) switch
        {
            (EntryState.Asked, true) => Gone(entry, work, now),
            (EntryState.Away or EntryState.DayOff, false) when entry.WasAsked =>
                entry.After(new Happening(now, Deed.CameBack, PersonId.Bot)) with { State = EntryState.Asked },
            (EntryState.Away or EntryState.DayOff, false) => entry with { State = EntryState.Unasked },
            _ => null,
        };
    }

    /// <summary>
    /// The same of somebody who was asked and has not answered, once their window is over: whoever was away at its end is not told to have been silent,
    /// whenever that began.
    /// </summary>
    public static Entry? AtEnd(Entry entry, Colleague person, Instant now) =>
        person.Hours.At(entry.Closes - Duration.Epsilon) is { Reason: WorkReason.Absent or WorkReason.Holiday } work ? Gone(entry, work, now) : null;

    /// <summary>When somebody who is away comes back to what is open still; null where they are here, or do not.</summary>
    public static Instant? BackAt(Entry entry, Colleague person, Instant now) =>
        person.Hours.At(now) is { Reason: WorkReason.Absent or WorkReason.Holiday } work && IsBackIn(entry, work) ? work.Until : null;

    private static Entry Gone(Entry entry, WorkState work, Instant now) => entry.After(new Happening(now, Deed.WentAway, PersonId.Bot, work.Until)) with
    {
        State = work.Reason == WorkReason.Absent ? EntryState.Away : EntryState.DayOff,
    };

    private static bool IsBackIn(Entry entry, WorkState work) => work.Until < entry.Closes;

    public sealed class Handler : IJobHandler<ReckonAway>
    {
        public async Task Run(ReckonAway job, Turn turn)
        {
            var part = await turn.Query(Entry.Type, new Slice("run", job.Run, From: job.From, Take: AtOnce));
            foreach (var stored in part.Where(stored => stored.Value.Person != PersonId.Former))
            {
                var them = await Colleagues.Find(turn, stored.Value.Person);
                if (Of(stored.Value, them, turn.Now) is { } after)
                    turn.Change(Entry.Type, stored, after);
                else if (stored.Value is { Answers: null, State: EntryState.Away or EntryState.DayOff })
                    WhenBack(turn, stored.Value, them.Hours.At(turn.Now));
            }

            if (part.Count == AtOnce)
                Schedule(turn, CheckIns.Run.SubjectOf(job.Run), job with { From = part[^1].Value.Slot + "\u0002" });
        }
    }
}
