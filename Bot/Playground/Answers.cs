using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>Shows the bot's private answers, and gathers all that a call caused.</summary>
public sealed class Answers(Transcript transcript, PlaygroundChat chat, Settlement settlement, OpenForms forms, IClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Shows an answer once, and waits for everything that its turn caused.</summary>
    /// <returns>What the bot posted because of the turn, to anybody.</returns>
    public async Task<IReadOnlyList<ChatMessage>> Give(string person, ConversationId conversation, string? thread, Answer answer, CancellationToken ct)
    {
        await transcript.AnswerOnce(answer.Turn, () => Show(person, conversation, thread, answer));
        try
        {
            await settlement.Of(answer.Turn).WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            // Something keeps being put off; what came so far is the answer.
        }

        return transcript.Of(answer.Turn);
    }

    private static Card CardOf(Form form) =>
        new(null, [new Paragraph($"{form.Title}: please fill this in."), .. (form.Beside ?? []).Select(line => new Note(line))]);

    /// <summary>What was done is shown, also to a caller that hangs up.</summary>
    private async Task Show(string person, ConversationId conversation, string? thread, Answer answer)
    {
        var (card, form) = answer.Reply switch
        {
            Reply.Opened opened => (CardOf(opened.Form), forms.Open(person, conversation, thread, opened.Form)),
            Reply.Said said => (said.Card, null),
            Reply.Refused refused => (refused.Card, null),
            _ => ((Card?)null, (WaitingForm?)null),
        };
        if (card is null)
            return;
        var number = await transcript.Next(CancellationToken.None);
        var place = PlaygroundChat.NameOf(conversation);
        var isEphemeral = conversation.Channel is not null;
        var message = new ChatMessage(
            number, number, clock.GetCurrentInstant(), ChatMessage.Bot, place, person, thread, isEphemeral, "", Form: form);
        message = await chat.Written(message, card, null, CancellationToken.None);
        if (isEphemeral)
            transcript.Show(message);
        else
            await transcript.Store(message, CancellationToken.None);
        transcript.Posted(answer.Turn, message);
    }
}
