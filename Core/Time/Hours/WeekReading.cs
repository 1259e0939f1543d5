using System.Diagnostics.CodeAnalysis;

namespace AsyncBot.Core.Time.Hours;

/// <summary>What came of reading working hours: the week, or what is wrong and what would work.</summary>
public sealed record WeekReading
{
    private WeekReading(WorkingWeek? week, PhraseRefusal? refusal) => (Week, Refusal) = (week, refusal);

    public WorkingWeek? Week { get; }

    public PhraseRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Week))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsUnderstood => Week is not null;

    internal static WeekReading Of(WorkingWeek week) => new(week, null);

    internal static WeekReading Of(PhraseRefusal refusal) => new(null, refusal);
}
