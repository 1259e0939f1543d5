using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>What was agreed about single stretches of time, laid over what the layers say.</summary>
internal sealed class Changes
{
    private readonly Plan _plan;
    private readonly Instant[] _edges;

    public Changes(Plan plan)
    {
        _plan = plan;
        _edges = Edges(plan);
    }

    /// <summary>The same pieces, cut wherever a change begins or ends.</summary>
    public IEnumerable<Piece> Split(IEnumerable<Piece> pieces)
    {
        var next = 0;
        foreach (var piece in pieces)
        {
            var start = piece.Start;
            while (next < _edges.Length && _edges[next] <= start)
                next++;
            for (; next < _edges.Length && _edges[next] < piece.End; next++)
            {
                yield return piece with { Start = start, End = _edges[next] };
                start = _edges[next];
            }

            yield return piece with { Start = start };
        }
    }

    /// <summary>Who is on call at an instant, if these are by the layers.</summary>
    public Seat[] Apply(Seat[] seats, Instant at)
    {
        // Before the first change and after the last there is nothing to look for.
        if (_edges.Length == 0 || at < _edges[0] || at >= _edges[^1])
            return seats;
        if (_plan.Pauses.Any(pause => pause.Start <= at && !(at >= pause.End)))
            return [];
        var now = _plan.Temporaries.FirstOrDefault(each => each.Start <= at && at < each.End) is { } temporary
            ? SeatsOf(temporary, at)
            : Covered(Exchanged(Overridden(seats, at), at), at);
        return _plan.Departures.Count == 0 ? now : Without(now, person => HasLeft(person, at));
    }

    /// <summary>What somebody agreed to who left holds no longer: whoever had it without that has it again.</summary>
    private bool HasLeft(PersonId person, Instant at) => _plan.Departures.Any(each => each.Person == person && each.At <= at);

    private static Interval Span(Instant start, Instant end) => new(start, Instant.Max(start, end));

    private static Seat[] SeatsOf(Temporary temporary, Instant at) =>
    [
        .. temporary.Shifts.Where(shift => shift.Start <= at && at < shift.End).Select(shift => shift.Person).Distinct()
            .Select(person => new Seat(person, new Reason(ReasonKind.Temporary, -1, temporary.Id))),
    ];

    private Seat[] Overridden(Seat[] seats, Instant at)
    {
        var rank = int.MinValue;
        List<Seat> over = [];
        foreach (var each in _plan.Overrides)
        {
            if (each.Start > at || at >= each.End || each.Rank < rank || HasLeft(each.Person, at))
                continue;
            if (each.Rank > rank)
                over.Clear();
            rank = each.Rank;
            if (!over.Exists(seat => seat.Person == each.Person))
                over.Add(new Seat(each.Person, new Reason(each.IsTake ? ReasonKind.Take : ReasonKind.Override, -1, each.Id)));
        }

        return over.Count > 0 ? [.. over] : seats;
    }

    private Seat[] Exchanged(Seat[] seats, Instant at)
    {
        foreach (var each in _plan.Exchanges)
        {
            if (each.Start > at || at >= each.End)
                continue;
            if (each.Remove is not { } remove)
                seats = Replaced(seats, null, each.Add, new Reason(ReasonKind.Exchange, -1, each.Id));
            else if (seats.Any(seat => seat.Person == remove))
                seats = Replaced(seats, remove, each.Add, new Reason(ReasonKind.Exchange, -1, each.Id, remove));
        }

        return seats;
    }

    private Seat[] Covered(Seat[] seats, Instant at)
    {
        foreach (var each in _plan.Covers)
        {
            if (each.TakenBy is { } taker && each.Start <= at && at < each.End && !HasLeft(taker, at) && seats.Any(seat => IsCovered(seat, each)))
                seats = Replaced(seats, each.Asker, taker, new Reason(ReasonKind.Cover, -1, each.Id, each.Asker));
        }

        return seats;
    }

    private static bool IsCovered(Seat seat, Cover cover) =>
        seat.Person == cover.Asker && !(seat.Why.Kind is ReasonKind.Override or ReasonKind.Take && seat.Why.Change > cover.Knows);

    private static Seat[] Replaced(Seat[] seats, PersonId? remove, PersonId? add, Reason why)
    {
        var rest = remove is { } person ? Without(seats, each => each == person) : seats;
        return add is { } more && !rest.Any(seat => seat.Person == more) ? [.. rest, new Seat(more, why)] : rest;
    }

    private static Seat[] Without(Seat[] seats, Func<PersonId, bool> isGone) =>
        seats.Any(seat => isGone(seat.Person)) ? [.. seats.Where(seat => !isGone(seat.Person))] : seats;

    private static Instant[] Edges(Plan plan)
    {
        if (plan is { Overrides.Count: 0, Exchanges.Count: 0, Covers.Count: 0, Temporaries.Count: 0, Departures.Count: 0, Pauses.Count: 0 })
            return [];
        IEnumerable<Interval> spans =
        [
            .. plan.Overrides.Select(each => Span(each.Start, each.End)),
            .. plan.Exchanges.Select(each => Span(each.Start, each.End)),
            .. plan.Covers.Where(each => each.TakenBy is not null).Select(each => Span(each.Start, each.End)),
            .. plan.Temporaries.Select(each => Span(each.Start, each.End)),
            .. plan.Temporaries.SelectMany(each => each.Shifts).Select(each => Span(each.Start, each.End)),
            .. plan.Departures.Select(each => Span(each.At, Instant.MaxValue)),
            .. plan.Pauses.Select(each => Span(each.Start, each.End ?? Instant.MaxValue)),
        ];
        return [.. spans.SelectMany(span => new[] { span.Start, span.End }).Distinct().Order()];
    }
}
