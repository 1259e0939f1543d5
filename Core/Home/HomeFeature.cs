using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;

namespace AsyncBot.Core.Home;

/// <summary>Everybody's own page within a platform that has such pages.</summary>
public static class HomeFeature
{
    public static CommandCatalog AddHome(this CommandCatalog commands) => commands.Add<OpenHome, OpenHome.Handler>();

    public static JobCatalog AddHome(this JobCatalog jobs) => jobs.Add<RefreshHome, RefreshHome.Handler>("home");
}
