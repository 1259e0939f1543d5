namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>Turns by number: found by arithmetic on the wall clock, so that ten years cost no more than a day.</summary>
internal sealed class TurnLine
{
    private readonly HandoffRule _rule;
    private readonly WallClock _clock;
    private readonly DayLine _days;
    private readonly long _anchor;
    private readonly long _length;

    public TurnLine(HandoffRule rule)
    {
        _rule = rule;
        _clock = new WallClock(rule.Zone);
        _days = DayLine.Of(rule.Unit is TurnUnit.Hour or TurnUnit.Day ? rule.Days : []);
        _anchor = _days.OfAnchor(WallClock.Ticks(rule.Anchor));
        _length = rule.Length * rule.Unit switch
        {
            TurnUnit.Hour => NodaConstants.TicksPerHour,
            TurnUnit.Day => NodaConstants.TicksPerDay,
            TurnUnit.Week => NodaConstants.TicksPerWeek,
            _ => 0,
        };
    }

    /// <summary>The handoff with which a turn begins.</summary>
    public Instant Handoff(int turn) => _clock.Start(Planned(turn));

    /// <summary>The last turn that began at or before an instant.</summary>
    public int TurnAt(Instant at)
    {
        var local = _clock.At(at, out var isPlain);
        var turn = _length == 0 ? MonthTurn(local) : (int)DayLine.Floor(_days.Of(local) - _anchor, _length).Whole;
        while (!isPlain && Handoff(turn + 1) <= at)
            turn++;
        return turn;
    }

    /// <summary>The number by which people take rule.</summary>
    public int Number(int turn) => _rule.KeepsEmpty ? turn - Empty(turn) : turn;

    private long Planned(int turn) => _length == 0
        ? WallClock.Ticks(_rule.Anchor.PlusMonths(turn * _rule.Length))
        : _days.Local(_anchor + turn * _length);

    private int MonthTurn(long local)
    {
        var (at, anchor) = (WallClock.Local(local).Date, _rule.Anchor.Date);
        var turn = (int)DayLine.Floor((at.Year - anchor.Year) * 12 + at.Month - anchor.Month, _rule.Length).Whole;
        while (Planned(turn) > local)
            turn--;
        while (Planned(turn + 1) <= local)
            turn++;
        return turn;
    }

    /// <summary>How many turns from the anchor to this one have no time; less than zero before the anchor.</summary>
    private int Empty(int turn)
    {
        var (first, last) = turn < 0 ? (turn, 0) : (0, turn);
        var span = new Interval(Handoff(first) - Duration.FromDays(1), Handoff(last) + Duration.FromDays(1));
        var empty = 0;
        foreach (var change in _clock.Zone.GetZoneIntervals(span).Where(interval => interval.HasStart && span.Contains(interval.Start)))
        {
            for (var next = TurnAt(change.Start); Handoff(next) == change.Start && Handoff(next - 1) == change.Start; next--)
            {
                if (next > first && next <= last)
                    empty++;
            }
        }

        return turn < 0 ? -empty : empty;
    }
}
