using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
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

    /// <summary>A line about one check-in, with its name for <c>Daily</c>.</summary>
    public static string About(CheckIn checkIn, string example) => example.Replace("Daily", checkIn.Name, StringComparison.Ordinal);

    /// <summary>The first line that works about some, those first by which the caller is asked.</summary>
    /// <param name="example">The line about one; null where it would be refused.</param>
    public static async Task<string> With(Turn turn, Func<CheckIn, Task<string?>> example, IReadOnlyList<CheckIn> seen)
    {
        foreach (var checkIn in seen.OrderBy(each => !each.Asks(turn.Caller.Person)))
        {
            if (await example(checkIn) is { } line)
                return line;
        }

        return $"checkin status {seen[0].Name}";
    }

    /// <summary>How the caller sees what comes.</summary>
    public static async Task<Typed> WhatComes(Turn turn) => new((await CheckInBook.Seen(turn)).Count > 0 ? "checkin preview" : "checkin list");

    /// <summary>How somebody is taken out of a check-in, or put in; null where there is nobody.</summary>
    public static async Task<string?> OfMembers(Turn turn, CheckIn checkIn, string verb)
    {
        if (!await CheckInBook.MayChange(turn, checkIn))
            return null;
        if (verb == "remove")
            return await Somebody(checkIn.Members.Select(member => member.Person));
        var isFull = checkIn.Members.Count >= CheckIn.MostWithoutAdmin && !turn.Caller.IsAdmin;
        return isFull ? null : await Somebody((await turn.MembersOf(checkIn.Channel)).Select(person => person.Id).Where(person => !checkIn.Asks(person)));

        async Task<string?> Somebody(IEnumerable<PersonId> people)
        {
            foreach (var person in people.Take(Most))
            {
                if (await turn.Find(person) is { } found && await Whom.IsKnown(turn, person))
                    return $"checkin {verb} {checkIn.Name} @{found.Called}";
            }

            return null;
        }
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
