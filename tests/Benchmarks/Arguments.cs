using System.Globalization;

namespace AsyncBot.Benchmarks;

/// <summary>What stands on the command line: a program and its numbers, such as <c>load --ideas 2000</c>.</summary>
public sealed class Arguments
{
    private static readonly Dictionary<string, Dictionary<string, (int Otherwise, int Most)>> Programs = new()
    {
        ["load"] = new() { ["ideas"] = (2_000, 100_000), ["clients"] = (32, 256) },
        ["fill"] = new() { ["ideas"] = (50_000, 500_000), ["clients"] = (32, 256) },
        ["due"] = new() { ["items"] = (100_000, 1_000_000), ["people"] = (1_000, 100_000) },
        ["checkins"] = new() { ["people"] = (10_000, 100_000) },
        ["kill"] = new() { ["rounds"] = (10, 1_000), ["clients"] = (32, 256) },
        ["slack"] = new() { ["seconds"] = (8, 60), ["rounds"] = (3, 20) },
        ["turn"] = new() { ["turns"] = (50_000, 10_000_000) },
        ["idle"] = new() { ["seconds"] = (60, 3_600), ["starts"] = (5, 100) },
    };

    private readonly Dictionary<string, int> _numbers;

    private Arguments(string program)
    {
        Program = program;
        _numbers = Programs[program].ToDictionary(number => number.Key, number => number.Value.Otherwise);
    }

    public string Program { get; }

    public bool IsStrict { get; private set; }

    public int this[string name] => _numbers[name];

    /// <exception cref="ArgumentException">There is no such program, or it has no such number.</exception>
    public static Arguments Of(string[] args)
    {
        if (args.Length == 0 || !Programs.TryGetValue(args[0], out var known))
            throw new ArgumentException(args.Length == 0 ? "Say what to measure." : $"There is no {args[0]}.");
        var given = new Arguments(args[0]);
        for (var at = 1; at < args.Length; at++)
        {
            var name = args[at].StartsWith("--", StringComparison.Ordinal) ? args[at][2..] : "";
            if (name == "check")
                given.IsStrict = true;
            else if (!known.TryGetValue(name, out var range))
                throw new ArgumentException($"{args[0]} has no {args[at]}.");
            else if (++at < args.Length && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= range.Most)
                given._numbers[name] = number;
            else
                throw new ArgumentException($"--{name} needs a number from 1 to {range.Most}.");
        }

        return given;
    }
}
