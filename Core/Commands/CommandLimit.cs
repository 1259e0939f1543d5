using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>Keeps one person, or one broken script, from using up what belongs to everybody.</summary>
/// <param name="perMinute">Commands a person may give in a minute, all at once if they like; 0 = no limit.</param>
public sealed class CommandLimit(int perMinute, TimeProvider time)
{
    private readonly Allowances<(WorkspaceId, PersonId)> _allowances = new(perMinute, perMinute, time);

    public int PerMinute => perMinute;

    public bool Allows(WorkspaceId workspace, PersonId person) => perMinute == 0 || _allowances.Allows((workspace, person));
}
