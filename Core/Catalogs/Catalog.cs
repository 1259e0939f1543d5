using AsyncBot.Core.Commands;
using AsyncBot.Core.Help;
using AsyncBot.Core.Home;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Online;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Catalogs;

/// <summary>All features, put together once: whoever runs, tests or documents the bot takes them from here. A new feature is a line in each.</summary>
public static class Catalog
{
    public static CommandCatalog Commands() => new CommandCatalog().AddIdeas().AddOnline().AddPeople().AddHelp().AddHome().AddCommands().AnnounceFeatures();

    public static JobCatalog Jobs() => new JobCatalog().AddIdeas().AddHelp().AddHome().AddCommands();

    public static DocumentCatalog Documents(IdeaTexts texts) => new DocumentCatalog()
        .AddIdeas(texts)
        .AddPeople()
        .Add(WorkspaceSettings.Type, WorkspaceSettings.Undo, new ClearClosedIdeas.SettingsFollower());
}
