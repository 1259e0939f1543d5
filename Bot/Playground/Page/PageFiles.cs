using System.Collections.Frozen;
using System.Security.Cryptography;
using AsyncBot.Bot.Hosting;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>The page's own style, scripts, type and icon.</summary>
public static class PageFiles
{
    private static readonly FrozenDictionary<string, PageFile> Files = new[]
    {
        Load("page.css", "text/css; charset=utf-8"),
        Load("composer.js", "text/javascript; charset=utf-8"),
        Load("page.js", "text/javascript; charset=utf-8"),
        Load("favicon.svg", "image/svg+xml"),
        Load("Roboto-Regular.ttf", "font/ttf"),
        Load("Roboto-Medium.ttf", "font/ttf"),
    }.ToFrozenDictionary(file => file.Name);

    public static PageFile? Find(string name) => Files.GetValueOrDefault(name);

    /// <summary>An address that changes with the content, so browsers may keep it for ever.</summary>
    public static string UrlOf(string name) => $"{PageSetup.Path}/{name}?v={Files[name].Version}";

    /// <summary>A short name for a content.</summary>
    public static string VersionOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 10));

    private static PageFile Load(string name, string mediaType)
    {
        var content = name.EndsWith(".css", StringComparison.Ordinal) ? Embedded.Style(name) : Embedded.File(name);
        return new PageFile(name, mediaType, content, VersionOf(content));
    }
}

public sealed record PageFile(string Name, string MediaType, byte[] Content, string Version);
