namespace AsyncBot.TestKit.Slack;

/// <summary>An answer with <c>ok: false</c>.</summary>
internal sealed class SlackRefusal(string error, params string[] messages) : Exception(error)
{
    public string Error => Message;

    public IReadOnlyList<string> Messages => messages;
}
