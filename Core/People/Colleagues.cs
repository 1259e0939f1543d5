using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Gathers what is known of people's time: what they said, what their platform says, and the days off.</summary>
public static class Colleagues
{
    /// <summary>Days off further away than this are not asked about.</summary>
    private const int DaysAhead = 400;

    public static Task<Colleague> Find(Turn turn, PersonId person) => turn.Once((typeof(Colleague), person), async () =>
        (await Of(turn, [await turn.Find(person) ?? new Person(person, person.Value, null)]))[0]);

    /// <summary>In the same order.</summary>
    public static async Task<IReadOnlyList<Colleague>> Of(Turn turn, IReadOnlyList<Person> people)
    {
        var settings = (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value ?? WorkspaceSettings.Initial;
        var daysOff = await DaysOff(turn);
        var colleagues = new List<Colleague>(people.Count);
        foreach (var person in people)
            colleagues.Add(await Of(turn, person, settings, daysOff));
        return colleagues;
    }

    private static async Task<Colleague> Of(Turn turn, Person person, WorkspaceSettings settings, IReadOnlyList<(DayOff Day, bool IsSeen)> daysOff)
    {
        var said = await Profile.Of(turn, person.Id);
        var known = said.Zone ?? person.Zone;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(known ?? settings.Zone)?.Id ?? "UTC";
        var holidays = new List<Holiday>();
        foreach (var (day, isSeen) in daysOff)
        {
            if (await day.IsFor(turn, person.Id))
                holidays.Add(new Holiday(day.Date, isSeen ? day.Name : ""));
        }

        var week = said.Hours?.Week ?? person.Week;
        var absences = said.Absences.Count == 0 ? [] : said.Absences.Select(absence => absence.InHours(week ?? WorkingWeek.Usual, zone)).ToList();
        return new Colleague(
            person.Id, person.Shown, person.IsGone, zone, known is not null || settings.IsZoneSaid || settings.Zone != WorkspaceSettings.Initial.Zone,
            new WorkingHours(week ?? WorkingWeek.Usual, zone, absences, holidays, Assumed: week is null), said.Hours?.At, said)
        {
            Called = person.Called,
        };
    }

    private static async Task<IReadOnlyList<(DayOff Day, bool IsSeen)>> DaysOff(Turn turn)
    {
        var today = turn.Now.InUtc().Date;
        var days = await turn.Query(DayOff.Type, DayOff.Between(today.PlusDays(-3), today.PlusDays(DaysAhead)));
        if (days.Count == 0)
            return [];
        var seen = new List<(DayOff, bool)>(days.Count);
        foreach (var day in days)
            seen.Add((day.Value, await day.Value.IsSeen(turn)));
        return seen;
    }
}
