using System.Globalization;
using System.Text.RegularExpressions;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>What a list of ideas shows.</summary>
internal static partial class Listed
{
    public static IReadOnlyList<int> NumbersIn(Heard list) =>
        [.. LineStart().Matches(list.Text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^#(\d+) ", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
