using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>What something said or pressed turned out to mean.</summary>
public abstract record Reading
{
    /// <summary>The declaration of the command that is meant; null where none is.</summary>
    public CommandShape? Shape => this is Command { Meant: var meant } ? CommandShape.Of(meant.GetType()) : null;

    /// <summary>A command that can be carried out.</summary>
    public sealed record Command(ICommand Meant) : Reading;

    /// <summary>It could not be read; this says why and how to go on.</summary>
    /// <param name="IsOffer">Whether its buttons are ways to keep a text, of which some may not fit now.</param>
    public sealed record Unread(Reply Reply, bool IsOffer = false) : Reading;

    /// <summary>A form with wrong fields, each with what is wrong.</summary>
    public sealed record Misfilled(IReadOnlyDictionary<string, string> Errors) : Reading;
}
