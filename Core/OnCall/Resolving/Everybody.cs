using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>Gathers the people of several layers, each once, without copying where only one layer has somebody.</summary>
internal struct Everybody
{
    private Seat[]? _first;
    private List<Seat>? _more;

    public readonly bool IsNobody => _first is null;

    public readonly Seat[] Seats => _more is { Count: > 0 } ? [.. _more] : _first ?? [];

    public void Clear()
    {
        _first = null;
        _more?.Clear();
    }

    public void Add(Seat[] seats)
    {
        if (seats.Length == 0)
            return;
        if (_first is null)
        {
            _first = seats;
            return;
        }

        _more ??= [];
        if (_more.Count == 0)
            _more.AddRange(_first);
        foreach (var seat in seats)
        {
            if (!Has(_more, seat.Person))
                _more.Add(seat);
        }
    }

    private static bool Has(List<Seat> seats, PersonId person)
    {
        foreach (var seat in seats)
        {
            if (seat.Person == person)
                return true;
        }

        return false;
    }
}
