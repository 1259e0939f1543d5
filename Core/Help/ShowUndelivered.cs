using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>What was given up on: messages that never arrived and jobs that kept failing, each with the reason.</summary>
[Command("async undelivered", "See what could not be delivered or done", Example = "async undelivered", Role = Role.Admin)]
public sealed record ShowUndelivered : ICommand
{
    private const int Most = 20;

    public sealed class Handler : ICommandHandler<ShowUndelivered>
    {
        public async Task<Reply> Handle(ShowUndelivered command, Turn turn)
        {
            var messages = await turn.Parked(Queues.Outbox);
            var jobs = await turn.Parked(Queues.Jobs);
            if (messages.Count + jobs.Count == 0)
                return Reply.Say($"Everything was delivered and done.");
            List<Block> lines = [
                .. messages.Select(parked => Line($"Message of {parked.Due} to {new ConversationId(parked.Lane)}", Queues.Outbox, parked)),
                .. jobs.Select(parked => Line($"Job {parked.Id} of {parked.Due}", Queues.Jobs, parked)),
            ];
            var card = new Card($"Not delivered or done", [.. lines.Take(Most)]);
            return Reply.Say(lines.Count > Most ? card.With(new Note($"And {lines.Count - Most} more.")) : card);
        }

        private static Section Line<T>(Rich what, DueQueue<T> queue, Parked<T> parked) where T : class => new(
            $"{what}: {parked.Reason} ({Counted.Of(parked.Attempts, "attempt", "attempts")})",
            new Button("Let go", new LetGo(queue.Name, parked.Id)));
    }
}
