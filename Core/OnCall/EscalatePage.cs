using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Takes the next step of a page that nobody answered.</summary>
public sealed record EscalatePage(int Number) : IJob
{
    public sealed class Handler(Reachable reachable) : IJobHandler<EscalatePage>
    {
        public async Task Run(EscalatePage job, Turn turn)
        {
            if (await turn.Find(Page.Type, Page.IdOf(job.Number)) is not { Value: { State: PageState.Open } page } stored
                || page.Steps.Any(step => step.What is PageDeed.Mentioned or PageDeed.MessagedAll or PageDeed.Stranded or PageDeed.NobodyLeft))
                return;
            if (await turn.Find(Rotation.Type, Rotation.KeyOf(page.Rotation)) is not { Value: var rotation } || rotation.CreatedAt != page.Of)
            {
                Strand(turn, stored, PageDeed.Stranded, $"🚨 {page.Rotation} was deleted, and nobody has answered your page to it.");
                return;
            }

            var after = page.Steps.Any(step => step.What == PageDeed.WentOn) ? page : await Paging.GoOn(turn, rotation, page, reachable);
            if (after != page)
            {
                Paging.Keep(turn, stored, after);
                Paging.Schedule(turn, after);
                return;
            }

            var people = await Paging.Here(turn, rotation.People.Where(person => person != page.Person));
            if (people.Count > 0)
                Paging.Keep(turn, stored, await Paging.Mention(turn, rotation, page, people));
            else
                Strand(turn, stored, PageDeed.NobodyLeft, $"🚨 Nobody has answered your page to {page.Rotation}, and nobody else takes turns there any more.");
        }

        /// <summary>Whoever needs somebody must not wait for what will not come.</summary>
        private static void Strand(Turn turn, Stored<Page> page, PageDeed why, Rich news)
        {
            Paging.Keep(turn, page, page.Value.After(new PageStep(turn.Now, why)));
            turn.Post(ConversationId.Of(page.Value.Person), Card.Of($"{news} Who is on call elsewhere: {new Typed("oncall")}"), quotes: [page.Value.Item]);
        }
    }
}
