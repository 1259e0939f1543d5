using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>A button whose command is no longer there.</summary>
[Command("retired", "Says that a button is too old", Hidden = true)]
public sealed record Retired([Arg("What it was")] string Command) : ICommand
{
    public sealed class Handler : ICommandHandler<Retired>
    {
        public Task<Reply> Handle(Retired command, Turn turn) =>
            Task.FromResult(Reply.Refuse($"This button is from an older time and no longer works. Try: {new Typed("help")}"));
    }
}
