using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.Blockers;

/// <summary>
/// How long a blocker has been waiting, in working time of whoever it needs: a weekend keeps nobody waiting who does not work then.
/// It is reckoned each time and kept nowhere.
/// </summary>
/// <param name="Whose">Whose working time it is; null where nobody's may be told, and it is time on the clock.</param>
/// <param name="IsAtWork">Whether they work at its end.</param>
public sealed record BlockerAge(Duration Length, PersonId? Whose, bool IsAtWork = false)
{
    /// <param name="people">Everybody whom the blocker names.</param>
    /// <param name="reader">Who gets to see it. Of whoever wants to be asked, nobody else learns when they work.</param>
    public static BlockerAge Of(Blocker blocker, IReadOnlyDictionary<PersonId, Colleague> people, PersonId reader, Instant now)
    {
        var end = blocker.ClosedAt ?? now;
        var told = blocker.Needs.Select(need => people[need.Person]).DefaultIfEmpty(people[blocker.Author])
            .Where(person => person.IsZoneKnown && person.IsToldTo(reader))
            .ToList();
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
