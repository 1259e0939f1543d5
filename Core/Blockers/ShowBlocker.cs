using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>A blocker with its whole text, everything that happened, and what was and will be sent, to whom and why.</summary>
[Command("blocker show", "Show a blocker with its history and what was sent", Example = "blocker show 12", Question = true)]
public sealed record ShowBlocker([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ShowBlocker>
    {
        public async Task<Reply> Handle(ShowBlocker command, Turn turn)
        {
            if (await BlockerBook.Find(turn, command.Number) is not { Value: var blocker })
                return BlockerBook.NotFound(command.Number);
            var age = await BlockerAge.Of(turn, blocker, turn.Caller.Person);
            var facts = new List<Fact>
            {
                new("Raised", $"by {blocker.Author}, {blocker.RaisedAt}"),
                new("State", BlockerText.State(blocker, person => $"{person}")),
                new(blocker.IsOpen ? "Waiting" : blocker.IsForgotten ? "Waited" : "Took", age.Said),
            };
            if (await turn.Sees(blocker.Home))
                facts.Insert(0, new Fact("In", $"{blocker.Home}"));
            if (blocker.Source is { } source)
            {
                facts.Add(new Fact("From", source.Link is { } link
                    ? (Rich)$"{new Link(link, "the message")} of {source.Author}"
                    : $"a message of {source.Author}"));
            }

            var record = new BlockerRecord(blocker, await Told(turn, blocker));
            var card = new Card($"Blocker #{blocker.Number}",
            [
                new Paragraph($"{blocker.Text}"),
                new Facts(facts),
                new PeopleList("What happened", [.. record.Happened, .. await Undelivered(turn, blocker)]),
            ]);
            var plan = await BlockerBook.PlanOf(turn, blocker);
            var coming = record.Coming(plan).ToList();
            card = coming.Count > 0 ? card.With(new PeopleList("What will be sent", coming))
                : card.With(new Note(plan.Count == 0 ? (Rich)$"I send nothing more by myself." : $"What else is sent goes by hours that they don’t share."));
            Button[] buttons = blocker.IsOpen
                ? [.. BlockerText.Answers(blocker), new Button("Nudge", new NudgeBlocker(blocker.Number))]
                : blocker.IsForgotten ? [] : [new Button("Reopen", new ReopenBlocker(blocker.Number))];
            return Reply.Say(card.With(buttons));
        }

        private static async Task<IReadOnlySet<PersonId>> Told(Turn turn, Blocker blocker)
        {
            var all = blocker.History.Select(happened => happened.To).OfType<PersonId>()
                .Concat(blocker.Needs.Select(need => need.Person)).Concat(blocker.Asked).Append(blocker.Author);
            return (await Readers.Told(turn, ConversationId.Of(turn.Caller.Person), all)).Select(person => person.Id).ToHashSet();
        }

        private static async Task<IEnumerable<Rich>> Undelivered(Turn turn, Blocker blocker)
        {
            var item = BlockerText.ItemOf(blocker);
            return (await turn.Parked(Queues.Outbox))
                .Where(parked => parked.Body is Post post && (post.Subject == item || post.Quotes?.Contains(item) == true))
                .Select(parked => (Rich)$"{parked.Due}: could not be delivered to {WhereOf(((Post)parked.Body).To)}: {parked.Reason}");
        }

        private static Rich WhereOf(ConversationId to) => to.Person is { } person ? $"{person}" : (Rich)$"{to}";
    }
}
