using AsyncBot.Core.Jobs;

namespace AsyncBot.Core.Commands;

/// <summary>The commands that every other command leans on: Undo, drafts, forms, and clearing up after them.</summary>
public static class CommandsFeature
{
    public static CommandCatalog AddCommands(this CommandCatalog commands) => commands
        .Add<Undo, Undo.Handler>()
        .Add<UseDraft, UseDraft.Handler>()
        .Add<OpenForm, OpenForm.Handler>()
        .Add<Retired, Retired.Handler>();

    public static JobCatalog AddCommands(this JobCatalog jobs) => jobs.Add<Sweep, Sweep.Handler>("sweep");
}
