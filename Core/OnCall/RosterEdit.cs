using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Changes who takes turns from the next handoff on: whoever has a shift keeps it, and the order goes on where it was.</summary>
internal static class RosterEdit
{
    /// <summary>Behind the others, in the lowest layer.</summary>
    public static Plan Add(Plan plan, PersonId person, Instant now) => plan with
    {
        Layers = [.. plan.Layers.Select((layer, at) => at == 0 ? Edited(layer, now, groups => [.. groups, [person]]) : layer)],
    };

    /// <summary>Out of every layer. One that has nobody left stays for what is past.</summary>
    public static Plan Remove(Plan plan, PersonId person, Instant now) => plan with
    {
        Layers =
        [
            .. plan.Layers.Select(layer => layer.Rosters[^1].Groups.Any(group => group.Contains(person))
                ? Edited(layer, now, groups => [.. groups.Select(group => (IReadOnlyList<PersonId>)[.. group.Where(each => each != person)])])
                : layer),
        ],
    };

    private static Layer Edited(Layer layer, Instant now, Func<IReadOnlyList<IReadOnlyList<PersonId>>, IReadOnlyList<IReadOnlyList<PersonId>>> edit)
    {
        // What was to come by an earlier edit is edited, too.
        var next = NextTurn(layer, now);
        var roster = layer.Rosters.LastOrDefault(each => each.FromTurn <= next) ?? layer.Rosters[0];
        var count = roster.Groups.Count;
        var first = count == 0 ? 0 : ((next - roster.FromTurn + roster.First) % count + count) % count;
        var edited = edit(roster.Groups);

        // The next turn is that of the first of those whose turn it would be who are still there.
        var kept = edited.Where(group => group.Count > 0).ToList();
        var turn = 0;
        for (var step = 0; step < edited.Count; step++)
        {
            var at = (first + step) % Math.Max(1, count);
            if (at < edited.Count && edited[at].Count > 0)
            {
                turn = kept.IndexOf(edited[at]);
                break;
            }
        }

        var before = layer.Rosters.Where(each => each.FromTurn < next).ToList();
        return layer with { Rosters = [.. before, new Roster(next, kept, Math.Max(0, turn))] };
    }

    private static int NextTurn(Layer layer, Instant now)
    {
        if (layer.Handoffs is not { } rule)
            return 0;
        var next = rule.NumberAt(now) + 1;
        return layer.BeginsAtAnchor ? Math.Max(0, next) : next;
    }
}
