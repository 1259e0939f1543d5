using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Decides against an idea, kindly: it can be found and reopened.</summary>
[Command("idea drop", "Decide against an idea", Example = "idea drop 12 Too costly this year")]
public sealed record DropIdea(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The reason", Rest = true, Max = CloseIdea.LongestOutcome)] string? Why = null) : ICommand
{
    public sealed class Handler : ICommandHandler<DropIdea>
    {
        public Task<Reply> Handle(DropIdea command, Turn turn) => CloseIdea.Close(turn, command.Number, IdeaState.Dropped, IdeaDeed.Dropped, command.Why);
    }
}
