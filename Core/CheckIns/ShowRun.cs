using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Shows a run in its channel as it stands now: with the answers that came before its message did, ended when nobody is left who could answer in time,
/// and open again where somebody is.
/// </summary>
public sealed record ShowRun(string Run) : IJob
{
    /// <summary>As many entries are changed in one turn; the rest in the next.</summary>
    private const int AtOnce = 100;

    /// <summary>After this time it is looked whether those were asked now who had not been.</summary>
    private static readonly Duration Again = Duration.FromMinutes(30);

    public sealed class Handler : IJobHandler<ShowRun>
    {
        public async Task Run(ShowRun job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: { HasBegun: true } before } stored)
                return;
            var checkIn = (await CheckInBook.Find(turn, before.CheckIn))?.Value;
            var state = await RunStates.Of(turn, before, checkIn);
            var run = await Lost.PostAnew(turn, checkIn, before);
            if (run.Root is null && checkIn is not null && state.IsToShow(turn.Now))
                run = Beginning.Posted(turn, checkIn, run);
            if (!await PostAnswers(turn, run, state, isAnew: before.Root is not null && run.Root != before.Root))
            {
                if (EndWindows.IsDue(state, turn.Now))
                    EndWindows.Begin(turn, run);
                else
                    run = await Ended(turn, run, state, checkIn);
            }

            if (!run.IsOpen)
                run = run with { Turnout = new Turnout((state with { IsOpen = false }).Asked, state.Answered.Count) };
            if (run != before)
                turn.Change(CheckIns.Run.Type, stored, run);
            if (run.Root is { } root)
                turn.Update(root, run.Home, RunText.Live(run, state with { IsOpen = run.IsOpen }));
            if (run.IsOpen)
                LookAgain(turn, run, state);
        }

        /// <summary>
        /// Has those asked who were overlooked, and the run looked at again when the next window is over, and the last, because a clock that stepped back
        /// comes there once more; and after a while where all are, because it should have ended.
        /// </summary>
        private static void LookAgain(Turn turn, Run run, RunState state)
        {
            var overlooked = state.Windows.Where(each => each.Window.Opens + OpenWindows.Patience <= turn.Now).Select(each => each.Person).ToList();
            if (overlooked.Count > 0)
            {
                AskSome.Begin(turn, run, overlooked);
                RunNews.ChangesAt(turn, run, turn.Now + Again);
            }

            var ends = state.Windows.Select(each => each.Window.Closes)
                .Concat(state.Entries.Where(entry => entry.IsWaiting && entry.Closes > turn.Now).Select(entry => entry.Closes)).ToList();
            if (ends.Count > 0)
                RunNews.ChangesAt(turn, run, ends.Min());
            else
                RunNews.ShouldEndBy(turn, run, turn.Now + Again);
            if (ends.Count > 1)
                RunNews.ChangesAt(turn, run, ends.Max());
        }

        /// <summary>The run open or closed, as it should be.</summary>
        private static async Task<Run> Ended(Turn turn, Run run, RunState state, CheckIn? checkIn)
        {
            var isOver = state.IsComplete || checkIn is null;
            if (!run.IsOpen && !isOver)
            {
                if (run.Closing is { } line)
                    turn.Update(line, run.Home, RunText.OpenAgain());
                return run with { ClosedAt = null, Turnout = null };
            }

            if (!isOver || (run.IsOpen && await FindUnreached(turn, run, state)))
                return run;
            state = state with { IsOpen = false };

            // Of those who share nothing it is told only now that they were asked.
            if (run.Root is null && checkIn is not null && state.Asked > 0)
                run = Beginning.Posted(turn, checkIn, run);
            if (run.Root is not null && (checkIn is not null || run.Closing is not null))
                run = WithLine(turn, run, state, Beginning.ClockOf(checkIn));
            if (run.IsOpen)
                RunNews.HasEnded(turn, run);
            return run with { ClosedAt = run.ClosedAt ?? turn.Now };
        }

        /// <summary>The run with the line that ends it, which stays equal to what was answered; where it ended before, in place of the one that did.</summary>
        private static Run WithLine(Turn turn, Run run, RunState state, DateTimeZone clock)
        {
            var quoted = RunText.Quoted(state);
            if (run.Closing is { } line && (!run.IsOpen || quoted.All((run.Quoted ?? []).Contains)))
            {
                turn.Update(line, run.Home, RunText.Closing(run, state, run.Quoted ?? [], clock));
                return run;
            }

            var ending = turn.Post(run.Home, RunText.Closing(run, state, quoted, clock), quotes: quoted, threadOf: run.Root);
            return run with { Closing = ending, Quoted = quoted };
        }

        /// <summary>Shows what was answered before there was a thread to show it in.</summary>
        /// <param name="isAnew">Whether those that were given up on together with the message of the run are shown anew, too.</param>
        /// <returns>Whether there is more of it, so that this turn does nothing else.</returns>
        private static async Task<bool> PostAnswers(Turn turn, Run run, RunState state, bool isAnew)
        {
            if (run.Root is null)
                return false;
            var unposted = new List<Entry>();
            foreach (var entry in state.Entries.Where(entry => entry.Answers is not null && entry.Person != PersonId.Former))
            {
                if (entry.Post is not { } post || (isAnew && await Lost.Is(turn, post)))
                    unposted.Add(entry);
            }

            foreach (var entry in unposted.Take(AtOnce))
            {
                if (await turn.Find(Entry.Type, Entry.IdOf(run.Id, entry.Slot)) is { Value: { Answers: not null } now } stored && now.Post == entry.Post)
                {
                    if (now.Post is { } lost)
                        turn.Batch.Cancel(Queues.Outbox, lost.Value);
                    turn.Batch.Put(Entry.Type, now with { Post = AnswerText.Post(turn, run, now) }, stored.Version);
                }
            }

            if (unposted.Count <= AtOnce)
                return false;
            RunNews.GoesOn(turn, run);
            return true;
        }

        /// <summary>Nobody is named for a question that did not reach them.</summary>
        /// <returns>Whether somebody was found, so that the run is looked at again before it ends.</returns>
        private static async Task<bool> FindUnreached(Turn turn, Run run, RunState state)
        {
            var unreached = new List<Stored<Entry>>();
            foreach (var silent in state.Entries.Where(entry => entry is { IsWaiting: true, HasReacted: false }))
            {
                if (unreached.Count < AtOnce
                    && (silent.Prompt ?? run.Root) is { } asked
                    && await turn.Find(Posted.Type, asked.Value) is null
                    && await turn.Find(Entry.Type, Entry.IdOf(run.Id, silent.Slot)) is { Value.IsWaiting: true } stored)
                    unreached.Add(stored);
            }

            if (unreached.Count == 0)
                return false;
            var parked = (await turn.Parked(Queues.Outbox)).ToDictionary(each => each.Id, each => each.Reason);
            foreach (var stored in unreached)
            {
                var reason = parked.GetValueOrDefault((stored.Value.Prompt ?? run.Root)!.Value.Value);
                turn.Change(Entry.Type, stored, stored.Value.After(new Happening(turn.Now, Deed.Undelivered, PersonId.Bot, Detail: reason)) with
                {
                    State = EntryState.Unreached,
                });
            }

            RunNews.GoesOn(turn, run);
            return true;
        }
    }
}
