using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What was answered in a run goes with it.</summary>
public sealed class RunFollower : IFollow<Run>
{
    public Task Changed(Turn turn, Run? before, Run? after)
    {
        if (after is null && before is not null)
            ClearRun.Begin(turn, before);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Removes what belongs to a run that is gone, a part at a time. Where an Undo took it, others may have answered at the same moment, which nothing keeps
/// from being kept: then the run is put back, and whoever took it hears why.
/// </summary>
/// <param name="By">Who took the run with an Undo, where it is still to be looked whether others answered.</param>
/// <param name="IsLast">Whether it is looked for what was on its way when the run went, and came behind it.</param>
public sealed record ClearRun(Run Run, PersonId? By = null, bool IsLast = false) : IJob
{
    private const int AtOnce = 100;

    /// <summary>No turn takes longer.</summary>
    private static readonly Duration Behind = Duration.FromMinutes(1);

    public static void Begin(Turn turn, Run run)
    {
        var job = new ClearRun(run, turn.Caller.Person == PersonId.Bot ? null : turn.Caller.Person);
        turn.Schedule($"{run.Subject} clear {turn.Id}", turn.Now, job, run.Subject);

        // Of its messages nothing is known any more then, so that it would have others.
        var left = run with { Root = null, ClosedAt = null, Turnout = null, Closing = null, Quoted = null };
        turn.Schedule($"{run.Subject} clear last {turn.Id}", turn.Now + Behind, job with { Run = left, IsLast = true }, run.Subject);
    }

    public sealed class Handler : IJobHandler<ClearRun>
    {
        public async Task Run(ClearRun job, Turn turn)
        {
            var run = job.Run;
            if (await turn.Find(CheckIns.Run.Type, run.Id) is not null)
                return;
            if (job.By is { } by && await turn.Find(CheckIn.Type, CheckIn.IdOf(run.CheckIn)) is { Value: var checkIn }
                && await CheckInUndo.HasAnswersOfOthers(turn, run, by))
            {
                turn.Create(CheckIns.Run.Type, run);
                RunNews.Changed(turn, run, checkIn.Members.Count);
                AskSome.Begin(turn, run, checkIn.Members.Select(member => member.Person));
                if (job.IsLast)
                    GatherAnswers.Soon(turn, run);
                turn.Post(ConversationId.Of(by), Card.Of(CheckInUndo.Stays(run)));
                return;
            }

            var entries = await turn.Query(Entry.Type, new Slice("run", run.Id, Take: AtOnce));
            foreach (var entry in entries)
                turn.Delete(Entry.Type, entry);
            if (entries.Count == AtOnce)
            {
                var rest = job with { By = null };
                turn.Schedule($"{run.Subject} clear behind {entries[AtOnce - 1].Value.Slot} {turn.Id}", turn.Now, rest, run.Subject);
                return;
            }

            foreach (var tally in await turn.Query(Tally.Type, new Slice("run", run.Id)))
                turn.Batch.Delete(Tally.Type, Tally.Type.IdOf(tally.Value), tally.Version);

            foreach (var post in new[] { run.Root, run.Closing }.OfType<PostId>())
                turn.Update(post, run.Home, Card.Of($"What was here was removed."), isLast: true);
        }
    }
}
