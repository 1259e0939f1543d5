using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Puts a cover in the place of what it was. What was agreed later counts on top of what was agreed before, so it goes to the end.</summary>
internal static class CoverEdit
{
    public static Rotation With(Rotation rotation, Cover after) => rotation with
    {
        Plan = rotation.Plan with { Covers = [.. rotation.Plan.Covers.Where(each => each.Id != after.Id), after] },
    };

    public static Rotation Without(Rotation rotation, int cover) => rotation with
    {
        Plan = rotation.Plan with { Covers = [.. rotation.Plan.Covers.Where(each => each.Id != cover)] },
        Asks = [.. rotation.Asks.Where(ask => ask.Cover != cover)],
    };
}
