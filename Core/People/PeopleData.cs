using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>
/// What somebody said about their time, what was said of it by others, and the days off they gave or have. Forgetting leaves one thing:
/// whoever would rather be asked stays so, because nothing that they wish hidden may show again.
/// </summary>
public sealed class PeopleData : IPersonalData
{
    private const int AtOnce = 1_000;

    public string Name => "people";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var entries = new List<IReadOnlyDictionary<string, object?>>();
        if (await turn.Find(Profile.Type, person.Value) is { Value: var said })
        {
            entries.Add(new Dictionary<string, object?>
            {
                ["hours"] = said.Hours?.Week.ToString(),
                ["hours said"] = said.Hours?.At.ToString(),
                ["zone"] = said.Zone,
                ["others see when I am around"] = said.IsShared,
                ["focus"] = said.Focus is { } focus ? $"{focus.From} to {focus.Until}" : null,
                ["absences"] = said.Absences.Select(each => new
                {
                    from = $"{each.From:s}",
                    back = $"{each.To:s}",
                    zone = each.Zone,
                    reason = each.Reason,
                    said = each.SaidAt.ToString(),
                    byOther = each.By != person,
                }).ToList(),
            });
        }

        foreach (var told in await turn.Query(Profile.Type, Profile.ToldBy(person)))
        {
            entries.AddRange(told.Value.Absences.Where(each => each.By == person).Select(each => new Dictionary<string, object?>
            {
                ["said that away"] = told.Value.Person.Value,
                ["from"] = $"{each.From:s}",
                ["back"] = $"{each.To:s}",
                ["zone"] = each.Zone,
                ["reason"] = each.Reason,
            }));
        }

        foreach (var day in await DaysOf(turn, person))
        {
            entries.Add(new Dictionary<string, object?>
            {
                ["day off"] = Clock.Say(day.Value.Date),
                ["name"] = day.Value.Name,
                ["added"] = day.Value.By == person,
                ["mine"] = day.Value.People.Contains(person),
            });
        }

        return entries;
    }

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        if (await turn.Find(Profile.Type, person.Value) is { } said)
        {
            if (said.Value.IsShared)
                turn.Delete(Profile.Type, said);
            else
                turn.Change(Profile.Type, said, new Profile(person, IsShared: false));
        }

        foreach (var told in await turn.Query(Profile.Type, Profile.ToldBy(person)))
        {
            if (told.Value.Person == person)
                continue;
            turn.Change(Profile.Type, told, told.Value with
            {
                Absences = [.. told.Value.Absences.Select(each => each.By == person ? each with { By = PersonId.Former, Reason = "" } : each)],
            });
        }

        foreach (var day in await DaysOf(turn, person))
        {
            IReadOnlyList<PersonId> left = [.. day.Value.People.Where(other => other != person)];
            if (left.Count == 0 && day.Value.People.Count > 0)
                turn.Delete(DayOff.Type, day);
            else
                turn.Change(DayOff.Type, day, day.Value with { By = day.Value.By == person ? PersonId.Former : day.Value.By, People = left });
        }

        return null;
    }

    private static async Task<IReadOnlyList<Stored<DayOff>>> DaysOf(Turn turn, PersonId person) =>
        [.. (await turn.Query(DayOff.Type, new Slice("date", "", Take: AtOnce))).Where(day => day.Value.By == person || day.Value.People.Contains(person))];
}
