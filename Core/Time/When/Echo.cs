namespace AsyncBot.Core.Time.When;

/// <summary>Recognises "(in 2 h)", which the bot says behind every time, so that its own words can be said back to it.</summary>
internal static class Echo
{
    /// <summary>The rest of the text is how far away the phrase's instant is.</summary>
    public static bool IsRest(WhenWords words, PhraseDraft phrase, int first, WhenContext context)
    {
        words.At = first;
        if (phrase.Beat is not null || !words.Is(SenseKind.In) && !words.Is(SenseKind.Now))
            return false;
        return Resolver.Resolve(words, phrase, context) is Once moment && words.Plain(first, words.Count).SequenceEqual(Clock.Distance(moment.At, context.Now));
    }
}
