namespace AsyncBot.Core.Time.When;

/// <summary>What a word can do in a time phrase, whatever the language; the number beside it says which one.</summary>
internal enum SenseKind
{
    At,
    On,
    In,
    By,
    Before,
    Of,
    The,
    And,
    Or,
    From,
    To,
    Until,
    After,
    Except,
    Now,
    Ago,
    Later,
    Next,
    This,
    Coming,
    Last,
    Every,
    Other,

    /// <summary>1 (Monday) to 7.</summary>
    Weekday,

    /// <summary>"mondays": every one of them, without saying so.</summary>
    Weekdays,

    /// <summary>1: Monday to Friday, said as one ("weekday").</summary>
    Workday,

    /// <summary>1: Monday to Friday, said as many ("weekdays").</summary>
    Workdays,
    Weekend,
    Weekends,

    /// <summary>1 (January) to 12.</summary>
    Month,

    /// <summary>A <see cref="WhenUnit"/>.</summary>
    Unit,
    Count,
    Half,
    Quarter,
    Ordinal,
    OrdinalMark,

    /// <summary>Days from today.</summary>
    RelativeDay,

    /// <summary>A <see cref="DayPart"/>.</summary>
    DayPart,

    /// <summary>"tonight": a part of today.</summary>
    Tonight,

    /// <summary>An hour with a name: noon, midnight.</summary>
    ClockName,

    /// <summary>0 for am, 12 for pm.</summary>
    HalfDay,
    Oclock,
    HourMark,
    Past,

    /// <summary>"daily", "weekly": the <see cref="WhenUnit"/> that comes round.</summary>
    Beat,
    End,
    Start,

    /// <summary>"eod", "eow": the end of that <see cref="WhenUnit"/>.</summary>
    EndOf,
    Close,
    Business,
    Times,
    Vague,
    Remind,
    Me,
    About,
    Please,
    Time,
    Mine,
    Shorter,
}
