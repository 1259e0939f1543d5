using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Attention;

/// <summary>What the bot says by itself, and when it had better not.</summary>
public static class AttentionFeature
{
    public static FeatureCatalog AddAttention(this FeatureCatalog features) => features
        .Job<Tell, Tell.Handler>("tell")
        .Part<IPersonalData, NagData>();
}
