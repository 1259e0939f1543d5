using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.TestKit;

/// <summary>What somebody got to see as the answer to what they said or pressed.</summary>
/// <param name="Text">In plain text, on that person's clock.</param>
public sealed record Heard(PersonId Person, ConversationId In, MessageId? Thread, Answer Answer, string Text)
{
    public Reply Reply => Answer.Reply;

    public string Turn => Answer.Turn;

    public bool IsRefused => Reply is Reply.Refused;

    public bool IsSilent => Reply is Reply.Silent;

    public Form? Form => (Reply as Reply.Opened)?.Form;

    public IReadOnlyDictionary<string, string> Errors => Answer.Errors;

    public Card? Card => CardOf(Reply);

    public IReadOnlyList<Button> Buttons => Card is { } card ? [.. card.AllButtons] : [];

    public IReadOnlyList<string> Labels => [.. Buttons.Select(button => button.Label)];

    public override string ToString() => Text;

    internal static Card? CardOf(Reply reply) => reply switch
    {
        Reply.Said said => said.Card,
        Reply.Refused refused => refused.Card,
        _ => null,
    };
}
