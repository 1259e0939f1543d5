using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>What there is to tell of one rotation at a moment, and when to look again; reckoned from its plan each time.</summary>
/// <param name="Now">The stretch of the moment, as long as the same people have it.</param>
/// <param name="Ahead">The shifts of which somebody should have a heads-up by now.</param>
/// <param name="Look">When there may be something else to tell.</param>
/// <param name="IsPaused">Whether nobody is on call because somebody wanted it so.</param>
internal sealed record ToTell(Watch Now, IReadOnlyList<HeadsUp> Ahead, Instant Look, bool IsPaused)
{
    /// <summary>Shifts from this length on are told of ahead.</summary>
    private static readonly Duration Long = Duration.FromDays(1);

    private static readonly Duration LooksAhead = Duration.FromDays(21);
    private static readonly Duration LooksBack = Duration.FromDays(14);

    public static async Task<ToTell> Of(Turn turn, Rotation rotation)
    {
        var schedule = rotation.Schedule();
        var watch = Watch.Of(schedule, turn.Now);
        var look = Instant.Min(watch.Now.End, turn.Now + Duration.FromDays(1));
        var ahead = new List<HeadsUp>();
        var (zone, seen) = (DateTimeZoneProviders.Tzdb[rotation.Zone], turn.Now + LooksAhead + 2 * Long);
        foreach (var shift in schedule.Shifts(turn.Now, seen))
        {
            if (shift.Start <= turn.Now || shift.Start > turn.Now + LooksAhead || ahead.Exists(each => each.Person == shift.Person && shift.Start < each.End))
                continue;
            if (Coming(schedule, Watch.Whole(schedule, shift, seen), zone, turn.Now) is not { } coming)
                continue;
            var at = MomentOf(await Colleagues.Find(turn, shift.Person), shift.Start);
            if (at <= turn.Now)
                ahead.Add(coming);
            else
                look = Instant.Min(look, at);
        }

        return new ToTell(watch, ahead, look, rotation.Plan.Pauses.Any(pause => pause.Start <= turn.Now && !(turn.Now >= pause.End)));
    }

    /// <summary>
    /// The shift as it is told of ahead: with working hours from the first to the last of its turn, and only before that turn. Null for those that are too
    /// short to be told of.
    /// </summary>
    private static HeadsUp? Coming(Schedule schedule, Shift shift, DateTimeZone zone, Instant now)
    {
        var whole = new HeadsUp(shift.Person, shift.Start, shift.End);
        if (shift.Whys is not [{ Kind: ReasonKind.Layer, Layer: var at }, ..] || schedule.Plan.Layers[at] is not { Handoffs: { } rule } layer)
            return IsLong(whole, zone) ? whole : null;
        var turn = rule.TurnOf(shift.Start);
        if (turn.Start <= now && schedule.Shifts(turn.Start, now).Any(each => each.Person == shift.Person))
            return null;
        if (turn.End > shift.End)
            whole = whole with { End = schedule.Shifts(shift.Start, turn.End).Last(each => each.Person == shift.Person).End };
        return IsLong(whole, zone) || (layer.Hours.Count == 0 && rule.Unit != TurnUnit.Hour) ? whole : null;
    }

    private static bool IsLong(HeadsUp shift, DateTimeZone zone) =>
        shift.Start.InZone(zone).LocalDateTime.PlusDays(1) <= shift.End.InZone(zone).LocalDateTime;

    /// <summary>The start of their last working day before a shift; without one, a day before.</summary>
    public static Instant MomentOf(Colleague person, Instant start)
    {
        var day = start.InZone(person.Clock).Date;
        var work = person.Hours.Between(start - LooksBack, start).LastOrDefault(each => each.Start.InZone(person.Clock).Date < day);
        return work == default ? start - Long : work.Start;
    }

    /// <summary>Those who should know by now that they are on call, and were not told.</summary>
    public IEnumerable<PersonId> Incoming(Told told) => Now.Now.Seats.Select(seat => seat.Person).Except(told.People);

    /// <summary>Whether the channel knows others to be on call. A gap is no handoff, but a pause is one to nobody.</summary>
    public bool IsNewsToChannel(Told told) => Now.Now.IsGap ? IsPaused && told.Channel is { Count: > 0 }
        : (told.Channel is null || told.Channel.Count != Now.Now.Seats.Count || told.Channel.Any(person => !Now.Now.Has(person)));

    /// <summary>The shifts of which somebody was not told ahead; one that was moved or cut since is no other.</summary>
    public IEnumerable<HeadsUp> HeadsUps(Told told) => Ahead.Where(each => !told.HeadsUps.Any(known =>
        known.Person == each.Person && known.Start < each.End && each.Start < known.End));
}
