using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Asks when somebody wants to be reminded of a message.</summary>
[Command("due about", "Remind me about a message", Hidden = true)]
public sealed record AskWhen(
    [Arg("The text", Rest = true, Max = DueItem.LongestText)] string Text,
    [Arg("The link", Max = 2_000)] string? Link = null,
    [Arg("In a form")] string? InForm = null) : ICommand
{
    public static readonly MessageShortcut Shortcut = new(
        "remind-me",
        "Remind me about this",
        "Have yourself reminded of this message, with a link to it",
        message => new AskWhen(message.Text, message.Link));

    public sealed class Handler : ICommandHandler<AskWhen>
    {
        public Task<Reply> Handle(AskWhen command, Turn turn)
        {
            var text = Excerpt.Within(command.Text.Replace("\0", "", StringComparison.Ordinal).Trim(), DueItem.LongestText);
            if (text.Length == 0)
                text = "this message";
            if (command.InForm is not null)
            {
                var given = new Dictionary<string, string> { ["text"] = "tomorrow at 9:00", ["about"] = text };
                if (command.Link is { } link)
                    given["link"] = link;
                return Task.FromResult(Reply.Open(CommandShape.Of<AddDue>().ToForm(given)));
            }

            var now = turn.Now.InZone(turn.Caller.Zone);
            var buttons = new List<Button> { At("In 1 h", "in 1 hour") };
            if (now.Hour < 13)
                buttons.Add(At("This afternoon", "today at 14:00"));
            buttons.Add(At("Tomorrow morning", "tomorrow at 9:00"));
            buttons.Add(new Button("Pick a time", new AskWhen(text, command.Link, "yes")));
            return Task.FromResult(Reply.Say($"When shall I remind you of “{Excerpt.Plain(text, 80)}”?", [.. buttons]));

            Button At(string label, string when) => new(label, new AddDue(when, About: text, Link: command.Link));
        }
    }
}
