using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>A channel's regular look at what is waiting to be decided.</summary>
public sealed record Digest(ConversationId Home, Recurrence When, PersonId By)
{
    public static readonly DocumentType<Digest> Type = new(
        "idea.digest",
        digest => digest.Home.Value,
        new DocumentIndex<Digest>("all", _ => "", digest => digest.Home.Value),
        new DocumentIndex<Digest>("by", digest => digest.By.Value, digest => digest.Home.Value));

    public static readonly UndoRules<Digest> Undo = new(
        _ => "the digest",
        _ => "idea digest",
        digest => digest.Home,
        digest => $"{digest.By} {digest.When.Rule} {digest.When.Start} {digest.When.Zone}");

    /// <summary>All of the workspace, one for each channel at most.</summary>
    public static Slice All(int take) => new("all", "", Take: take);

    /// <summary>Asks for those that somebody set up.</summary>
    public static Slice SetUpBy(PersonId person) => new("by", person.Value, Take: 1_000);
}

/// <summary>Keeps exactly one run of a digest waiting: the next one by the rule as it is now.</summary>
public sealed class DigestFollower : IFollow<Digest>
{
    private const string Job = "digest ";

    public Task Changed(Turn turn, Digest? before, Digest? after)
    {
        if (before is not null)
            turn.Unschedule(JobId(before.Home));
        if (after is not null)
            ScheduleNext(turn, after, turn.Now);
        return Task.CompletedTask;
    }

    public static void ScheduleNext(Turn turn, Digest digest, Instant after)
    {
        if (digest.When.NextAfter(after) is { } next)
            turn.Schedule(JobId(digest.Home), next, new PostDigest(digest.Home));
    }

    /// <summary>When the rules of zones were changed.</summary>
    public sealed class Anew : IReckonAnew
    {
        private const int Most = 10_000;

        public async Task ReckonAnew(Turn turn)
        {
            foreach (var digest in await turn.Query(Digest.Type, Digest.All(Most)))
            {
                turn.Unschedule(JobId(digest.Value.Home));
                ScheduleNext(turn, digest.Value, turn.Now);
            }
        }
    }

    /// <summary>Whether a message is a digest: what a job posts is named after the job.</summary>
    public static bool IsDigest(PostId post) => post.Value.StartsWith(Job, StringComparison.Ordinal);

    /// <summary>One run of a home's digest waits at a time.</summary>
    private static string JobId(ConversationId home) => Job + home;
}
