namespace AsyncBot.Core.Documents;

/// <summary>The Slack team, Teams tenant or playground that a document belongs to; nothing is ever read across two of them.</summary>
public readonly record struct WorkspaceId(string Value)
{
    public override string ToString() => Value;
}
