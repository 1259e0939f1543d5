namespace AsyncBot.Core.Messages;

/// <summary>A command with blanks, for those who would rather fill in fields than remember words.</summary>
/// <param name="Command">The name of the command that submitting it gives, for example <c>idea add</c>.</param>
/// <param name="Given">Arguments that are settled and not shown.</param>
/// <param name="Beside">What stands above the fields, a line each, for those who fill it in.</param>
/// <param name="Opener">What opens it again, where it can't be shown at once; null where any empty form of the command will do.</param>
public sealed record Form(
    string Title,
    string Command,
    IReadOnlyList<Input> Inputs,
    IReadOnlyDictionary<string, string> Given,
    IReadOnlyList<Rich>? Beside = null,
    ICommand? Opener = null);

/// <param name="Name">The argument it fills.</param>
/// <param name="Max">The most characters it takes.</param>
/// <param name="Choices">Empty for free text.</param>
/// <param name="Value">What stands in it at first.</param>
/// <param name="Kind">What it takes, for platforms that have lists to pick from.</param>
public sealed record Input(
    string Name, string Label, bool Required, int Max, bool Multiline, IReadOnlyList<string> Choices, string? Value, InputKind Kind = InputKind.Text);

public enum InputKind
{
    Text,
    Person,
    Channel,
}
