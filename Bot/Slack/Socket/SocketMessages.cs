using System.Net.WebSockets;

namespace AsyncBot.Bot.Slack.Socket;

/// <summary>Puts the parts of a message together, and skips what is no message of Slack's.</summary>
internal sealed class SocketMessages(WebSocket socket, int longest)
{
    private readonly byte[] _part = new byte[16 * 1024];

    /// <summary>The next message, in memory of its own; null bytes for one that was skipped.</summary>
    public async Task<(bool IsEnd, byte[]? Message, string? Skipped)> Next()
    {
        using var whole = new MemoryStream();
        long length = 0;
        while (true)
        {
            // never cancelled: that would cut the connection, with acknowledgements unsent
            var part = await socket.ReceiveAsync(_part.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return (true, null, null);
            length += part.Count;
            if (length <= longest)
                whole.Write(_part, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            if (length > longest)
                return (false, null, "too long");
            return part.MessageType == WebSocketMessageType.Text ? (false, whole.ToArray(), null) : (false, null, "binary");
        }
    }
}
