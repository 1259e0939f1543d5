using System.Globalization;

namespace AsyncBot.Benchmarks;

/// <summary>One line a figure: its name, its value, and where there is one, what is promised and whether it holds.</summary>
public sealed class Report
{
    /// <summary>Whether something was lost, doubled or refused.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>Whether a figure is worse than promised.</summary>
    public bool IsWorse { get; private set; }

    public void Figure(string name, double value, string unit, double? atLeast = null, double? atMost = null)
    {
        var holds = !(value < atLeast) && !(value > atMost);
        IsWorse |= !holds;
        var promise = atLeast is { } least ? $"at least {Of(least)} {unit}" : atMost is { } most ? $"at most {Of(most)} {unit}" : "";
        Line(name, $"{Of(value)} {unit}", promise, promise.Length > 0 ? holds : null);
    }

    /// <param name="wrong">What is not as it should be, one entry each.</param>
    public void Truth(string name, string what, IReadOnlyCollection<string> wrong)
    {
        IsWrong |= wrong.Count > 0;
        Line(name, what, "", wrong.Count == 0);
        foreach (var each in wrong.Take(10))
            Console.WriteLine($"    {each}");
        if (wrong.Count > 10)
            Console.WriteLine($"    and {wrong.Count - 10} more");
    }

    private static void Line(string name, string value, string promise, bool? holds) =>
        Console.WriteLine($"{name,-36} {value,-26} {promise,-24} {holds switch { true => "ok", false => "BROKEN", null => "" }}".TrimEnd());

    private static string Of(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
