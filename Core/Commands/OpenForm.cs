using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>A button that opens the form of another command.</summary>
[Command("form", "Open a form", Hidden = true)]
public sealed record OpenForm([Arg("Of which command")] string Command) : ICommand
{
    public static OpenForm For<T>() where T : ICommand => new(CommandShape.Of<T>().Name);

    public sealed class Handler(CommandCatalog commands) : ICommandHandler<OpenForm>
    {
        public Task<Reply> Handle(OpenForm command, Turn turn) => Task.FromResult(commands.Find(command.Command) is { IsHidden: false } shape
            ? Reply.Open(shape.ToForm())
            : Reply.Refuse($"That form is no longer there. Try: {new Typed("help")}"));
    }
}
