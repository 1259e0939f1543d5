namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>Lays the layers over each other.</summary>
internal static class Sweep
{
    /// <param name="layers">The highest first.</param>
    /// <returns>Pieces without holes; those with nobody are gaps.</returns>
    public static IEnumerable<Piece> Of(LayerLine[] layers, bool isUnion, Instant from, Instant to)
    {
        var lines = new IEnumerator<Piece>?[layers.Length];
        for (var i = 0; i < layers.Length; i++)
            lines[i] = Next(layers[i].Pieces(from, to).GetEnumerator());

        var everybody = new Everybody();
        for (var at = from; at < to;)
        {
            var end = to;
            everybody.Clear();
            var priority = int.MinValue;
            for (var i = 0; i < layers.Length; i++)
            {
                if (!everybody.IsNobody && layers[i].Priority < priority && !isUnion)
                    break;
                var line = lines[i];
                while (line is not null && line.Current.End <= at)
                    line = lines[i] = Next(line);
                if (line is null)
                    continue;
                var piece = line.Current;
                if (piece.Start > at)
                {
                    end = Instant.Min(end, piece.Start);
                    continue;
                }

                end = Instant.Min(end, piece.End);
                priority = layers[i].Priority;
                everybody.Add(piece.Seats);
            }

            yield return new Piece(at, end, everybody.Seats);
            at = end;
        }
    }

    private static IEnumerator<Piece>? Next(IEnumerator<Piece> line) => line.MoveNext() ? line : null;
}
