using System.Globalization;

namespace AsyncBot.Core.Messages;

/// <summary>A number and what it counts, so that nobody reads of “1 days”.</summary>
public static class Counted
{
    public static string Of(int count, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
