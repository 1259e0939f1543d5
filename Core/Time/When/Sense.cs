namespace AsyncBot.Core.Time.When;

/// <summary>One meaning of a word; "second" has two.</summary>
internal readonly record struct Sense(SenseKind Kind, int Value);
