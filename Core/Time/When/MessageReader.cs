namespace AsyncBot.Core.Time.When;

/// <summary>Tells the time in a message from its task. Only the beginning and the end are looked at, so that "2025 budget" and "call May" stay tasks.</summary>
internal static class MessageReader
{
    private const string Example = "tomorrow at 9:30";

    // No phrase begins with these.
    private static readonly SenseKind[] Joints =
    [
        SenseKind.Of, SenseKind.And, SenseKind.Or, SenseKind.To, SenseKind.From, SenseKind.After, SenseKind.Me, SenseKind.About,
        SenseKind.Until, SenseKind.Other, SenseKind.Now,
    ];

    public static WhenReading Read(WhenWords words, WhenContext context)
    {
        var begin = BeginOfTask(words);
        var prefix = PhraseReader.Read(words, begin, context);
        if (prefix is not null && IsWhole(words, prefix, context))
            return Resolver.Resolve(words, prefix, context);
        if (prefix is { IsWeak: true } or { IsRagged: true, Clock: null } || (prefix is not null && IsVague(words, prefix)))
            prefix = null;

        var suffix = Suffix(words, begin + 1, context);
        if (prefix is null && suffix is null)
            return None();
        if (prefix is not null && suffix is not null)
            return AtBothEnds(words, prefix, suffix, context);
        return prefix is not null ? AtTheBeginning(words, prefix, context) : AtTheEnd(words, suffix!, begin, context);
    }

    public static WhenReading ReadWhole(WhenWords words, WhenContext context, string example)
    {
        var phrase = PhraseReader.Read(words, 0, context);
        if (phrase is null)
            return Resolver.Refuse(Leftover.NotUnderstood(words, Math.Min(words.Furthest, words.Count - 1)) with { Example = example });
        if (IsWhole(words, phrase, context))
            return Resolver.Resolve(words, phrase, context);
        var problem = phrase.Problem ?? Leftover.Behind(words, phrase, phrase.End, context) ?? Leftover.NotUnderstood(words, phrase.End);
        return Resolver.Refuse(phrase.Problem is null ? problem with { Example = example } : problem);
    }

    /// <summary>"tomorrow call Bob at 5pm": the day on one side, its hour on the other.</summary>
    private static WhenReading AtBothEnds(WhenWords words, PhraseDraft prefix, PhraseDraft suffix, WhenContext context)
    {
        var problem = Leftover.Behind(words, prefix, prefix.End, context) ?? Leftover.Before(words, suffix, prefix.End, context);
        if (problem is not null || (IsBareDay(words, prefix) ? null : PhraseDraft.Joined(prefix, suffix)) is not { } joined)
            return Resolver.Refuse(problem ?? Two(words, prefix, suffix));
        var start = BehindTime(words, prefix);
        words.At = suffix.First;
        var end = words.Peek().Start;
        return start <= end ? Resolver.Resolve(words, joined, context).Leaving(Task(words.Text, start, end)) : Resolver.Refuse(Two(words, prefix, suffix));
    }

    /// <summary>"sunday times crossword at 9" may begin with a name.</summary>
    private static bool IsBareDay(WhenWords words, PhraseDraft prefix)
    {
        words.At = prefix.First;
        return prefix.End == prefix.First + 1 && words.Is(SenseKind.Weekday) && words.SkipStops(prefix.End) == prefix.End;
    }

    private static WhenReading AtTheBeginning(WhenWords words, PhraseDraft prefix, WhenContext context)
    {
        if (prefix.Problem is null && Leftover.Behind(words, prefix, words.SkipStops(prefix.End), context) is { } problem)
            return Resolver.Refuse(problem);
        var task = words.Text[BehindTime(words, prefix)..].TrimEnd();
        return Resolver.Resolve(words, prefix, context).Leaving(task);
    }

    /// <summary>Where the task begins that follows a time.</summary>
    private static int BehindTime(WhenWords words, PhraseDraft prefix)
    {
        words.At = words.SkipStops(prefix.End);
        if (words.IsSymbol('-') && !words.IsGlued(1))
            words.At++;
        if (!words.Take(SenseKind.To) && prefix.First > 0)
            words.Take(SenseKind.About);
        return words.Peek().Start;
    }

    private static WhenReading AtTheEnd(WhenWords words, PhraseDraft suffix, int begin, WhenContext context)
    {
        if (suffix.Problem is null && Leftover.Before(words, suffix, begin, context) is { } problem)
            return Resolver.Refuse(problem);
        words.At = begin;
        var start = words.Peek().Start;
        words.At = suffix.First;
        var task = Task(words.Text, start, words.Peek().Start);
        return Resolver.Resolve(words, suffix, context).Leaving(task);
    }

    // Quotes that open before the first word belong to the task.
    private static string Task(string text, int start, int end)
    {
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !char.IsLetterOrDigit(text[start - 1]))
            start--;
        var task = text[start..end].Trim().TrimEnd(',', ';', ':', '-', '–', '—', '(', '“', '„', '«').TrimEnd();
        if (task.EndsWith('"') && task.Count(c => c == '"') % 2 == 1)
            task = task[..^1].TrimEnd();
        return task.EndsWith(" at", StringComparison.OrdinalIgnoreCase) ? task[..^3].TrimEnd() : task;
    }

    private static PhraseDraft? Suffix(WhenWords words, int first, WhenContext context)
    {
        for (var at = first; at < words.Count; at++)
        {
            words.At = at;
            if (!CanStart(words))
                continue;
            var phrase = PhraseReader.Read(words, at, context);
            if (phrase is { IsWeak: false } && IsWhole(words, phrase, context))
                return phrase;
        }

        return null;
    }

    private static bool CanStart(WhenWords words)
    {
        var token = words.Peek();
        if (token.IsGlued && words.Peek(-1) is not { Kind: TokenKind.Symbol, Symbol: ',' or ';' or ':' })
            return false;
        return token.Kind == TokenKind.Number || Array.Exists(token.Senses, sense => Array.IndexOf(Joints, sense.Kind) < 0);
    }

    private static bool IsWhole(WhenWords words, PhraseDraft phrase, WhenContext context)
    {
        var end = words.SkipStops(phrase.End);
        return !phrase.IsRagged && (end == words.Count || (phrase.Problem is null && Echo.IsRest(words, phrase, end, context)));
    }

    /// <summary>"remind me to" and "please" are no part of the task.</summary>
    private static int BeginOfTask(WhenWords words)
    {
        words.At = 0;
        words.Take(SenseKind.Please);
        if (words.Take(SenseKind.Remind) && words.Take(SenseKind.Me))
        {
            if (!words.Take(SenseKind.To))
                words.Take(SenseKind.About);
            return words.At;
        }

        return 0;
    }

    private static bool IsVague(WhenWords words, PhraseDraft phrase)
    {
        words.At = phrase.First;
        return words.Is(SenseKind.Vague);
    }

    private static NoTime None() => new("No time was found.", Example) { IsWithoutTime = true };

    private static Problem Two(WhenWords words, PhraseDraft one, PhraseDraft other) =>
        new($"Two times are named, {Quote.Of(words.Written(one.First, one.End))} and {Quote.Of(words.Written(other.First, other.End))}; say one.", Example);
}
