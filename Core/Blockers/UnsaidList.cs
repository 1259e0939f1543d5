using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Blockers;

/// <summary>Lists that people ask for without saying so, such as <c>blocker needs me</c>.</summary>
internal static class UnsaidList
{
    /// <summary>The line with the verb that is meant; null where it asks for no list.</summary>
    public static Line? Read(Line line) => line.Words switch
    {
        [var noun, var which] when noun.Is(Blocker.Kind) && (which.Is("mine") || which.Is("all")) => Listing(line, which),
        [var noun, var needs, var me] when noun.Is(Blocker.Kind) && needs.Is("needs") && me.Is("me") => Listing(line, needs),
        _ => null,
    };

    private static Line Listing(Line line, Word which) => new($"{line.Text[..which.Start]}list {line.Text[which.Start..]}");
}
