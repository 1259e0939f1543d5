namespace AsyncBot.Bot.Playground.Page;

/// <summary>Somebody's initials on their own colour. The name stands beside it, so it says nothing by itself.</summary>
public static class Avatar
{
    private const int Colours = 8;

    public static Html Of(string id, string name) => id == ChatMessage.Bot
        ? (Html)$"""<span class="avatar bot" aria-hidden="true">{Icons.Face}</span>"""
        : $"""<span class="avatar c{ColourOf(id)}" aria-hidden="true">{Initials(name)}</span>""";

    /// <summary>Always the same for the same person; the six of the seed differ.</summary>
    private static int ColourOf(string id) => id.Aggregate(0, (sum, letter) => (sum * 3 + letter) % 8191) % Colours;

    private static string Initials(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        return words switch
        {
            [] => "?",
            [var only] => only[..Math.Min(2, only.Length)],
            [var first, .., var last] => $"{first[0]}{last[0]}",
        };
    }
}
