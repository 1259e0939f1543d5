using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Lines that work when the caller types them: about a channel that they are in, and a check-in that they have.</summary>
internal static class Examples
{
    private const string Ask = "at 9:30 on weekdays for everyone ask \"What did you do?\" \"What is next?\" \"What blocks you?\"";

    /// <summary>As many channels are looked at.</summary>
    private const int Most = 5;

    private static readonly string[] Names = ["Daily", "Standup", "Plans"];

    /// <summary>How a check-in is set up where the caller is.</summary>
    public static async Task<string> OfNew(Turn turn)
    {
        var here = turn.Caller.Conversation.Channel is { } channel && await turn.Find(channel) is { IsArchived: false } found ? found : null;
        var home = (here ?? await Elsewhere(turn))?.Id;
        var taken = (await CheckInBook.All(turn)).Where(each => each.Value.Channel == home).Select(each => each.Value.Name).ToList();
        var name = Array.Find(Names, each => !taken.Contains(each, StringComparer.OrdinalIgnoreCase)) ?? Names[0];
        var place = here is not null ? "" : $"in #{(await Elsewhere(turn))?.Name ?? "team"} ";
        return $"checkin new {name} {place}{Ask}";
    }

    /// <summary>How one of theirs is changed.</summary>
    public static string OfChange(string name) => $"checkin change {name} at 10:00 on weekdays open for 4h";

    /// <summary>The same about one that the caller has.</summary>
    public static string With(Turn turn, string example, IReadOnlyList<CheckIn> seen) =>
        example.Replace("Daily", (seen.FirstOrDefault(each => each.Asks(turn.Caller.Person)) ?? seen[0]).Name, StringComparison.Ordinal);

    /// <summary>Somebody who can be taken out of a check-in, or put in.</summary>
    /// <param name="isIn">Whether they are in it.</param>
    public static async Task<string> Somebody(Turn turn, CheckIn checkIn, bool isIn)
    {
        var people = isIn ? checkIn.Members.Select(member => member.Person)
            : (await turn.MembersOf(checkIn.Channel)).Select(person => person.Id).Where(person => !checkIn.Asks(person));
        foreach (var person in people.Take(1))
            return $"@{(await turn.Find(person))?.Called ?? person.Value}";
        return "@Ben";
    }

    private static Task<Channel?> Elsewhere(Turn turn) => turn.Once<Channel?>((typeof(Examples), "elsewhere"), async () =>
    {
        foreach (var id in (await turn.ChannelsOfCaller()).Take(Most))
        {
            if (await turn.Find(id) is { IsArchived: false } channel)
                return channel;
        }

        return null;
    });
}
