using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Shows a run in its channel as it stands now, and ends it when nobody is left who could answer in time.</summary>
public sealed record ShowRun(string Run) : IJob
{
    public sealed class Handler : IJobHandler<ShowRun>
    {
        public async Task Run(ShowRun job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { } stored)
                return;
            var run = stored.Value;
            var checkIn = (await CheckInBook.Find(turn, run.CheckIn))?.Value;
            var state = await RunStates.Of(turn, run, checkIn);
            if (run.IsOpen && (state.IsComplete || checkIn is null))
            {
                state = await WithTruth(turn, run, state);
                run = run with { ClosedAt = turn.Now };
                if (run.Root is not null && checkIn is not null)
                    turn.Post(run.Home, RunText.Closing(state), quotes: [.. state.Quoted], threadOf: run.Root);
            }

            if (!run.IsOpen)
                run = run with { Turnout = new Turnout(state.Asked, state.Answered.Count) };
            if (run != stored.Value)
                turn.Change(CheckIns.Run.Type, stored, run);
            if (run.Root is { } root)
                turn.Update(root, run.Home, RunText.Live(run, state));
        }

        /// <summary>Nobody is named for a question that did not reach them.</summary>
        private static async Task<RunState> WithTruth(Turn turn, Run run, RunState state)
        {
            var unreached = new HashSet<PersonId>();
            var parked = (await turn.Parked(Queues.Outbox)).ToDictionary(each => each.Id, each => each.Reason);
            foreach (var person in state.Silent)
            {
                if (await turn.Find(Entry.Type, Entry.IdOf(run.Id, person)) is not { Value: var entry } stored
                    || (entry.Prompt ?? run.Root) is not { } asked
                    || await turn.Find(Posted.Type, asked.Value) is not null)
                    continue;
                unreached.Add(person);
                turn.Change(Entry.Type, stored, entry.After(
                    new Happening(turn.Now, Deed.Undelivered, PersonId.Bot, Detail: parked.GetValueOrDefault(asked.Value))) with
                {
                    State = EntryState.Unreached, RemindAt = null,
                });
            }

            return unreached.Count == 0 ? state : state with
            {
                Silent = [.. state.Silent.Where(person => !unreached.Contains(person))],
                NotAsked = [.. state.NotAsked, .. unreached],
            };
        }
    }
}
