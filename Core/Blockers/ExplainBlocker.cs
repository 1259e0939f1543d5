using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Asks how it was solved, in a form.</summary>
[Command("blocker explain", "Say how it was resolved", Hidden = true)]
public sealed record ExplainBlocker([Arg("The number", Name = "number")] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ExplainBlocker>
    {
        public Task<Reply> Handle(ExplainBlocker command, Turn turn) => Task.FromResult(Reply.Open(
            CommandShape.Of<FinishBlocker>().ToForm(new Dictionary<string, string> { ["number"] = Blocker.IdOf(command.Number) })));
    }
}
