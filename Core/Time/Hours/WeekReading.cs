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

    /// <summary>It named no days, so it is about Monday to Friday.</summary>
    public bool AreDaysAssumed { get; init; }

    /// <summary>It says hours such as 9-9, which is half a day to some and a whole one to others.</summary>
    public bool IsHalfOrWhole { get; init; }

    internal static WeekReading Of(WorkingWeek week) => new(week, null);

    internal static WeekReading Of(PhraseRefusal refusal) => new(null, refusal);
}
