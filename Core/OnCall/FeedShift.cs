using System.Security.Cryptography;
using System.Text;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>A shift as calendars show it: under a name that it keeps when it is shown again, so that apps change it instead of doubling it.</summary>
/// <param name="Anchor">The handoff from which it comes, or else its start; null for what began before anybody can tell.</param>
/// <param name="Nth">Tells those of one anchor apart.</param>
public sealed record FeedShift(Shift Shift, Instant? Anchor, int Nth)
{
    private const int NameBytes = 16;

    /// <summary>Longer than nearly all shifts, and than those of people who are always on call.</summary>
    private static readonly Duration[] Looks = [Duration.FromDays(35), Duration.FromDays(400)];

    /// <summary>The final shifts that touch a span, uncut where their ends can be found.</summary>
    public static IReadOnlyList<FeedShift> Between(Schedule schedule, Instant from, Instant to, Func<Shift, bool> shows)
    {
        foreach (var look in Looks)
        {
            var (first, last) = (from - look, to + look);
            var shifts = schedule.Shifts(first, last).Where(shift => shift.End > from && shift.Start < to && shows(shift)).ToList();
            if (look == Looks[^1] || shifts.TrueForAll(shift => shift.Start > first && shift.End < last))
                return Anchored(schedule.Plan, shifts, first);
        }

        throw new InvalidOperationException("The last look takes what there is.");
    }

    /// <summary>A name that is the same each time, and nobody else's.</summary>
    /// <param name="scope">Where it is shown.</param>
    public string Name(string scope)
    {
        var anchor = Anchor is { } at ? at.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture) : "always";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope} {anchor} {Nth}")).AsSpan(0, NameBytes));
    }

    /// <summary>
    /// What is left of a turn keeps the name of the turn, also where somebody else took its beginning. Within limited hours a turn has many
    /// shifts, which are each their own.
    /// </summary>
    private static List<FeedShift> Anchored(Plan plan, List<Shift> shifts, Instant first)
    {
        var turns = new HashSet<Instant>();
        var uses = new Dictionary<Instant, int>();
        var anchored = new List<FeedShift>();
        foreach (var shift in shifts)
        {
            Instant? anchor = shift.Start <= first ? null : TurnOf(plan, shift) is var turn && turns.Add(turn) ? turn : shift.Start;
            var nth = uses[anchor ?? Instant.MinValue] = uses.GetValueOrDefault(anchor ?? Instant.MinValue) + 1;
            anchored.Add(new FeedShift(shift, anchor, nth));
        }

        return anchored;
    }

    private static Instant TurnOf(Plan plan, Shift shift)
    {
        var why = shift.Whys[0];
        return why.Kind == ReasonKind.Layer && plan.Layers[why.Layer] is { Handoffs: { } handoffs, Hours.Count: 0 }
            ? handoffs.TurnOf(shift.Start).Start
            : shift.Start;
    }
}
