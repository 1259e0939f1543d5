namespace AsyncBot.Core.Time.When;

/// <summary>What came of reading a stretch of time.</summary>
internal abstract record StretchReading
{
    /// <param name="Others">What else may have been meant: a button's label, and words that mean it.</param>
    /// <param name="Shifted">A time that the clocks skip that day.</param>
    public sealed record Span(Instant From, Instant To, string Zone, IReadOnlyList<(string Label, string Text)> Others, Once? Shifted) : StretchReading;

    /// <param name="Problem">One sentence. It may quote the speaker, so it is text to be escaped like any other.</param>
    public sealed record Refused(string Problem) : StretchReading
    {
        /// <summary>Words that work instead; null where any will do.</summary>
        public string? Example { get; init; }

        /// <summary>It said how often, and not when.</summary>
        public bool IsRepeated { get; init; }

        public IReadOnlyList<(string Label, string Text)> Choices { get; init; } = [];
    }
}
