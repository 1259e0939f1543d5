using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Online;

/// <summary>Who is around, and when the others will be.</summary>
public static class OnlineFeature
{
    public static FeatureCatalog AddOnline(this FeatureCatalog features) => features
        .Command<ShowOnline, ShowOnline.Handler>()
        .Command<ShowNext, ShowNext.Handler>()
        .Command<FindOverlap, FindOverlap.Handler>()
        .Part<Sight>();
}
