using System.Security.Cryptography;
using System.Text;

namespace AsyncBot.Core.CheckIns;

/// <summary>Tells long texts apart in an id, which stays short and says nothing of them.</summary>
internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
