using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall;

/// <summary>A line that works instead of what somebody typed, with all of it that was right.</summary>
/// <param name="Command">With the name of the rotation.</param>
internal sealed record TurnExample(string Command, string Names, string Turns, string? Hours = null)
{
    public Typed Line => new($"{Command} {Names} {Turns}{(Hours is { } hours ? $" hours {hours}" : "")}");
}
