using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Posts one digest and leaves the next one waiting. After a downtime it comes once, late, and then at its time again.</summary>
public sealed record PostDigest(ConversationId Home) : IJob
{
    private const int Most = 3;

    /// <summary>Likely duplicates are looked for among the newest ideas only: the older ones were seen in earlier digests.</summary>
    private const int LookedThrough = 100;

    public sealed class Handler(IdeaTexts texts) : IJobHandler<PostDigest>
    {
        public async Task Run(PostDigest job, Turn turn)
        {
            if (await turn.Find(Digest.Type, job.Home.Value) is not { Value: var digest })
                return;
            DigestFollower.ScheduleNext(turn, digest, turn.Now);
            if (job.Home.Channel is not { } id || await turn.Find(id) is not { IsArchived: false, CanPost: true })
                return;
            turn.Post(job.Home, await Card(turn, job.Home), zone: DateTimeZoneProviders.Tzdb[digest.When.ZoneId]);
        }

        private async Task<Card> Card(Turn turn, ConversationId home)
        {
            var oldest = await IdeaList.Oldest(turn, home, Most);
            if (oldest.Count == 0)
                return Messages.Card.Of($"💡 Every idea here is decided. Have a new one? {new Typed("idea add Rotate the demo host")}");
            var wanted = await IdeaList.MostWanted(turn, home, Most);
            var alike = await Alike(turn, home);
            List<Block> blocks = [new Paragraph($"Waiting longest:"), .. oldest.Select(IdeaText.Line)];
            if (wanted.Count > 0)
                blocks.AddRange([new Paragraph($"Most wanted:"), .. wanted.Select(IdeaText.Line)]);
            if (alike.Count > 0)
                blocks.AddRange([new Paragraph($"Perhaps the same:"), .. alike.Select(pair => new Section(
                    $"{IdeaText.Named(pair.Newer)} and {IdeaText.Named(pair.Older)}",
                    new Button("Merge", new MergeIdea(pair.Newer.Number, pair.Older.Number))))]);
            return new Card($"💡 Ideas to decide", blocks);
        }

        private async Task<IReadOnlyList<(Idea Newer, Idea Older)>> Alike(Turn turn, ConversationId home)
        {
            var pairs = new List<(Idea, Idea)>();
            foreach (var idea in await IdeaList.Newest(turn, IdeaList.KeyOf(home, IdeaState.Open), null, LookedThrough))
            {
                if (pairs.Count == Most)
                    break;
                if ((await texts.Similar(turn, home, idea.Text, idea.Number)).FirstOrDefault(other => other.Number < idea.Number) is { } older)
                    pairs.Add((idea, older));
            }

            return pairs;
        }
    }
}
