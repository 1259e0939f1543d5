using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Puts a cover in the place of what it was.</summary>
internal static class CoverEdit
{
    /// <summary>What was agreed later counts on top of what was agreed before, so it goes to the end.</summary>
    public static Rotation Taken(Rotation rotation, Cover cover, PersonId by, Instant from)
    {
        var known = rotation.Plan.Overrides.Select(each => each.Id).DefaultIfEmpty().Max();
        var taken = cover with { TakenBy = by, Start = from, Knows = known };
        return rotation with { Plan = rotation.Plan with { Covers = [.. rotation.Plan.Covers.Where(each => each.Id != cover.Id), taken] } };
    }

    /// <summary>Several in its place, so that covers of this cover still find it.</summary>
    public static Rotation With(Rotation rotation, int cover, params IReadOnlyList<Cover> parts) => rotation with
    {
        Plan = rotation.Plan with { Covers = [.. rotation.Plan.Covers.SelectMany(each => each.Id == cover ? parts : [each])] },
    };

    public static Rotation Without(Rotation rotation, int cover) => With(rotation, cover, []) with
    {
        Asks = [.. rotation.Asks.Where(ask => ask.Cover != cover)],
    };

    /// <summary>When the asker has it, or would have it if nobody covered them; nothing where a change of turns left nothing to cover.</summary>
    public static IReadOnlyList<Interval> Needed(Rotation rotation, Cover cover, Instant now)
    {
        var open = With(rotation, cover.Id, cover with { TakenBy = null });
        return Had(open, cover.Asker, Instant.Max(cover.Start, now), cover.End);
    }

    /// <summary>When somebody is on call within a span.</summary>
    public static IReadOnlyList<Interval> Had(Rotation rotation, PersonId person, Instant from, Instant to) => from >= to ? [] :
    [
        .. rotation.Schedule().Shifts(from, to).Where(shift => shift.Person == person).Select(shift => new Interval(shift.Start, shift.End)),
    ];
}
