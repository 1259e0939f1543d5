using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Asks until when, in a form.</summary>
[Command("due pick snooze", "Choose until when to snooze", Hidden = true)]
public sealed record PickSnooze([Arg("The number", Name = "number")] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<PickSnooze>
    {
        public Task<Reply> Handle(PickSnooze command, Turn turn)
        {
            var given = new Dictionary<string, string> { ["number"] = DueItem.IdOf(command.Number), ["until"] = "tomorrow at 9:00" };
            return Task.FromResult(Reply.Open(CommandShape.Of<SnoozeDue>().ToForm(given)));
        }
    }
}
