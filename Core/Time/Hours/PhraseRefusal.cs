namespace AsyncBot.Core.Time.Hours;

/// <summary>Why working hours were not taken, and some that would be.</summary>
/// <param name="Problem">One sentence. It may quote the user's words, so it is text to be escaped like any other.</param>
/// <param name="Example">A phrase that works, without quotes.</param>
public sealed record PhraseRefusal(string Problem, string Example);
