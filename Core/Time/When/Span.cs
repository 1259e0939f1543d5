namespace AsyncBot.Core.Time.When;

/// <summary>A length of time as it was said, days and longer apart from what is elapsed.</summary>
internal sealed class Span
{
    private static readonly long[] Seconds = [1, 60, 3_600];

    private long _months;
    private long _days;
    private long _seconds;

    public WhenUnit Smallest { get; private set; }

    /// <summary>Parts that do not come out in whole seconds, or in whole days.</summary>
    public bool IsUneven { get; private set; }

    public bool IsZero => _months == 0 && _days == 0 && _seconds == 0;

    public bool HasDays => _months != 0 || _days != 0;

    public bool HasElapsed => _seconds != 0;

    public Duration Elapsed => Duration.FromSeconds(_seconds);

    public Period Days => new PeriodBuilder { Months = (int)_months, Days = (int)_days }.Build();

    /// <summary>A rough length, never too short to be caught by a limit.</summary>
    public double RoughDays => _months * 30.0 + _days + _seconds / 86_400.0;

    /// <summary>The length where a day is 24 hours; null where months are in it.</summary>
    public Duration? Length => _months != 0 ? null : Duration.FromDays((int)_days) + Elapsed;

    public void Add(long seconds, WhenUnit unit) => (_seconds, Smallest) = (_seconds + seconds, unit);

    public void Add(int number, long digits, long scale, WhenUnit unit)
    {
        Smallest = unit;
        if (unit <= WhenUnit.Hour)
        {
            var parts = (number * scale + digits) * Seconds[(int)unit];
            IsUneven |= parts % scale != 0;
            _seconds += parts / scale;
            return;
        }

        var isMonths = unit >= WhenUnit.Month;
        var each = unit switch { WhenUnit.Day => 1, WhenUnit.Week => 7, WhenUnit.Fortnight => 14, WhenUnit.Month => 1, WhenUnit.Quarter => 3, _ => 12 };
        var whole = (number * scale + digits) * each;
        IsUneven |= whole % scale != 0;
        if (isMonths)
            _months += whole / scale;
        else
            _days += whole / scale;
    }
}
