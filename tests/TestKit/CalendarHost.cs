using AsyncBot.Core.OnCall;

namespace AsyncBot.TestKit;

/// <summary>Where calendar apps would reach the bot.</summary>
public sealed class CalendarHost : ICalendarHost
{
    private const string Path = "https://bot.example/ical/";
    private const string Ending = ".ics";

    public bool IsPublic { get; set; } = true;

    public string AddressOf(FeedToken token) => Path + token + Ending;

    /// <summary>The first address in a text, as an app asks for it.</summary>
    public static string TokenIn(string text)
    {
        var begin = text.IndexOf(Path, StringComparison.Ordinal) + Path.Length;
        return text[begin..text.IndexOf(Ending, begin, StringComparison.Ordinal)];
    }
}
