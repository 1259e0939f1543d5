namespace AsyncBot.Bot.Hosting;

/// <summary>The address under which others reach the bot, as somebody typed it.</summary>
public static class PublicUrl
{
    public const string Example = "https://asyncbot.example.org";

    /// <summary>Our longest path stays below the 3,000 characters of a command's address.</summary>
    private const int Longest = 2_000;

    /// <returns>Null where nobody could call it, or everybody could listen.</returns>
    public static Uri? Read(string text)
    {
        if (text.Length > Longest || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url))
            return null;
        var isBare = url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;
        var isPrivate = url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Listening.IsLoopback(url.Host));
        return isBare && isPrivate ? url : null;
    }

    /// <param name="address">A path of the bot, such as <c>/slack/events</c>.</param>
    public static string Of(Uri url, string address) => url.AbsoluteUri.TrimEnd('/') + address;
}
