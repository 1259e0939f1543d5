using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Attention;

/// <summary>What the bot says by itself, and when it had better not.</summary>
public static class AttentionFeature
{
    public static FeatureCatalog AddAttention(this FeatureCatalog features) => features.Job<Tell, Tell.Handler>("tell");
}
