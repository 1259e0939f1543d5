namespace AsyncBot.Core.Time.When;

/// <summary>The lengths people count time in. Up to hours they are elapsed, from days on they keep the wall clock.</summary>
internal enum WhenUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}
