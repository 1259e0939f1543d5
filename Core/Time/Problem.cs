namespace AsyncBot.Core.Time;

/// <summary>Words that were meant as a time and are none that can be taken: they end the search, so that no smaller part of them is taken instead.</summary>
internal sealed record Problem(string Sentence, string Example, params IReadOnlyList<string> Choices)
{
    /// <summary>The time is past, or further ahead than is looked.</summary>
    public bool IsOutOfReach { get; init; }
}
