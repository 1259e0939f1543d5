using System.Diagnostics.CodeAnalysis;

namespace AsyncBot.Core.Time;

/// <summary>What came of reading an "every …" phrase: the rule, or what is wrong and what would work.</summary>
public sealed record EveryReading
{
    private EveryReading(Recurrence? rule, PhraseRefusal? refusal) => (Rule, Refusal) = (rule, refusal);

    public Recurrence? Rule { get; }

    public PhraseRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Rule))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsUnderstood => Rule is not null;

    internal static EveryReading Of(Recurrence rule) => new(rule, null);

    internal static EveryReading Of(PhraseRefusal refusal) => new(null, refusal);
}

/// <summary>Why a time phrase was not taken, and one that would be.</summary>
/// <param name="Problem">One sentence. It may quote the user's words, so it is text to be escaped like any other.</param>
/// <param name="Example">A phrase that works, without quotes.</param>
public sealed record PhraseRefusal(string Problem, string Example);
