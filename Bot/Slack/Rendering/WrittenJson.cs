using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>JSON written into a buffer that each thread keeps: growing a new one for each answer took more memory than the answer itself.</summary>
internal static class WrittenJson
{
    /// <summary>A larger buffer is not kept, so that one long message does not stay in memory.</summary>
    private const int LargestKept = 128 * 1024;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers are many, and made of blocks that are checked wherever else they are written.</summary>
    private static readonly JsonWriterOptions Unchecked = Relaxed with { SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static byte[] Bytes(Action<Utf8JsonWriter> write) => Write(write, Unchecked, static written => written.ToArray());

    public static string Text(Action<Utf8JsonWriter> write) => Write(write, Relaxed, static written => Encoding.UTF8.GetString(written));

    private static T Write<T>(Action<Utf8JsonWriter> write, JsonWriterOptions options, Func<ReadOnlySpan<byte>, T> take)
    {
        // Taken while it is used, so that what writes may have something else written.
        var buffer = _kept ?? new ArrayBufferWriter<byte>(8_192);
        _kept = null;
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);
        var written = take(buffer.WrittenSpan);
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }

        return written;
    }
}
