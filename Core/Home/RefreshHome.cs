using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>Publishes somebody's page as things are now.</summary>
public sealed record RefreshHome(PersonId Person) : IJob
{
    public sealed class Handler(IEnumerable<IHomeSection> sections) : IJobHandler<RefreshHome>
    {
        public async Task Run(RefreshHome job, Turn turn)
        {
            if (await turn.Find(HomePage.Type, job.Person.Value) is null || await turn.Find(job.Person) is { IsGone: true })
                return;
            var blocks = new List<Block>();
            foreach (var section in sections)
            {
                if (await section.Of(turn, job.Person) is not { Count: > 0 } shown)
                    continue;
                if (blocks.Count > 0)
                    blocks.Add(new Divider());
                blocks.AddRange(shown);
            }

            turn.PublishHome(job.Person, new Card(null, blocks));
        }
    }
}
