using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>A button that opens the form of another command.</summary>
[Command("form", "Open a form", Hidden = true)]
public sealed record OpenForm([Arg("Of which command")] string Command, [Arg("The text", Max = 10_000)] string? Text = null) : ICommand
{
    /// <param name="text">What stands in the field of its text at first, so that nobody types it again.</param>
    public static OpenForm For<T>(string? text = null) where T : ICommand => new(CommandShape.Of<T>().Name, text);

    public sealed class Handler(CommandCatalog commands) : ICommandHandler<OpenForm>
    {
        public Task<Reply> Handle(OpenForm command, Turn turn) => Task.FromResult(commands.Find(command.Command) is { IsHidden: false } shape
            ? Reply.Open(shape.ToForm(Given(shape, command.Text)))
            : Reply.Refuse($"That form is no longer there. Try: {new Typed("help")}"));

        private static Dictionary<string, string>? Given(CommandShape shape, string? text) =>
            text is not null && shape.Args.FirstOrDefault(arg => arg.IsRest) is { } rest ? new() { [rest.Name] = text } : null;
    }
}
