using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Online;

/// <summary>Who is around, and when the others will be.</summary>
public static class OnlineFeature
{
    public static CommandCatalog AddOnline(this CommandCatalog commands) => commands
        .Add<ShowOnline, ShowOnline.Handler>()
        .Add<ShowNext, ShowNext.Handler>()
        .Add<FindOverlap, FindOverlap.Handler>();
}
