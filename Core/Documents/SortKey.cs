using System.Globalization;

namespace AsyncBot.Core.Documents;

/// <summary>Fixed-width text whose ordinal order is the order of the value, the same in every storage engine.</summary>
public static class SortKey
{
    /// <summary>Nineteen digits; negative numbers are refused.</summary>
    public static string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number.ToString("D19", CultureInfo.InvariantCulture);
    }

    /// <summary>Whole microseconds since the year 1, so that instants before 1970 sort too.</summary>
    public static string Of(Instant instant) => Of((instant - NodaConstants.BclEpoch).BclCompatibleTicks / 10);
}
