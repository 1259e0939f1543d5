namespace AsyncBot.Core.Time.When;

/// <summary>
/// Looks for words about time in what a phrase leaves: where there are any, something was said that was not read, and nothing may be guessed.
/// </summary>
internal static class Leftover
{
    private const int FarthestBack = 10;

    /// <summary>The text behind a phrase that began the message.</summary>
    public static Problem? Behind(WhenWords words, PhraseDraft draft, int first, WhenContext context)
    {
        words.At = first;
        if (draft.IsRagged)
        {
            var sign = words.Peek().Symbol;
            return sign == '-' || sign == '/' ? Span(words, draft) : NotUnderstood(words, first);
        }

        if (words.Is(SenseKind.Or))
            return Two(words, first);
        if (words.Is(SenseKind.Unit, out var unit) && unit == (int)WhenUnit.Week && draft.Day is NamedWeekday or RelativeDay)
            return NotUnderstood(words, first);
        if (words.Is(SenseKind.Until) || words.Is(SenseKind.Except) || words.Is(SenseKind.HalfDay) || (words.IsSymbol('-') && words.IsNumber(1)))
            return words.IsSymbol('-') ? Span(words, draft) : NotUnderstood(words, first);
        if (ZoneReader.IsAbbreviation(words) || (draft.IsZoneCity && !words.IsAtEnd))
            return draft.IsZoneCity ? City(words, draft) : NotUnderstood(words, first);
        var area = words.Is(SenseKind.In) ? 1 : 0;
        if (ZoneNames.IsArea(words.PlainOf(words.Peek(area))) && words.IsSymbol('/', area + 1) && words.IsGlued(area + 1))
            return new Problem($"{Quote.Of(words.Written(first + area, words.EndOfRun(first + area)))} is no zone that I know.", "tomorrow at 9:30 Asia/Tokyo");
        if (words.IsNumber() && words.IsSymbol('-', 1) && words.IsNumber(2) && draft.Clock is null)
            return Span(words, draft);
        if (words.IsNumber() && draft.Clock is null && (!words.IsGlued(1) || words.Is(SenseKind.HourMark, 1)))
        {
            var hour = Quote.Of(words.Written(first, first + 1));
            return new Problem($"{hour} could be the hour or part of the task; put “at” before an hour.", "tomorrow at 9:30");
        }
        var isTo = words.Is(SenseKind.To);
        var isJoined = isTo || words.Is(SenseKind.And) || words.Is(SenseKind.From) || words.Is(SenseKind.After) || words.IsSymbol(',');
        words.At += isJoined ? 1 : 0;
        var joined = words.At;
        if (PhraseReader.Read(words, joined, context) is { IsWeak: false, IsRagged: false })
            return Two(words, first);
        words.At = joined;
        var isHour = words.IsNumber() && draft.Clock is not null
            && (isTo ? words.Peek(1) is not { Kind: TokenKind.Word, IsGlued: true } : joined + 1 >= words.Count || words.Is(SenseKind.HalfDay, 1));
        if (isJoined && isHour)
            return isTo ? Span(words, draft) : Two(words, first);
        return words.At > first && words.Is(SenseKind.And, -1) ? NotUnderstood(words, first) : null;
    }

    /// <summary>The text before a phrase that ends the message.</summary>
    public static Problem? Before(WhenWords words, PhraseDraft draft, int begin, WhenContext context)
    {
        var last = draft.First - 1;
        words.At = last;
        if (words.Is(SenseKind.Or))
            return Two(words, last);
        if (WantsMore(words) || (draft.IsBefore && words.Is(SenseKind.Unit)) || (last == begin && words.IsNumber()) || ZoneReader.IsAbbreviation(words))
            return NotUnderstood(words, last);
        if (words.Is(SenseKind.Weekday, 1) && IsWhich(words))
            return NotUnderstood(words, last);
        if ((last == begin && words.Is(SenseKind.Month)) || IsSpan(words, begin, draft.First))
            return NotUnderstood(words, begin);
        words.At = last;
        var isSpan = words.Is(SenseKind.To) || words.IsSymbol('-');
        var isJoined = isSpan || words.Is(SenseKind.And);
        if (isJoined && last > begin && ((draft.Clock is not null && words.IsNumber(-1)) || EndsWithTime(words, begin, last, context)))
            return isSpan || draft.Clock is not null ? Span(words, draft) : Two(words, last);
        return EndsWithTime(words, begin, draft.First, context) ? Two(words, last) : null;
    }

    /// <summary>Such a word belongs to the time that follows it.</summary>
    private static bool WantsMore(WhenWords words) =>
        words.Is(SenseKind.Until) || words.Is(SenseKind.Except) || words.Is(SenseKind.After) || words.Is(SenseKind.From)
        || words.Is(SenseKind.HalfDay) || words.Is(SenseKind.Last) || words.Is(SenseKind.DayPart) || words.Is(SenseKind.Of);

    private static bool IsWhich(WhenWords words) =>
        words.Is(SenseKind.Ordinal) || words.Is(SenseKind.OrdinalMark) || words.Is(SenseKind.Every) || words.Is(SenseKind.Other);

    public static Problem NotUnderstood(WhenWords words, int at) =>
        new($"{Quote.Of(words.Written(at, words.EndOfRun(at)))} was not understood.", "tomorrow at 9:30");

    // "a week on friday"
    private static bool IsSpan(WhenWords words, int begin, int end)
    {
        words.At = begin;
        return SpanReader.Take(words) is not null && words.At == end;
    }

    private static bool EndsWithTime(WhenWords words, int begin, int end, WhenContext context)
    {
        for (var at = Math.Max(begin, end - FarthestBack); at < end; at++)
        {
            words.At = at;
            if (words.Is(SenseKind.Vague) || (words.Is(SenseKind.Weekday) && at > begin && words.Is(SenseKind.The, -1)))
                continue;
            if (PhraseReader.Read(words, at, context) is { IsWeak: false, IsRagged: false } found && found.End >= end && !words.IsQuoteBehind(end - 1))
                return true;
        }

        return false;
    }

    private static Problem Two(WhenWords words, int at) =>
        new($"Two times are named, around {Quote.Of(words.Written(at, Math.Min(at + 1, words.Count)))}; say one.", "tomorrow at 9:30");

    private static Problem Span(WhenWords words, PhraseDraft draft) =>
        new($"{Quote.Of(words.Written(draft.First, Math.Min(words.Count, draft.End + 2)))} is a span of time; say when it begins.", "tomorrow at 14:00");

    private static Problem City(WhenWords words, PhraseDraft draft)
    {
        var city = Quote.Of(words.Written(draft.End - 1, draft.End));
        return new($"Is {city} the zone, or does the task begin there? Put the time at the end.", $"tomorrow at 9:30 {draft.Zone}");
    }
}
