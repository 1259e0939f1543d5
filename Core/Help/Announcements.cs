using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Help;

/// <summary>What is still to come. A feature that arrives takes its line out.</summary>
public static class Announcements
{
    public static FeatureCatalog AnnounceFeatures(this FeatureCatalog features) => features
        .Announce("checkin", "Check-ins")
        .Announce("blocker", "Blockers");
}
