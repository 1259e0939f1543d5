namespace AsyncBot.TestKit.Slack;

/// <summary>An answer with <c>ok: false</c>.</summary>
internal sealed class SlackRefusal : Exception
{
    public SlackRefusal(string error, params string[] messages)
        : base(messages.Length == 0 ? error : $"{error}: {string.Join(' ', messages)}") => (Error, Messages) = (error, messages);

    public string Error { get; }

    public IReadOnlyList<string> Messages { get; }
}
