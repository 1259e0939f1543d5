namespace AsyncBot.Core.Time.When;

/// <summary>Why no time was taken from a text, so that it is never guessed.</summary>
/// <param name="Problem">One sentence. It may quote the speaker's words, so it is text to be escaped like any other.</param>
/// <param name="Example">A phrase that works, without quotes.</param>
public sealed record NoTime(string Problem, string Example) : WhenReading
{
    /// <summary>The text names no time at all, right or wrong.</summary>
    public bool IsWithoutTime { get; init; }

    /// <summary>A time was read, and it is past, or further ahead than is looked.</summary>
    public bool IsOutOfReach { get; init; }

    /// <summary>What the speaker may have meant, each a phrase that works in place of what was said; for buttons.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
