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
                || page.Steps.Any(step => step.What is PageDeed.Mentioned or PageDeed.Stranded))
                return;
            if (await turn.Find(Rotation.Type, Rotation.KeyOf(page.Rotation)) is not { Value: var rotation })
            {
                Strand(turn, stored);
                return;
            }

            var after = page.Steps.Any(step => step.What == PageDeed.WentOn) ? page : await Paging.GoOn(turn, rotation, page, reachable);
            after = after == page ? await Mention(turn, rotation, page) : after;
            Paging.Keep(turn, stored, after);
            if (after.Steps[^1].What == PageDeed.WentOn)
                Paging.Schedule(turn, after);
        }

        /// <summary>Whoever needs somebody must not wait for what will not come.</summary>
        private static void Strand(Turn turn, Stored<Page> page)
        {
            Paging.Keep(turn, page, page.Value.After(new PageStep(turn.Now, PageDeed.Stranded)));
            turn.Post(
                ConversationId.Of(page.Value.Person),
                Card.Of($"🚨 {page.Value.Rotation} was deleted, and nobody has answered your page to it. Who is on call elsewhere: {new Typed("oncall")}"),
                quotes: [page.Value.Item]);
        }

        /// <summary>The last thing that a chat can do.</summary>
        private static async Task<Page> Mention(Turn turn, Rotation rotation, Page page)
        {
            var people = new List<PersonId>();
            foreach (var person in rotation.People.Where(person => person != page.Person))
            {
                if (await turn.Find(person) is { IsGone: false })
                    people.Add(person);
            }

            if (page.Channel is { } channel && page.Post is not null && await RotationBook.CanPost(turn, rotation))
            {
                turn.Post(
                    ConversationId.Of(channel),
                    Card.Of(
                        $"🚨 {OnCallText.Names(people)}: nobody has answered {page.Person}’s page to {page.Rotation} yet.",
                        new Button("Acknowledge", new AcknowledgePage(page.Number), ButtonStyle.Primary)),
                    zone: DateTimeZoneProviders.Tzdb[rotation.Zone]);
            }
            else
            {
                page = Paging.Message(turn, page, people.Except(page.Paged.Select(paged => paged.Person)));
            }

            return page.After(new PageStep(turn.Now, PageDeed.Mentioned, people));
        }
    }
}
