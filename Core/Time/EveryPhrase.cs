namespace AsyncBot.Core.Time;

/// <summary>Lets people say how often in their own words: "every mon and thu at 9:30", "every last friday of the month at 4pm Europe/Lisbon".</summary>
public static class EveryPhrase
{
    public const int MostCharacters = 500;
    public const int MostWords = 80;

    private const string Example = "every weekday at 9:30";

    private static readonly LocalTime DefaultTime = new(9, 0);

    /// <summary>Reads the whole text or refuses it; words left over are never ignored.</summary>
    /// <param name="text">Upper and lower case, quotes and kinds of dashes make no difference.</param>
    /// <param name="zone">The speaker's, used where the text names none.</param>
    /// <param name="now">The rule begins with its first occurrence after this.</param>
    public static EveryReading Read(string text, DateTimeZone zone, Instant now)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (text?.Length > MostCharacters)
            return Refuse($"A schedule has at most {MostCharacters} characters.");
        var words = new PhraseWords(text ?? "");
        if (words.Count == 0)
            return Refuse("It does not say how often.");
        if (words.Count > MostWords)
            return Refuse($"A schedule has at most {MostWords} words.");

        var beat = EveryBeat.Take(words, out var refusal);
        if (beat is null)
            return EveryReading.Of(refusal ?? NotUnderstood(words.Next));
        words.Take(",");
        if (!ClockWords.TryTake(words, out var time, out var meant))
            return meant.Length == 0 ? Refuse("The time of day is missing after “at”.") : Refuse($"“{Cut(meant)}” is not a time of day.");
        words.Take(",");
        var zoneId = ZoneWords.Take(words) ?? zone.Id;
        if (ZoneWords.Meant(words) is { } zoneMeant)
            return Refuse($"“{Cut(zoneMeant)}” was not understood; zones are written like Asia/Tokyo.");
        if (words.Next.Length > 0)
            return EveryReading.Of(NotUnderstood(words.Next));
        return EveryReading.Of(Rule(beat, time ?? DefaultTime, zoneId, now));
    }

    internal static PhraseRefusal NotUnderstood(string word) => word.Length == 0
        ? new PhraseRefusal("The phrase stops before it says how often.", Example)
        : new PhraseRefusal($"“{Cut(word)}” was not understood.", Example);

    /// <summary>"Every 2 weeks" counts from the first time it happens, so nobody waits a fortnight for the first Friday.</summary>
    private static Recurrence Rule(EveryBeat beat, LocalTime at, string zoneId, Instant now)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zoneId]).Date;
        var first = beat.Rule(1, today, at, zoneId, today).NextOccurrence(now);
        return beat.Rule(beat.Interval, today, at, zoneId, first?.Planned.Date ?? today);
    }

    private static EveryReading Refuse(string problem) => EveryReading.Of(new PhraseRefusal(problem, Example));

    private static string Cut(string word)
    {
        const int most = 40;
        if (word.Length <= most)
            return word;
        return string.Concat(word.AsSpan(0, char.IsHighSurrogate(word[most - 1]) ? most - 1 : most), "…");
    }
}
