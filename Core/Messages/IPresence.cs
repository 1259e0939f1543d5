using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Messages;

/// <summary>Whether somebody seems to be at work now, as the platform sees it. Nothing of it is kept.</summary>
public interface IPresence
{
    ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct);
}

/// <param name="DoNotDisturbUntil">When somebody may be notified again; null where they may be now, or where nobody knows.</param>
/// <param name="ObservedAt">The platform may have been asked a while ago.</param>
public sealed record Presence(Activity Activity, Instant? DoNotDisturbUntil, Instant ObservedAt);

public enum Activity
{
    /// <summary>The platform did not say; never a reason to take somebody for away.</summary>
    Unknown,

    Active,

    Away,
}
