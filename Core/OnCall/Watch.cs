using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Who is on call around an instant, told by people: a handoff is where these change, whatever decided it.</summary>
/// <param name="Now">The stretch that holds the instant, as long as the same people have it without a break; the reasons are those of the instant.</param>
/// <param name="Next">The next stretch in which others have it; null where there is none within <see cref="Schedule.Reach"/>.</param>
/// <param name="TurnEnd">When those who have it now have it no more in this turn: with working hours that is days after the stretch ends.</param>
internal sealed record Watch(Stretch Now, Stretch? Next, Instant TurnEnd)
{
    private const int MostJoined = 500;

    public static Watch Of(Schedule schedule, Instant at)
    {
        var now = schedule.Around(at);
        var (start, end, reach) = (now.Start, now.End, at - Schedule.Reach);
        while (start > reach && schedule.Around(start - Duration.Epsilon) is var before && before.Start < start && IsSame(before, now))
            start = Instant.Max(reach, before.Start);
        Stretch? next = null;
        var turn = TurnOf(schedule, now, at);
        var turnEnd = end;
        var joined = 0;
        foreach (var after in schedule.After(at))
        {
            if (next is not null && !IsSame(after, next))
                break;
            if (next is not null)
                next = next with { End = after.End };
            else if (IsSame(after, now) && after.Start == end)
                end = turnEnd = after.End;
            else if (IsSame(after, now) && after.Start < turn)
                turnEnd = Instant.Min(turn, after.End);
            else if (!after.IsGap && !IsSame(after, now))
                next = after;
            if (++joined == MostJoined)
                break;
        }

        // So much in a row of the same is taken for endless.
        if (joined == MostJoined && next is null && !now.IsGap && end > at + (Schedule.Reach / 2))
            end = turnEnd = at + Schedule.Reach;
        return new Watch(now with { Start = start, End = end }, next, Instant.Max(end, turnEnd));
    }

    public static bool IsSame(Stretch one, Stretch other) =>
        one.Seats.Count == other.Seats.Count && one.Seats.All(seat => other.Has(seat.Person));

    /// <summary>What somebody has from an instant on, or a stretch of it; null where they have nothing within the time looked at.</summary>
    public static Shift? NextOf(Schedule schedule, PersonId person, Instant from, Duration ahead) =>
        schedule.Shifts(from, from + ahead).FirstOrDefault(shift => shift.Person == person);

    /// <summary>A shift to its real end, where it goes on behind what was looked at.</summary>
    public static Shift Whole(Schedule schedule, Shift shift, Instant looked) => shift.End < looked ? shift : shift with
    {
        End = NextOf(schedule, shift.Person, shift.End - Duration.Epsilon, Schedule.Reach) is { } rest ? rest.End : shift.End,
    };

    /// <summary>The end of the turn of the layer that decides.</summary>
    private static Instant TurnOf(Schedule schedule, Stretch now, Instant at) =>
        now.Seats is [{ Why: { Kind: ReasonKind.Layer, Layer: var layer } }, ..] && schedule.Plan.Layers[layer].Handoffs is { } rule
            ? rule.TurnOf(at).End : now.End;
}
