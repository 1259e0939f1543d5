using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBot.Bot.Tests.Hosting;

/// <summary>All ideas of a channel, read page by page as a person would.</summary>
public static partial class Ideas
{
    public static async Task<IReadOnlyList<(int Number, string Text)>> In(PlaygroundClient api)
    {
        var ideas = new List<(int, string)>();
        var page = (await api.Say("ana", "#team", "/idea list")).Answer();
        while (true)
        {
            ideas.AddRange(Line().Matches(page.Text).Select(match => (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)));
            if (!page.Buttons.Contains("More"))
                return ideas;
            page = (await api.Press("ana", page.Id, "More")).Answer();
        }
    }

    public static string TextOf(string line) => Line().Match(line).Groups[2].Value;

    [GeneratedRegex("#([0-9]+) (.+?) — @")]
    private static partial Regex Line();
}
