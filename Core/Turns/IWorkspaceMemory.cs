using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>Something that remembers parts of a workspace in memory, and must forget them when the workspace is cleared.</summary>
public interface IWorkspaceMemory
{
    void Forget(WorkspaceId workspace);
}
