using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>The numbers that one turn was given: another attempt at the same turn gets the same ones, so that a conflict leaves no gap.</summary>
public sealed class NumbersOfTurn(Numbers numbers)
{
    private readonly List<(string Series, int Number)> _given = [];
    private int _asked;

    public async Task<int> Next(WorkspaceId workspace, string series, CancellationToken ct)
    {
        if (_asked < _given.Count && _given[_asked].Series == series)
            return _given[_asked++].Number;
        var number = await numbers.Next(workspace, series, ct);
        _given.Insert(_asked++, (series, number));
        return number;
    }

    public Task<int> Last(WorkspaceId workspace, string series, CancellationToken ct) => numbers.Last(workspace, series, ct);

    /// <summary>Starts another attempt.</summary>
    public void Again() => _asked = 0;
}
