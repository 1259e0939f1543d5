using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall;

/// <summary>
/// A calendar that somebody reads in an app of their own, without a login: whoever has its address sees what they see, so nobody can guess it,
/// and its owner can make a new one.
/// </summary>
/// <param name="Rotation">The key of the rotation that it shows; null for the owner's own in every rotation.</param>
/// <param name="Secret">The part of the address that nobody can guess.</param>
/// <param name="Since">When that part was made.</param>
public sealed record Feed(PersonId Person, string? Rotation, string Secret, Instant Since)
{
    /// <summary>As many bits as nobody can try.</summary>
    private const int SecretBytes = 20;

    /// <summary>Looked for by a hash of the secret, so that how long the search takes tells nothing of how near somebody's guess was.</summary>
    public static readonly DocumentType<Feed> Type = new(
        "oncall.feed",
        feed => IdOf(feed.Person, feed.Rotation),
        new DocumentIndex<Feed>("secret", feed => HashOf(feed.Secret), _ => ""),
        new DocumentIndex<Feed>("person", feed => feed.Person.Value, feed => IdOf(feed.Person, feed.Rotation)));

    public static Feed New(PersonId person, string? rotation, Instant now) =>
        new(person, rotation, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)), now);

    public static string IdOf(PersonId person, string? rotation) => rotation is null ? person.Value : $"{person} {rotation}";

    public static Slice With(string secret) => new("secret", HashOf(secret), Take: 1);

    public static Slice Of(PersonId person) => new("person", person.Value, Take: 1_000);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>What stands in the address of a calendar: the workspace, because an app names none, and the secret.</summary>
public readonly record struct FeedToken(WorkspaceId Workspace, string Secret)
{
    private const int Longest = 250;
    private const char Separator = ' ';

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Workspace}{Separator}{Secret}"));

    /// <returns>Null where it is none.</returns>
    public static FeedToken? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token))
            return null;
        var words = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
        return words is [{ Length: > 0 } workspace, { Length: > 0 } secret] ? new FeedToken(new WorkspaceId(workspace), secret) : null;
    }
}
