using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>Which open blocker a message became. There is one a message, so that many who flag it at once make one blocker.</summary>
public sealed record Flagged(ConversationId Home, MessageId Message, int Number)
{
    public static readonly DocumentType<Flagged> Type = new("blocker.flagged", flagged => IdOf(flagged.Home, flagged.Message));

    public static string IdOf(ConversationId home, MessageId message) => $"{home} {message}";

    /// <summary>Null where it came from no message, or is over.</summary>
    public static Flagged? Of(Blocker? blocker) =>
        blocker is { IsOpen: true, Source: { } source } ? new Flagged(blocker.Home, source.Message, blocker.Number) : null;
}
