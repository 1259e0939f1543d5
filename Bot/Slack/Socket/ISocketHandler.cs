namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Does what an envelope asks for; the same work as for a request over HTTP, which it must answer within three seconds.</summary>
public interface ISocketHandler
{
    /// <param name="type"><c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>, or a newer one.</param>
    /// <param name="payload">The JSON that HTTP would have carried.</param>
    /// <param name="acceptsPayload">Whether Slack takes an answer with the acknowledgement.</param>
    /// <param name="retryAttempt">Set when Slack sends it once more.</param>
    /// <exception cref="Exception">Nothing is acknowledged then, and Slack sends an event again.</exception>
    Task<SocketReply> Handle(string type, ReadOnlyMemory<byte> payload, bool acceptsPayload, int? retryAttempt, CancellationToken ct);
}

/// <summary>The answer that goes with an acknowledgement: JSON, or none.</summary>
/// <param name="IsPutOff">Nothing is acknowledged, so that Slack sends it again.</param>
/// <param name="Otherwise">How the answer is given where the connection ends before it could be.</param>
public readonly record struct SocketReply(ReadOnlyMemory<byte>? Payload, bool IsPutOff = false, Func<Task>? Otherwise = null)
{
    public static readonly SocketReply None;

    public static readonly SocketReply Later = new(null, IsPutOff: true);
}
