using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// The JSON of a document or a queued thing with its checksum. LiteDB has none, neither for its pages nor for its log:
/// a lost page inside the log goes unnoticed and old or foreign bytes come back.
/// </summary>
/// <param name="Key">Part of the checksum, so that a body which turns up under another key is noticed too.</param>
internal sealed record Body(string Key, long Version, string Json, long Checksum)
{
    /// <summary>LiteDB ends at 16 MB, in the middle of a transaction; nothing a person writes comes near.</summary>
    private const int MostBytes = 8 << 20;

    public static Body Of(string key, long version, string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
            throw new ArgumentException($"A document may have {MostBytes} bytes: {Keys.IdIn(key)} is larger.");
        return new Body(key, version, json, ChecksumOf(key, version, json));
    }

    /// <summary>Whether it is what was written.</summary>
    public bool IsWhole => ChecksumOf(Key, Version, Json) == Checksum;

    /// <exception cref="DocumentDamagedException">The text is no such value.</exception>
    public T Value<T>(DocumentJson json, string kind, string id) where T : class
    {
        try
        {
            return json.Read<T>(Json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            throw new DocumentDamagedException(kind, id, unreadable);
        }
    }

    /// <exception cref="DocumentDamagedException">The checksum differs.</exception>
    public void Verify(string kind, string id)
    {
        if (!IsWhole)
            throw new DocumentDamagedException(kind, id);
    }

    public static long ChecksumOf(string key, long version, string json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, version);
        hash.AppendData(number);
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(Encoding.UTF8.GetBytes(json));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
