using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Messages;

/// <summary>Whether somebody seems to be at work now, as the platform sees it. It lives in memory only: nothing of it is kept.</summary>
public interface IPresence
{
    /// <summary>What is known already and still counts; null where the platform has to be asked.</summary>
    Presence? Known(WorkspaceId workspace, PersonId person);

    /// <summary>Asks the platform, and waits a moment for it. What it does not say in time is unknown, and may be known when asked again.</summary>
    ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct);
}

/// <param name="Quiet">Null where they may be notified now, or where nobody knows.</param>
/// <param name="ObservedAt">The platform may have been asked a while ago.</param>
public sealed record Presence(Activity Activity, Quiet? Quiet, Instant ObservedAt);

/// <summary>Somebody does not want to be notified.</summary>
/// <param name="Until">Null where the platform does not say.</param>
public sealed record Quiet(Instant? Until);

public enum Activity
{
    /// <summary>The platform did not say; never a reason to take somebody for away.</summary>
    Unknown,

    Active,

    Away,
}
