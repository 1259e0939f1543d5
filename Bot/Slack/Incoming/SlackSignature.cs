using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>
/// Tells what Slack sent from what somebody else did, by the raw bytes and before anything is read of them. Without a secret nothing is Slack's.
/// See <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.
/// </summary>
/// <param name="secrets">The current one first; while it is being replaced, the earlier ones too.</param>
public sealed class SlackSignature(IReadOnlyList<string> secrets, TimeProvider time)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const int WindowSeconds = 300;
    private const int LongestTimestamp = 12;

    private readonly List<byte[]> _secrets = [.. secrets.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    private static ReadOnlySpan<byte> Version => "v0:"u8;

    private static ReadOnlySpan<char> Prefix => "v0=";

    public SignatureVerdict Check(StringValues timestamp, StringValues signature, SlackBody body)
    {
        if (timestamp.Count != 1 || signature.Count != 1)
            return SignatureVerdict.Missing;
        var at = timestamp[0].AsSpan();
        var signed = signature[0].AsSpan();
        if (at.Length is 0 or > LongestTimestamp || at.ContainsAnyExceptInRange('0', '9'))
            return SignatureVerdict.Wrong;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - long.Parse(at, System.Globalization.CultureInfo.InvariantCulture)) > WindowSeconds)
            return SignatureVerdict.Stale;

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!signed.StartsWith(Prefix, StringComparison.Ordinal) || signed.Length != Prefix.Length + 2 * given.Length
            || Convert.FromHexString(signed[Prefix.Length..], given, out _, out _) != System.Buffers.OperationStatus.Done)
            return SignatureVerdict.Wrong;

        Span<byte> start = stackalloc byte[Version.Length + LongestTimestamp + 1];
        Version.CopyTo(start);
        var length = Version.Length + Encoding.ASCII.GetBytes(at, start[Version.Length..]);
        start[length++] = (byte)':';
        var message = body.After(start[..length]);
        return Matching(message, given) switch
        {
            < 0 => SignatureVerdict.Wrong,
            0 => SignatureVerdict.Right,
            _ => SignatureVerdict.RightByOldSecret,
        };
    }

    /// <summary>Every secret is tried, so that the time it takes says nothing.</summary>
    private int Matching(ReadOnlySpan<byte> message, ReadOnlySpan<byte> given)
    {
        var matching = -1;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var at = _secrets.Count - 1; at >= 0; at--)
        {
            HMACSHA256.HashData(_secrets[at], message, expected);
            if (CryptographicOperations.FixedTimeEquals(expected, given))
                matching = at;
        }

        return matching;
    }
}

public enum SignatureVerdict
{
    Right,

    /// <summary>Slack's, by a secret that should be gone soon.</summary>
    RightByOldSecret,

    /// <summary>A header is not there, or there twice.</summary>
    Missing,

    /// <summary>More than five minutes from now, one way or the other.</summary>
    Stale,

    Wrong,
}
