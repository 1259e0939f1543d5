using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Shows answers in the thread of their run that were delivered outside it, because its message had been given up on and came later. Where they stood, a
/// line says so.
/// </summary>
public sealed record GatherAnswers(string Run, string? From = null) : IJob
{
    private const int AtOnce = 100;

    /// <summary>The message is behind all that was on its way before it, and is mostly there by then.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(1);

    private static readonly Duration Again = Duration.FromMinutes(30);

    public static void Soon(Turn turn, Run run) => Schedule(turn, new GatherAnswers(run.Id), turn.Now + Patience);

    private static void Schedule(Turn turn, GatherAnswers job, Instant at)
    {
        var lane = CheckIns.Run.SubjectOf(job.Run);
        turn.Schedule($"{lane} gather {turn.Id}", at, job, lane);
    }

    public sealed class Handler : IJobHandler<GatherAnswers>
    {
        public async Task Run(GatherAnswers job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: { Root: { } root } run })
                return;
            if (await turn.Find(Posted.Type, root.Value) is null)
            {
                if (!await Lost.Is(turn, root))
                    Schedule(turn, job, turn.Now + Again);
                return;
            }

            var part = await turn.Query(Entry.Type, new Slice("run", job.Run, From: job.From, Take: AtOnce));
            foreach (var stored in part)
            {
                var entry = stored.Value;
                if (entry is not { Answers: not null, Post: { } post } || entry.Person == PersonId.Former
                    || await turn.Find(Posted.Type, post.Value) is not { Value.Thread: null })
                    continue;
                turn.Update(post, run.Home, AnswerText.Moved(run, entry));
                turn.Batch.Put(Entry.Type, entry with { Post = AnswerText.Post(turn, run, entry) }, stored.Version);
            }

            if (part.Count == AtOnce)
                Schedule(turn, job with { From = part[^1].Value.Slot + "\u0002" }, turn.Now);
        }
    }
}
