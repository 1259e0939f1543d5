namespace AsyncBot.Core.Time.When;

/// <summary>A length of time as it was said, days and longer apart from what is elapsed. Parts of a day are hours.</summary>
internal sealed class Span
{
    private static readonly long[] Each = [1, 60, 3_600, 1, 7, 14, 1, 3, 12];

    private long _months;
    private long _days;
    private long _seconds;

    public WhenUnit Smallest { get; private set; }

    /// <summary>Parts that do not come out in whole seconds, or in whole months.</summary>
    public bool IsUneven { get; private set; }

    public bool IsZero => _months == 0 && _days == 0 && _seconds == 0;

    public bool HasDays => _months != 0 || _days != 0;

    public bool HasElapsed => _seconds != 0;

    public bool HasMonths => _months != 0;

    /// <summary>A rough length, never too short to be caught by a limit. The others here fail for what is far beyond every limit.</summary>
    public double RoughDays => _months * 31.0 + _days + _seconds / 86_400.0;

    public Duration Elapsed => Duration.FromSeconds(_seconds);

    public Period Days => new PeriodBuilder { Months = (int)_months, Days = (int)_days }.Build();

    public void Add(int number, long digits, long scale, WhenUnit unit)
    {
        Smallest = unit;
        var parts = (number * scale + digits) * Each[(int)unit];
        if (unit >= WhenUnit.Month)
            _months += Whole(parts, scale);
        else if (unit <= WhenUnit.Hour)
            _seconds += Whole(parts, scale);
        else
        {
            _days += parts / scale;
            _seconds += Whole(parts % scale * 86_400, scale);
        }
    }

    private long Whole(long parts, long scale)
    {
        IsUneven |= parts % scale != 0;
        return parts / scale;
    }
}
