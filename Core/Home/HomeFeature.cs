using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>Everybody’s own page within a platform that has such pages.</summary>
public static class HomeFeature
{
    public static FeatureCatalog AddHome(this FeatureCatalog features) => features
        .Command<OpenHome, OpenHome.Handler>()
        .Job<RefreshHome, RefreshHome.Handler>("home")
        .Part<IPersonalData, HomeData>();
}
