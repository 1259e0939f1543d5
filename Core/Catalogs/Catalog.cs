using AsyncBot.Core.Attention;
using AsyncBot.Core.Blockers;
using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Due;
using AsyncBot.Core.Help;
using AsyncBot.Core.Home;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.Online;
using AsyncBot.Core.People;

namespace AsyncBot.Core.Catalogs;

/// <summary>All features, put together once: whoever runs, tests or documents the bot takes them from here. A new noun is a word here.</summary>
public static class Catalog
{
    public static FeatureCatalog Features() => new FeatureCatalog()
        .AddIdeas()
        .AddOnline()
        .AddAttention()
        .AddPeople()
        .AddOnCall()
        .AddDue()
        .AddBlockers()
        .AddCheckIns()
        .AddHome()
        .AddHelp()
        .AddCommands();
}
