using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>When a command is offered for a text that is no command; without one it always is.</summary>
public interface IOffer
{
    /// <summary>The command that <see cref="CommandAttribute.OfferedAs"/> names.</summary>
    Type Command { get; }

    Task<bool> Fits(Turn turn);
}
