using System.Text.Json;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>Messages in the form that the API gives them.</summary>
public sealed class MessageWriter(PlaygroundChat chat)
{
    public IReadOnlyList<MessageJson> Write(IEnumerable<ChatMessage> messages) => [.. messages.Select(Of)];

    private MessageJson Of(ChatMessage message) => new(
        message.Id, ApiJson.Of(message.At), message.From, message.In, message.To, message.Thread, message.IsEphemeral, message.Text,
        message.Card is { } card ? Of(card, chat.ReaderOf(message)) : null,
        [.. PressableButtons.Of(message).Select(button => new ButtonJson(button.Id, button.Label))],
        message.Form is { } form ? new FormJson(form.Id, form.Form.Title, [.. form.Form.Inputs.Select(Of)]) : null,
        message.File is { } file ? new FileJson(file.Name, file.Content) : null,
        message.IsEdited,
        message.Picture is { } picture ? new PictureJson(picture.FileName, ChartText.Render(picture.Chart, chat.ReaderOf(message))) : null);

    private static InputJson Of(Input input) => new(input.Name, input.Label, input.Required, input.Max, input.Multiline, input.Choices, input.Value);

    private static CardJson Of(Card card, Reader reader) => new(
        card.Title is { } title ? PlainText.Render(title, reader) : null,
        [.. card.Blocks.Select(block => new BlockJson(
            JsonNamingPolicy.CamelCase.ConvertName(block.GetType().Name),
            PlainText.Render(new Card(null, [block]), reader)))]);
}
