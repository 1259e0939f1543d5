using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Shows the whole text of a page of which a message shows the beginning.</summary>
[Command("oncall read", "Read a page in full", Hidden = true, Question = true)]
public sealed record ReadPage([Arg("Which")] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ReadPage>
    {
        public async Task<Reply> Handle(ReadPage command, Turn turn) => await Paging.Find(turn, command.Number) is { Value: var page }
            ? Reply.Say($"{page.Person} to {page.Rotation}: {page.Text}")
            : Paging.Over();
    }
}
