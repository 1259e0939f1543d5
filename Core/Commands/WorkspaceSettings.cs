using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>What the admins of a workspace decided.</summary>
/// <param name="Zone">For people whose platform does not know theirs.</param>
/// <param name="Admins">Beside those whom the platform or the configuration names.</param>
/// <param name="BulbOff">Channels in which a bulb on a message captures nothing.</param>
/// <param name="KeepClosedDays">How long closed items are kept; null for ever.</param>
/// <param name="IsZoneSaid">False where <paramref name="Zone"/> is only a guess.</param>
public sealed record WorkspaceSettings(
    string Zone,
    IReadOnlyList<PersonId> Admins,
    IReadOnlyList<ConversationId> BulbOff,
    int? KeepClosedDays,
    bool IsZoneSaid = false)
{
    public static readonly WorkspaceSettings Initial = new("UTC", [], [], null);

    public static readonly DocumentType<WorkspaceSettings> Type = new("settings", _ => Id);

    public static readonly UndoRules<WorkspaceSettings> Undo = new(
        _ => "what the settings say", _ => "async settings", StateOf: settings => settings.InOneLine);

    private string InOneLine => string.Join(' ', [Zone, IsZoneSaid, KeepClosedDays, "admins", .. Admins, "bulb off", .. BulbOff]);

    /// <summary>There is one such document in a workspace.</summary>
    public const string Id = "settings";
}
