using AsyncBot.Core.Jobs;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>What every other command leans on: Undo, drafts, forms, settings, clearing up after them, and the runners of commands and jobs.</summary>
public static class CommandsFeature
{
    public static FeatureCatalog AddCommands(this FeatureCatalog features) => features
        .Command<Undo, Undo.Handler>()
        .Command<UseDraft, UseDraft.Handler>()
        .Command<OpenForm, OpenForm.Handler>()
        .Command<Retired, Retired.Handler>()
        .Job<Sweep, Sweep.Handler>("sweep")
        .Job<ClearClosed, ClearClosed.Handler>("clear closed")
        .Job<ForgetRemoval, ForgetRemovals>("forget removal")
        .Follower<WorkspaceSettings, ClearClosed.SettingsFollower>(WorkspaceSettings.Type)
        .Document(WorkspaceSettings.Type, WorkspaceSettings.Undo)
        .Expiring(Handled.Type)
        .Expiring(Draft.Type)
        .Expiring(UndoRecord.Type, (turn, record) => record.DropKept(turn, features.Documents))
        .Part<IWorkspaceMemory, Numbers>()
        .Part<Followers>()
        .Part<TurnRunner>()
        .Part<JobRunner>()
        .Part<TimeDataUpdate>()
        .Part<Courier>()
        .Part<InboundReader>()
        .Part<Overhearing>()
        .Part<CommandRunner>()
        .Part<Dispatcher>();
}
