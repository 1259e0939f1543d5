using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Messages of a run that were given up on, because the platform took nothing for a while.</summary>
internal static class Lost
{
    /// <summary>The run with a new message where the one that it had never arrived.</summary>
    public static async Task<Run> PostAnew(Turn turn, CheckIn? checkIn, Run run)
    {
        if (checkIn is null || run.Root is not { } root || !await Is(turn, root))
            return run;
        turn.Batch.Cancel(Queues.Outbox, root.Value);
        GatherAnswers.Soon(turn, run);
        return Beginning.Posted(turn, checkIn, run);
    }

    /// <summary>Whether a message was given up on.</summary>
    public static async Task<bool> Is(Turn turn, PostId post) => await turn.Find(Posted.Type, post.Value) is null
        && (await turn.Once((typeof(Lost), Queues.Outbox), () => turn.Parked(Queues.Outbox))).Any(parked => parked.Id == post.Value);
}
