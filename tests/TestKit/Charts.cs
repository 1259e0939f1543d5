using AsyncBot.Core.Messages;

namespace AsyncBot.TestKit;

/// <summary>Pictures to draw: two weeks of a rotation in New York, in which the clocks change.</summary>
public static class Charts
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static readonly LocalDate First = new(2026, 3, 2);

    public static readonly Instant Now = At(new LocalDate(2026, 3, 4), 14, 5);

    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");

    /// <summary>Ana's week, Ben's week that somebody changed, and a gap.</summary>
    public static readonly Timeline TwoWeeks = new(
        $"On call: {"Payments"}",
        At(First),
        At(First.PlusDays(14)),
        Now,
        [
            new Lane($"{Ana}", [new Bar(At(First, 9), At(First.PlusDays(7), 9), Ana)]),
            new Lane($"{Ben}", [new Bar(At(First.PlusDays(7), 9), At(First.PlusDays(12)), Ben, Kind: BarKind.Changed)]),
            new Lane($"Nobody", [new Bar(At(First.PlusDays(12)), At(First.PlusDays(14), 9), Kind: BarKind.Gap)]),
        ]);

    public static Instant At(LocalDate date, int hour = 0, int minute = 0) => (date + new LocalTime(hour, minute)).InZoneStrictly(Zone).ToInstant();

    /// <summary>Turns of a day, a lane for each person, over so many days.</summary>
    public static Timeline DailyTurns(int people, int days) => new(
        $"Daily turns",
        At(First),
        At(First.PlusDays(days)),
        Now,
        [.. Enumerable.Range(0, people).Select(person => new Lane($"{PersonOf(person)}", [.. Enumerable.Range(0, days)
            .Where(day => day % people == person)
            .Select(day => new Bar(At(First.PlusDays(day), 9), At(First.PlusDays(day), 17), PersonOf(person)))]))]);

    public static PersonId PersonOf(int number) => new($"p{number}");

    /// <param name="nameOf">Null for the id with a capital letter.</param>
    public static Reader ReaderIn(string zone, Func<PersonId, string>? nameOf = null) => new(
        DateTimeZoneProviders.Tzdb[zone], Now, nameOf ?? (person => char.ToUpperInvariant(person.Value[0]) + person.Value[1..]), channel => channel.Value);
}
