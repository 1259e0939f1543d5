using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>A request's raw bytes, with room before them for what is signed together with them.</summary>
public sealed class SlackBody
{
    private const int Room = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;

    private SlackBody(byte[] bytes) => _bytes = bytes;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(Room);

    public static SlackBody Of(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[Room + body.Length];
        body.CopyTo(bytes.AsSpan(Room));
        return new SlackBody(bytes);
    }

    /// <exception cref="BadHttpRequestException">It is larger than any request may be, or ends too early.</exception>
    public static async ValueTask<SlackBody> Read(PipeReader reader, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.IsCompleted)
            {
                var bytes = new byte[Room + read.Buffer.Length];
                read.Buffer.CopyTo(bytes.AsSpan(Room));
                reader.AdvanceTo(read.Buffer.End);
                return new SlackBody(bytes);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <exception cref="DecoderFallbackException">It is no UTF-8.</exception>
    public string Text() => Strict.GetString(Bytes.Span);

    /// <summary>The same bytes with others right before them, without a copy.</summary>
    internal ReadOnlySpan<byte> After(ReadOnlySpan<byte> start)
    {
        start.CopyTo(_bytes.AsSpan(Room - start.Length));
        return _bytes.AsSpan(Room - start.Length);
    }
}
