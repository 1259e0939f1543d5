using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// How long a blocker has been waiting, in working time of whoever it needs: a weekend keeps nobody waiting who does not work then.
/// It is reckoned each time and kept nowhere.
/// </summary>
/// <param name="Whose">Whose working time it is; null where nobody's may be told, and it is time on the clock.</param>
/// <param name="IsAtWork">Whether they work at its end.</param>
public sealed record BlockerAge(Duration Length, PersonId? Whose, bool IsAtWork = false)
{
    /// <param name="reader">Who gets to see it.</param>
    public static async Task<BlockerAge> Of(Turn turn, Blocker blocker, PersonId reader)
    {
        var end = blocker.ClosedAt ?? turn.Now;
        var whose = blocker.Needs.Select(need => need.Person).DefaultIfEmpty(blocker.Author);
        var told = (await Readers.Told(turn, ConversationId.Of(reader), whose)).Where(person => person.IsZoneKnown).ToList();
        return told.Count == 0
            ? new BlockerAge(end - blocker.Since, null)
            : told.Select(person => new BlockerAge(person.Hours.WorkingTime(blocker.Since, end), person.Id, person.Hours.At(end).IsWorking))
                .MaxBy(age => (age.Length, age.IsAtWork))!;
    }

    /// <summary>For example "9 h 30 min of @Ben’s working time".</summary>
    public Rich Said => Whose is { } person ? (Rich)$"{Hours(Length)} of {person}’s working time" : $"{Hours(Length)}";

    /// <summary>The same as the end of a line.</summary>
    public Rich Waiting => IsBegun ? $"waiting {Said}" : Whose is { } person && !IsAtWork ? (Rich)$"{person} has not worked since" : $"just now";

    private bool IsBegun => Length >= Duration.FromMinutes(1);

    /// <summary>In hours however many they are, because a day of work is none of the clock.</summary>
    private Rich Hours(Duration length) => !IsBegun ? (Rich)$"less than a minute"
        : length < Duration.FromHours(24) ? (Rich)$"{Clock.Length(length)}"
        : $"{(int)length.TotalHours} h";
}
