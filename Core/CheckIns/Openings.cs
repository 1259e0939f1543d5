using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>Some people's windows of one date, which have opened.</summary>
internal sealed record Opening(LocalDate Date, Found Found, IReadOnlyList<PersonId> People);

/// <summary>How it came that somebody's window is dealt with now.</summary>
public enum Found
{
    /// <summary>Its time has come.</summary>
    InTime,

    /// <summary>They moved to where its time had passed.</summary>
    Moved,

    /// <summary>It opened while they, or its times, were not as they are again now.</summary>
    Restored,
}

/// <summary>Finds whose windows have opened and were not dealt with.</summary>
internal static class Openings
{
    /// <summary>The clocks of two people are never further apart.</summary>
    private static readonly Duration Apart = Duration.FromHours(27);

    /// <summary>
    /// Those that opened after an instant and until another; of those who were not there at the last look, or on another clock, or asked at other times,
    /// also those before.
    /// </summary>
    /// <param name="last">What was found at the last look; null where there was none.</param>
    public static IEnumerable<Opening> Of(
        CheckIn checkIn, IReadOnlyDictionary<string, List<Member>> zones, CheckInPlan? last, Instant since, Instant until)
    {
        var known = last?.ZoneOfEach ?? new Dictionary<PersonId, string>();
        foreach (var (zone, members) in zones)
        {
            foreach (var some in members.GroupBy(member => known.GetValueOrDefault(member.Person)))
            {
                var found = last?.Zones is null || (some.Key == zone && last.Times == checkIn.Times) ? Found.InTime
                    : some.Key is null || last.Times != checkIn.Times ? Found.Restored
                    : Found.Moved;
                var from = found == Found.InTime ? since : Instant.Max(Instant.Min(since, last!.DoneUntil - Apart), checkIn.Since - Duration.Epsilon);
                foreach (var window in checkIn.Times.Opening(from, until, zone))
                {
                    var old = found == Found.Moved ? checkIn.Times.On(window.Date, some.Key!) : null;
                    var people = some.Where(member => window.Opens >= member.Since && !WasDealtWith(old, member)).Select(member => member.Person).ToList();
                    if (people.Count > 0)
                        yield return new Opening(window.Date, found, people);
                }
            }
        }

        // What opened on their old clock was dealt with on that, if they were in it by then.
        bool WasDealtWith(PersonalWindow? old, Member member) => old is { } window && window.Opens <= last!.DoneUntil && window.Opens >= member.Since;
    }
}
