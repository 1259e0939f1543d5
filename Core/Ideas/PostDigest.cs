using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Posts one digest and leaves the next one waiting. After a downtime it comes once, late, and then at its time again.</summary>
public sealed record PostDigest(ConversationId Home) : IJob
{
    public sealed class Handler(IdeaTexts texts) : IJobHandler<PostDigest>
    {
        public async Task Run(PostDigest job, Turn turn)
        {
            if (await turn.Find(Digest.Type, job.Home.Value) is not { Value: var digest })
                return;
            DigestFollower.ScheduleNext(turn, digest, turn.Now);
            if (job.Home.Channel is not { } id || await turn.Find(id) is not { IsArchived: false, CanPost: true })
                return;
            var card = await DigestCard.Of(turn, job.Home, texts, without: new HashSet<int>());
            turn.Post(job.Home, card, zone: DateTimeZoneProviders.Tzdb[digest.When.Zone], quotes: DigestCard.Quoted(card));
        }
    }
}
