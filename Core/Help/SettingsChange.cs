using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Reads and changes the one document of settings.</summary>
internal static class SettingsChange
{
    public static async Task<WorkspaceSettings> Current(Turn turn) =>
        (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value ?? WorkspaceSettings.Initial;

    public static async Task<Reply> Make(Turn turn, Func<WorkspaceSettings, WorkspaceSettings> change, Rich said)
    {
        var stored = await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id);
        var after = change(stored?.Value ?? WorkspaceSettings.Initial);
        if (stored is null)
            turn.Create(WorkspaceSettings.Type, after);
        else
            turn.Change(WorkspaceSettings.Type, stored, after);
        return Reply.Say(said);
    }
}
