using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Takes one thing off the list of what could not be delivered or done.</summary>
[Command("async let go", "Forget what could not be delivered", Hidden = true, Role = Role.Admin)]
public sealed record LetGo([Arg("The queue")] string Queue, [Arg("The id")] string Id) : ICommand
{
    public sealed class Handler : ICommandHandler<LetGo>
    {
        public Task<Reply> Handle(LetGo command, Turn turn)
        {
            if (command.Queue == Queues.Jobs.Name)
                turn.Batch.Cancel(Queues.Jobs, command.Id);
            else
                turn.Batch.Cancel(Queues.Outbox, command.Id);
            return Task.FromResult(Reply.Say($"It is off the list. Try: {new Typed("async undelivered")}"));
        }
    }
}
