using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>A command that is too long for a platform's button, kept for a day so that the button still works.</summary>
public sealed record Draft(string Id, PersonId Person, ICommand Command, Instant Until) : IExpires
{
    private const string Kind = "draft";

    /// <summary>Slack takes 2,000 characters in a button's value; this leaves room for names and escapes.</summary>
    private const int LongestValue = 1_200;

    private static readonly Duration Kept = Duration.FromHours(24);

    public static readonly DocumentType<Draft> Type = new(Kind, draft => draft.Id, Expiry.Index<Draft>());

    /// <summary>The same reply with its long buttons kept as drafts, stored in the same turn.</summary>
    public static Reply Shorten(Turn turn, Reply reply) => reply switch
    {
        Reply.Said said => said with { Card = Shorten(turn, said.Card) },
        Reply.Refused refused => refused with { Card = Shorten(turn, refused.Card) },
        Reply.Opened { Form: { Opener: { } opener } form } when IsLong(opener) => new Reply.Opened(form with { Opener = Keep(turn, opener, 1) }),
        _ => reply,
    };

    private static Card Shorten(Turn turn, Card card)
    {
        if (!card.AllButtons.Any(button => IsLong(button.Command)))
            return card;
        var number = 0;
        return card.WithButtons(button =>
        {
            return IsLong(button.Command) ? button with { Command = Keep(turn, button.Command, ++number) } : button;
        });
    }

    private static UseDraft Keep(Turn turn, ICommand command, int number)
    {
        var draft = new Draft($"{turn.Id}.{number}", turn.Caller.Person, command, turn.Now + Kept);
        Expiry.Create(turn, Type, draft);
        return new UseDraft(draft.Id);
    }

    private static bool IsLong(ICommand command) => CommandShape.Of(command.GetType()).LengthOf(command, LengthInJson) > LongestValue;

    /// <summary>The most characters that the text takes in JSON, where some are written as <c>\u0000</c>: emoji too, each half of them.</summary>
    private static int LengthInJson(string text)
    {
        var length = 0;
        foreach (var c in text)
            length += c is '"' or '\\' || IsEscaped(char.GetUnicodeCategory(c)) ? 6 : 1;
        return length;
    }

    private static bool IsEscaped(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

/// <summary>A button whose command is kept as a draft. The Dispatcher puts the draft's command in its place.</summary>
[Command("draft", "Use what was kept", Hidden = true)]
public sealed record UseDraft([Arg("Which")] string Id) : ICommand
{
    public sealed class Handler : ICommandHandler<UseDraft>
    {
        public Task<Reply> Handle(UseDraft command, Turn turn) =>
            Task.FromResult(Reply.Refuse($"I kept that text for a day, and it is gone now. Please type it again."));
    }
}
