namespace AsyncBot.Core.Time.When;

/// <summary>
/// Lets people say when in their own words, alone or around a task: "in 2 hours", "review the PR by friday 5pm", "every last friday of the month at
/// 4pm".
/// </summary>
public static class When
{
    private const string Example = "tomorrow at 9:30";
    private const string EveryExample = "every weekday at 9:30";

    /// <summary>Finds the time at the beginning or the end of a message; the rest is the task. Words about time that are left over are never ignored.</summary>
    public static WhenReading Read(string text, WhenContext context) => Start(text, context, Example) is var (words, refused) && refused is not null
        ? refused
        : Done(MessageReader.Read(words!, context), words!, text);

    /// <summary>Reads a phrase of which every word must be about the time, such as what stands behind "until".</summary>
    public static WhenReading ReadWhole(string text, WhenContext context) => Start(text, context, Example) is var (words, refused) && refused is not null
        ? refused
        : Done(MessageReader.ReadWhole(words!, context, Example), words!, text);

    /// <summary>Reads a phrase that must say how often; a single time is refused.</summary>
    /// <returns><see cref="Repeats"/> or <see cref="NoTime"/>.</returns>
    public static WhenReading ReadEvery(string text, WhenContext context)
    {
        var (words, refused) = Start(text, context, EveryExample);
        if (refused is not null)
            return refused;
        var reading = MessageReader.ReadWhole(words!, context, EveryExample);
        if (reading is Once)
            reading = Single(text);
        if (reading is NoTime wrong && !wrong.Example.StartsWith("every", StringComparison.Ordinal))
            reading = wrong with { Example = EveryExample, Choices = [] };
        return Done(reading, words!, text);
    }

    /// <summary>Reads a length such as "45m", "2 hours" or "1h30m"; a day is 24 hours. At most <see cref="WhenContext.HorizonYears"/>.</summary>
    /// <returns>Null, and why, where it is none.</returns>
    public static Duration? ReadDuration(string text, WhenContext context, out NoTime? refused)
    {
        WhenWords? words;
        (words, refused) = Start(text, context, "45m");
        if (words is null)
            return null;
        words.Take(SenseKind.In);
        var span = SpanReader.Take(words);
        if (span is null || words.SkipStops(words.At) < words.Count)
            refused = new NoTime($"{Quote.Of(text.Trim())} is no length of time.", "45m");
        else if (span.RoughDays > context.HorizonYears * 366)
            refused = new NoTime($"{Quote.Of(text.Trim())} is more than {context.HorizonYears} years.", "45m");
        else if (span.HasMonths)
            refused = new NoTime("Months differ in length; say it in weeks or days.", "4 weeks");
        else if (span.IsZero || span.IsUneven)
            refused = new NoTime($"{Quote.Of(text.Trim())} is {(span.IsZero ? "nothing" : "no whole number of seconds")}.", "45m");
        else
            return Duration.FromDays(span.Days.Days) + span.Elapsed;
        refused = refused with { Text = text, Steps = words.Steps };
        return null;
    }

    private static NoTime Single(string text) => new($"{Quote.Of(text.Trim())} alone could be a single time.", EveryExample);

    private static (WhenWords? Words, NoTime? Refused) Start(string text, WhenContext context, string example)
    {
        ArgumentNullException.ThrowIfNull(context);
        text ??= "";
        if (text.Length > WhenWords.MostCharacters)
            return (null, new NoTime($"A text with a time in it has at most {WhenWords.MostCharacters} characters.", example) { Text = text });
        var words = new WhenWords(text, context.Language);
        if (words.Count == 0)
            return (null, new NoTime("It does not say when.", example) { Text = text, IsWithoutTime = true });
        return words.Words > WhenWords.MostWords
            ? (null, new NoTime($"A text with a time in it has at most {WhenWords.MostWords} words.", example) { Text = text })
            : (words, null);
    }

    private static WhenReading Done(WhenReading reading, WhenWords words, string text) =>
        reading is NoTime ? reading with { Text = text, Steps = words.Steps } : reading with { Steps = words.Steps };
}
