using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Who is on call around an instant, told by people: a handoff is where these change, whatever decided it.</summary>
/// <param name="Now">The stretch that holds the instant, as long as the same people have it; the reasons are those of the instant.</param>
/// <param name="Next">The next stretch in which others have it; null where there is none within <see cref="Schedule.Reach"/>.</param>
internal sealed record Watch(Stretch Now, Stretch? Next)
{
    private const int MostJoined = 500;

    public static Watch Of(Schedule schedule, Instant at)
    {
        var now = schedule.Around(at);
        var (start, end) = (now.Start, now.End);
        var reach = at - Schedule.Reach;
        while (start > reach && schedule.Around(start - Duration.Epsilon) is var before && before.Start < start && IsSame(before, now))
            start = Instant.Max(reach, before.Start);
        Stretch? next = null;
        foreach (var after in schedule.After(at).Take(MostJoined))
        {
            if (next is null && IsSame(after, now))
                end = after.End;
            else if (next is null && !after.IsGap)
                next = after;
            else if (next is not null && IsSame(after, next))
                next = next with { End = after.End };
            else if (next is not null)
                break;
        }

        return new Watch(now with { Start = start, End = end }, next);
    }

    public static bool IsSame(Stretch one, Stretch other) =>
        one.Seats.Count == other.Seats.Count && one.Seats.All(seat => other.Has(seat.Person));

    /// <summary>What somebody has from an instant on, or a stretch of it; null where they have nothing within the time looked at.</summary>
    public static Shift? NextOf(Schedule schedule, PersonId person, Instant from, Duration ahead) =>
        schedule.Shifts(from, from + ahead).FirstOrDefault(shift => shift.Person == person);
}
