using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>How a day off is spoken of.</summary>
internal static class HolidayText
{
    /// <summary>For example <c>Fri 25 Dec 2026: “Christmas”, for everybody</c>.</summary>
    /// <param name="people">Those whom the reader may know of.</param>
    public static Rich Line(DayOff day, IReadOnlyList<PersonId> people) => $"{day.Date}: “{day.Name}”, for {For(day, people)}";

    private static Rich For(DayOff day, IReadOnlyList<PersonId> people) =>
        day.Channel is { } channel ? $"everybody in {channel}"
        : day.IsForAll ? (Rich)$"everybody"
        : Rich.Join(", ", people.Select(person => (Rich)$"{person}"));

    /// <summary>The days off from a date on that the caller may know of, with those people whom they may know of.</summary>
    public static async Task<IReadOnlyList<(DayOff Day, IReadOnlyList<PersonId> People)>> Seen(Turn turn, LocalDate from, int most)
    {
        var seen = new List<(DayOff, IReadOnlyList<PersonId>)>();
        foreach (var day in await turn.Query(DayOff.Type, DayOff.From(from) with { Take = AddHoliday.Most + 1 }))
        {
            if (seen.Count == most)
                break;
            if (await PeopleOf(turn, day.Value) is { } people)
                seen.Add((day.Value, people));
        }

        return seen;
    }

    /// <summary>Those people of a day off whom the caller may know of; null where the caller may not know of the day.</summary>
    public static async Task<IReadOnlyList<PersonId>?> PeopleOf(Turn turn, DayOff day)
    {
        if (!await day.IsSeen(turn))
            return null;
        var people = new List<PersonId>();
        foreach (var person in day.People)
        {
            if (day.By == turn.Caller.Person || ((await Profile.Of(turn, person)).IsToldTo(turn.Caller.Person) && await Whom.IsKnown(turn, person)))
                people.Add(person);
        }

        return people.Count > 0 || day.People.Count == 0 ? people : null;
    }
}
