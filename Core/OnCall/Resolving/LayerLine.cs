namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>One layer made ready to be asked.</summary>
internal sealed class LayerLine
{
    private readonly Layer _layer;
    private readonly TurnLine? _turns;
    private readonly OccurrenceLine? _occurrences;
    private readonly WeekSpans _hours;
    private readonly int _position;

    /// <summary>Made when they are needed first. The same group has the same seats, so that its stretches are easily found equal.</summary>
    private readonly Seat[]?[]?[] _seats;

    public LayerLine(Layer layer, int position)
    {
        _layer = layer;
        _turns = layer.Handoffs is { } rule ? new TurnLine(rule) : null;
        _occurrences = layer.Occurrences is { } occurrences ? new OccurrenceLine(occurrences) : null;
        _hours = new WeekSpans(layer.Hours);
        _position = position;
        _seats = new Seat[]?[]?[layer.Rosters.Count];
    }

    public int Priority => _layer.Priority;

    /// <summary>Who has it at an instant; nobody's seats where nobody has.</summary>
    public Seat[] At(Instant at)
    {
        if (at < _layer.Since || !_hours.Contains(at))
            return [];
        if (_occurrences is not null)
            return Pieces(at, at + Duration.Epsilon).FirstOrDefault(piece => piece.Start <= at && at < piece.End).Seats ?? [];
        return _turns is null ? SeatsOf(0) : SeatsOf(_turns, _turns.TurnAt(at));
    }

    /// <summary>The stretches in which somebody has it, in order and apart, that touch a span; they are cut there.</summary>
    public IEnumerable<Piece> Pieces(Instant from, Instant to)
    {
        if (_layer.Since is { } since)
            from = Instant.Max(from, since);
        if (from >= to)
            return [];
        var pieces = _occurrences is not null ? Overlaid(from, to) : _turns is null ? Always(from, to) : TurnPieces(_turns, from, to);
        return _hours.IsAlways ? pieces : Within(pieces, _hours.Between(from, to));
    }

    private IEnumerable<Piece> Always(Instant from, Instant to) => SeatsOf(0) is { Length: > 0 } seats ? [new Piece(from, to, seats)] : [];

    private IEnumerable<Piece> TurnPieces(TurnLine turns, Instant from, Instant to)
    {
        var turn = turns.TurnAt(from);
        for (var start = from; start < to; turn++)
        {
            var end = Instant.Min(turns.Handoff(turn + 1), to);
            if (start < end && SeatsOf(turns, turn) is { Length: > 0 } seats)
                yield return new Piece(start, end, seats);
            start = end;
        }
    }

    /// <summary>Where stretches overlap, all of their people are on call.</summary>
    private IEnumerable<Piece> Overlaid(Instant from, Instant to)
    {
        var all = _occurrences!.Between(from, to).Select(each => new Piece(each.Span.Start, each.Span.End, SeatsOf(each.Turn))).ToList();
        var edges = all.SelectMany(piece => new[] { piece.Start, piece.End }).Append(from).Append(to)
            .Where(at => at >= from && at <= to).Distinct().Order().ToList();
        var everybody = new Everybody();
        var first = 0;
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            while (first < all.Count && all[first].End <= edges[i])
                first++;
            everybody.Clear();
            for (var next = first; next < all.Count && all[next].Start <= edges[i]; next++)
                everybody.Add(all[next].End > edges[i] ? all[next].Seats : []);
            if (!everybody.IsNobody)
                yield return new Piece(edges[i], edges[i + 1], everybody.Seats);
        }
    }

    private static IEnumerable<Piece> Within(IEnumerable<Piece> pieces, IReadOnlyList<Interval> spans)
    {
        var i = 0;
        foreach (var piece in pieces)
        {
            while (i < spans.Count && spans[i].End <= piece.Start)
                i++;
            for (var at = i; at < spans.Count && spans[at].Start < piece.End; at++)
                yield return new Piece(Instant.Max(piece.Start, spans[at].Start), Instant.Min(piece.End, spans[at].End), piece.Seats);
        }
    }

    private Seat[] SeatsOf(TurnLine turns, int turn) => turn < 0 && _layer.BeginsAtAnchor ? [] : SeatsOf(turns.Number(turn));

    private Seat[] SeatsOf(int number)
    {
        var at = _layer.Rosters.Count - 1;
        while (at > 0 && _layer.Rosters[at].FromTurn > number)
            at--;
        if (at < 0 || _layer.Rosters[at] is not { Groups: { Count: > 0 } groups } roster)
            return [];
        var seats = _seats[at] ??= new Seat[]?[groups.Count];
        var group = DayLine.Floor((long)number - roster.FromTurn + roster.First, groups.Count).Left;
        return seats[group] ??= [.. groups[(int)group].Distinct().Select(person => new Seat(person, new Reason(ReasonKind.Layer, _position)))];
    }
}

/// <summary>A half-open stretch in which some have it.</summary>
internal readonly record struct Piece(Instant Start, Instant End, Seat[] Seats);
