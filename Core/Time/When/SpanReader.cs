namespace AsyncBot.Core.Time.When;

/// <summary>Reads lengths of time: 45m, 2 hours, 1h30m, an hour and a half, 1.5 hours, 3 days.</summary>
internal static class SpanReader
{
    /// <summary>Takes the whole length or nothing.</summary>
    public static Span? Take(WhenWords words)
    {
        var span = new Span();
        if (!TryTakePart(words, span))
            return null;
        while (true)
        {
            var save = words.At;
            if (!words.TakeSymbol(','))
                words.Take(SenseKind.And);
            var parts = words.PlainOf(words.Peek()) is not ['a'] ? 0 : words.Is(SenseKind.Half, 1) ? 2 : words.Is(SenseKind.Quarter, 1) ? 4 : 0;
            if (save != words.At && parts > 0 && !HasUnit(words, words.Is(SenseKind.Of, 2) ? 3 : 2))
            {
                words.At += 2;
                span.Add(0, 1, parts, span.Smallest);
                continue;
            }

            var isMinutes = words.IsNumber() && words.IsGlued() && words.Peek().Length == 2 && !words.Is(SenseKind.Unit, 1);
            if (span.Smallest == WhenUnit.Hour && save == words.At && isMinutes)
            {
                span.Add(words.Peek().Number, 0, 1, WhenUnit.Minute);
                words.At++;
                continue;
            }

            if (!TryTakePart(words, span))
            {
                words.At = save;
                return span;
            }
        }
    }

    private static bool HasUnit(WhenWords words, int ahead) => words.Is(SenseKind.Unit, ahead) || words.Is(SenseKind.Count, ahead);

    private static bool TryTakePart(WhenWords words, Span span)
    {
        var first = words.At;
        if (TryTakeFractionOfUnit(words, span))
            return true;
        if (words.PlainOf(words.Peek()) is ['a'] && words.Is(SenseKind.Count, out var more, 1) && more == 2)
            words.At++;
        if (!NumberReader.TryTake(words, out var number))
        {
            words.At = first;
            return false;
        }

        var (digits, scale) = (0L, 1L);
        if (words.IsSymbol('.') && words.IsGlued() && words.Peek(1) is { Kind: TokenKind.Number, IsGlued: true, Length: <= 4 } decimals)
        {
            digits = decimals.Number;
            for (var i = 0; i < decimals.Length; i++)
                scale *= 10;
            words.At += 2;
        }
        else if (words.Is(SenseKind.And) && words.PlainOf(words.Peek(1)) is ['a'] && words.Is(SenseKind.Half, 2))
        {
            (digits, scale) = (1, 2);
            words.At += 3;
        }

        words.Take(SenseKind.Of);
        if (!words.Take(SenseKind.Unit, out var unit))
        {
            words.At = first;
            return false;
        }

        if (words.IsSymbol('.') && words.IsGlued() && !words.IsGlued(1))
            words.At++;
        span.Add(number, digits, scale, (WhenUnit)unit);
        return true;
    }

    /// <summary>"half an hour", "a quarter of an hour".</summary>
    private static bool TryTakeFractionOfUnit(WhenWords words, Span span)
    {
        var first = words.At;
        if (words.PlainOf(words.Peek()) is ['a'])
            words.At++;
        var parts = words.Take(SenseKind.Half) ? 2 : words.Take(SenseKind.Quarter) ? 4 : 0;
        words.Take(SenseKind.Of);
        if (words.Is(SenseKind.Count, out var one) && one == 1)
            words.At++;
        if (parts == 0 || !words.Take(SenseKind.Unit, out var unit))
        {
            words.At = first;
            return false;
        }

        span.Add(0, 1, parts, (WhenUnit)unit);
        return true;
    }
}
