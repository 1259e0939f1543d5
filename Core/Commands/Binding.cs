using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>What reading the arguments of a command gave.</summary>
public abstract record Binding
{
    /// <summary>Everything was read, and the command can be carried out.</summary>
    public sealed record Bound(ICommand Command) : Binding;

    /// <summary>Something can't be read or is missing; nothing is done, and the sentence says what to mend.</summary>
    /// <param name="What">A whole sentence. It quotes what was typed, so it is shown as somebody's text.</param>
    /// <param name="IsTrailing">Whether it stands at the end of a text and could be part of it.</param>
    public sealed record Wrong(string What, bool TooLong = false, bool IsTrailing = false) : Binding;

    /// <summary>A word can mean several people, so that the one who typed it is asked rather than guessed for.</summary>
    /// <param name="At">The word of the line that can mean several.</param>
    public sealed record Ambiguous(int At, IReadOnlyList<(string Label, string Word)> Options) : Binding;
}
