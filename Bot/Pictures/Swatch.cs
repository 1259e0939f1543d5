using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Pictures;

/// <summary>
/// A person's colour and that of words on it. Also people who see few colours tell them apart, because they differ in lightness, too;
/// and no picture needs them, because names stand beside.
/// </summary>
public readonly record struct Swatch(Paint Fill, Paint Ink)
{
    private const uint HashStart = 2_166_136_261;
    private const uint HashStep = 16_777_619;

    private static readonly Paint Dark = new(null, "#1b1a2b");
    private static readonly Paint White = new(null, "#ffffff");

    public static IReadOnlyList<Swatch> All { get; } =
    [
        new(new(null, "#1f6cb4"), White),
        new(new(null, "#f0a33a"), Dark),
        new(new(null, "#159b78"), Dark),
        new(new(null, "#d989b8"), Dark),
        new(new(null, "#74c1f2"), Dark),
        new(new(null, "#dd6628"), Dark),
        new(new(null, "#f4e27a"), Dark),
        new(new(null, "#392f8c"), White),
        new(new(null, "#8a2558"), White),
        new(new(null, "#cfd6dc"), Dark),
    ];

    /// <summary>
    /// Somebody has the same colour in every picture, unless somebody else in it has it already; where more people are than colours,
    /// several share one.
    /// </summary>
    public static IReadOnlyDictionary<PersonId, Swatch> For(IEnumerable<PersonId> people)
    {
        var given = new Dictionary<PersonId, Swatch>();
        var free = new HashSet<int>(Enumerable.Range(0, All.Count));
        foreach (var person in people.Distinct().OrderBy(person => person.Value, StringComparer.Ordinal))
        {
            if (free.Count == 0)
                free.UnionWith(Enumerable.Range(0, All.Count));
            var own = HashOf(person.Value);
            var place = Enumerable.Range(0, All.Count).Select(step => (own + step) % All.Count).First(free.Contains);
            free.Remove(place);
            given[person] = All[place];
        }

        return given;
    }

    /// <summary>The same on every machine, as the runtime's own is not.</summary>
    private static int HashOf(string text) => (int)(text.Aggregate(HashStart, (hash, letter) => unchecked((hash ^ letter) * HashStep)) % (uint)All.Count);
}
