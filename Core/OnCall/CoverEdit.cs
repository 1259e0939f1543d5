using AsyncBot.Core.Messages;
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

    /// <summary>Whoever is put on call for a while is on call then, so what others cover for them ends before it and goes on behind it.</summary>
    public static Rotation Cut(Rotation rotation, PersonId person, Instant start, Instant end)
    {
        foreach (var cover in rotation.Plan.Covers.Where(each => each.Asker == person && each.TakenBy is not null && each.Start < end && start < each.End))
        {
            var parts = new[] { cover with { End = start }, cover with { Start = end } }.Where(part => part.Start < part.End).ToList();
            rotation = parts.Count == 0 ? Without(rotation, cover.Id) : With(rotation, parts[0]);
            if (parts.Count < 2)
                continue;
            var id = rotation.LastId + 1;
            rotation = With(rotation with { LastId = id }, parts[1] with { Id = id });
        }

        return rotation;
    }
}
