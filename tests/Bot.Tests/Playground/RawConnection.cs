using System.Net.Sockets;
using System.Text;

namespace AsyncBot.Bot.Tests.Playground;

/// <summary>Sends bytes as they are, also those that no HTTP client would send, and reads the status that comes back.</summary>
public static class RawConnection
{
    public static async Task<int> Send(Uri address, string head, Func<Stream, Task> body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var status = Status(stream);
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"));
            await body(stream);
        }
        catch (IOException)
        {
            // The server has heard enough.
        }

        return await status.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<int> Status(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? throw new IOException("The connection was closed without an answer.");
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
