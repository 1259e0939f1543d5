using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>A reply as a message, for where nothing else can be shown.</summary>
public static class ReplyCard
{
    /// <summary>A form becomes the button that opens it; null where there is nothing to say.</summary>
    public static Card? AsCard(this Reply reply) => reply switch
    {
        Reply.Said said => said.Card,
        Reply.Refused refused => refused.Card,
        Reply.Opened { Form: var form } => Card.Of(
            $"{form.Title}: there is a form for it.", new Button("Open the form", form.Opener ?? new OpenForm(form.Command), ButtonStyle.Primary)),
        _ => null,
    };
}
