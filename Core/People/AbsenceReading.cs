using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.People;

/// <summary>What came of reading an absence.</summary>
internal abstract record AbsenceReading
{
    /// <param name="Others">What else may have been meant: a button's label, and words that mean it.</param>
    /// <param name="Shifted">A time that the clocks skip that day.</param>
    public sealed record Span(Instant From, Instant To, string Zone, IReadOnlyList<(string Label, string Text)> Others, Once? Shifted) : AbsenceReading;

    /// <param name="Problem">One sentence. It may quote the speaker, so it is text to be escaped like any other.</param>
    public sealed record Refused(string Problem) : AbsenceReading
    {
        public string Example { get; init; } = "online away until friday 17:00 because I am travelling";

        public IReadOnlyList<(string Label, string Text)> Choices { get; init; } = [];
    }
}
