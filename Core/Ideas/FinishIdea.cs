using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Tells everybody who voted that something came of it.</summary>
[Command("idea done", "Say that an idea came true", Example = "idea done 12 Lives in the handbook now")]
public sealed record FinishIdea(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("What came of it", Rest = true, Max = CloseIdea.LongestOutcome)] string? Outcome = null) : ICommand
{
    public sealed class Handler : ICommandHandler<FinishIdea>
    {
        public Task<Reply> Handle(FinishIdea command, Turn turn) => CloseIdea.Close(turn, command.Number, IdeaState.Done, IdeaDeed.Done, command.Outcome);
    }
}
