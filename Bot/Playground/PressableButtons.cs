using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground;

/// <summary>The buttons of a message, with the ids by which they are pressed.</summary>
public static class PressableButtons
{
    public static IReadOnlyList<PressableButton> Of(ChatMessage message) => message.Card is null ? []
        : [.. message.Card.AllButtons.Select((button, at) => new PressableButton($"b{at + 1}", button.Label, button.Command, button.Style))];
}

public sealed record PressableButton(string Id, string Label, ICommand Command, ButtonStyle Style);
