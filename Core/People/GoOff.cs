using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>The same in the words of those who call it being off.</summary>
[Command("online off", "Say when I am off, the same as away", Example = "online off until friday")]
public sealed record GoOff(
    [Arg("The time", Name = "[@person] from … until …", Rest = true, Ids = true, Max = 500)] string? When = null,
    [Arg("The reason", Name = "reason", After = "because", Max = GoAway.LongestReason)] string? Why = null) : ICommand
{
    public sealed class Handler : ICommandHandler<GoOff>
    {
        private readonly GoAway.Handler _away = new();

        public Task<Reply> Handle(GoOff command, Turn turn) => _away.Handle(new GoAway(command.When, command.Why), turn);
    }
}
