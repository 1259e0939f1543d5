using System.Text;
using System.Text.RegularExpressions;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>
/// Puts names back where people and channels were picked from a list amid somebody's own words: for the sake of those named
/// before them, the whole line came with ids.
/// </summary>
internal static partial class PickedNames
{
    public static async Task<string> In(Turn turn, string text)
    {
        var plain = new StringBuilder();
        var end = 0;
        foreach (Match match in Pick().Matches(text))
        {
            if (await NameOf(turn, match.Groups["id"].Value) is not { } name)
                continue;
            plain.Append(text, end, match.Index - end).Append(name);
            end = match.Index + match.Length;
        }

        return plain.Append(text, end, text.Length - end).ToString();
    }

    private static async Task<string?> NameOf(Turn turn, string id) => id[0] == '@'
        ? await turn.Find(new PersonId(id[1..])) is { } person ? "@" + person.Name : null
        : await turn.ChannelNamed(id[1..]) is { } channel && channel.Id.Value == id[1..] ? "#" + channel.Name : null;

    // Each pick stands between two spaces more than were typed.
    [GeneratedRegex(@"(?:^| )(?<id>[@#][^\s@#]+)(?: |$)")]
    private static partial Regex Pick();
}
