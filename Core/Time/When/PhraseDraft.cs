namespace AsyncBot.Core.Time.When;

/// <summary>The parts of a phrase as they were said, before anything is reckoned.</summary>
internal sealed class PhraseDraft
{
    /// <summary>The first word, and the one behind the last.</summary>
    public int First { get; init; }

    public int End { get; set; }

    public NamedDay? Day { get; set; }

    /// <summary>A weekday that was said beside the date and must be its own.</summary>
    public IsoDayOfWeek? Weekday { get; set; }

    /// <summary>"End of day", which is a time of day that depends on the speaker.</summary>
    public bool IsDayEnd { get; set; }

    /// <summary>"This time tomorrow".</summary>
    public bool KeepsClock { get; set; }

    public ClockTime? Clock { get; set; }

    /// <summary>The words of the clock, first and behind the last.</summary>
    public (int First, int End) ClockText { get; set; }

    public DayPart? Part { get; set; }

    /// <summary>Hours and less, from now.</summary>
    public Duration? Elapsed { get; set; }

    public Beat? Beat { get; set; }

    public string? Zone { get; set; }

    /// <summary>The zone is a city's name, which may as well begin the task.</summary>
    public bool IsZoneCity { get; set; }

    public bool IsBy { get; set; }

    public bool IsBefore { get; set; }

    /// <summary>Too little to be found in a longer text, such as "2h" or "the 3rd".</summary>
    public bool IsWeak { get; set; }

    /// <summary>Something hangs on its last word, as in "2pm-3pm".</summary>
    public bool IsRagged { get; set; }

    /// <summary>What was said to be past may be.</summary>
    public bool LooksBack { get; init; }

    public Problem? Problem { get; set; }

    public bool IsEmpty => Day is null && Clock is null && !IsDayEnd && Part is null && Elapsed is null && Beat is null && Problem is null;

    private bool IsDayAlone => (Day is not null || Beat is { Frequency: not Recurrences.Frequency.Hourly }) && Clock is null && Part is null
        && !IsDayEnd && !KeepsClock && Elapsed is null && Problem is null;

    private bool IsClockAlone => Clock is not null && Day is null && Beat is null && Elapsed is null && Problem is null;

    /// <summary>One phrase of a day and of an hour that were said apart; null where they don't make one.</summary>
    public static PhraseDraft? Joined(PhraseDraft one, PhraseDraft other)
    {
        var (day, clock) = one.IsDayAlone ? (one, other) : (other, one);
        if (!day.IsDayAlone || !clock.IsClockAlone || (day.Zone is not null && clock.Zone is not null))
            return null;
        return new PhraseDraft
        {
            First = one.First,
            End = other.End,
            Day = day.Day,
            Weekday = day.Weekday,
            Beat = day.Beat,
            Clock = clock.Clock,
            ClockText = clock.ClockText,
            Part = clock.Part,
            Zone = day.Zone ?? clock.Zone,
            IsBy = day.IsBy || clock.IsBy,
            IsBefore = day.IsBefore || clock.IsBefore,
        };
    }

    public void RefusePast(string said, string example) => Problem ??= new Problem($"{Quote.Of(said)} is past.", example) { IsOutOfReach = true };

    public void Refuse(string sentence, string example, params IReadOnlyList<string> choices) => Problem ??= new Problem(sentence, example, choices);
}
