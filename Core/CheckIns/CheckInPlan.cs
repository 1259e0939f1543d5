using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>How far a check-in has got: all windows that opened until then were dealt with, of these people, by these times and on these clocks.</summary>
/// <param name="Times">As they were then.</param>
/// <param name="Zones">Who was asked on which clock.</param>
public sealed record CheckInPlan(
    int Number, Instant DoneUntil, Timetable? Times = null, IReadOnlyDictionary<string, IReadOnlyList<PersonId>>? Zones = null)
{
    public static readonly DocumentType<CheckInPlan> Type = new("checkin.plan", plan => CheckIn.IdOf(plan.Number));

    /// <summary>Who was there at the last look, and on which clock.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<PersonId, string> ZoneOfEach =>
        (Zones ?? new Dictionary<string, IReadOnlyList<PersonId>>()).SelectMany(zone => zone.Value.Select(person => (person, zone.Key)))
        .ToDictionary(each => each.person, each => each.Key);

    /// <summary>Has a check-in looked at when its next window opens; it is looked at then, and nothing else is told by the instant.</summary>
    public static void Await(Turn turn, CheckIn checkIn, Instant? next)
    {
        turn.Unschedule(checkIn.Lane);
        if (next is { } at)
            turn.Schedule(checkIn.Lane, at, new WakeUp(checkIn.Number), checkIn.Lane);
    }

    /// <summary>Nothing is left in it of who somebody is and where.</summary>
    public static async Task Forget(Turn turn, int number, PersonId person)
    {
        if (await turn.Find(Type, CheckIn.IdOf(number)) is not { Value: { Zones: { } zones } plan } stored || !plan.ZoneOfEach.ContainsKey(person))
            return;
        var without = zones.ToDictionary(zone => zone.Key, zone => (IReadOnlyList<PersonId>)[.. zone.Value.Where(other => other != person)]);
        turn.Batch.Put(Type, plan with { Zones = without.Where(zone => zone.Value.Count > 0).ToDictionary() }, stored.Version);
    }

    /// <summary>Has a check-in and its open runs looked at now, because something about it, or about those whom it asks, changed.</summary>
    public static void Renew(Turn turn, int number) =>
        turn.Schedule($"{CheckIn.Kind} {number} {turn.Id}", turn.Now, new OpenWindows(number, IsRenewed: true), $"{CheckIn.Kind} {number}");
}
