using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Ideas;

/// <summary>How ideas look in messages.</summary>
public static class IdeaText
{
    /// <summary>The line posted in the idea's home. It is as long as two lists' lines, because here the text is the point.</summary>
    public static Card Posted(Idea idea)
    {
        Rich line = $"💡 #{idea.Number} {Excerpt.Of(idea.Text, ShowCommand(idea), 500)} — {idea.Author}, {Counted(idea.Votes.Count)}";
        return idea.State switch
        {
            IdeaState.Open when idea.Bucket == Bucket.Ideas => new Card(null, [new Section(line, VoteButton(idea))]),
            IdeaState.Open => new Card(null, [new Section($"{line}, in {Of(idea.Bucket)}", VoteButton(idea))]),
            IdeaState.Merged => new Card(null, [new Section($"{line} — merged into #{idea.MergedInto ?? 0}")]),
            _ => new Card(null, [new Section($"{line} — {Of(idea.State)}{Because(idea)}")]),
        };
    }

    /// <summary>What stands in place of an idea that is no longer there.</summary>
    public static Card Gone(int number) => Card.Of($"💡 #{number} was deleted.");

    /// <summary>What stands in place of an idea that its author made private again.</summary>
    public static Card Private(int number) => Card.Of($"💡 #{number} is private again.");

    /// <summary>As other messages name what they quote.</summary>
    public static string ItemOf(Idea idea) => $"{Idea.Kind} {idea.Number}";

    /// <summary>A line of a list.</summary>
    /// <param name="isAmongHomes">Whether the list holds ideas of several places, so that each says where it lives.</param>
    public static Section Line(Idea idea, bool isAmongHomes = false)
    {
        Rich home = isAmongHomes ? $", {idea.Home}" : Rich.Empty;
        Rich where = idea.Bucket == Bucket.Ideas ? Rich.Empty : $", in {Of(idea.Bucket)}";
        Rich state = idea.IsOpen ? Rich.Empty : $", {Of(idea.State)}{Because(idea)}";
        var text = Excerpt.Of(idea.Text, ShowCommand(idea));
        return new Section(
            $"#{idea.Number} {text} — {idea.Author}, {Counted(idea.Votes.Count)}, {idea.CreatedAt:age}{home}{where}{state}",
            idea.IsOpen ? VoteButton(idea) : null);
    }

    /// <summary>An idea named within a sentence.</summary>
    public static Rich Named(Idea idea) => $"#{idea.Number} “{Excerpt.Of(idea.Text, ShowCommand(idea), 80)}”";

    public static Button VoteButton(Idea idea) => new("Vote", new VoteForIdea(idea.Number));

    public static Rich Counted(int votes) => votes switch
    {
        0 => $"no votes yet",
        1 => $"1 vote",
        _ => $"{votes} votes",
    };

    public static string Of(Bucket bucket) => bucket.ToString().ToLowerInvariant();

    public static string Of(IdeaState state) => state.ToString().ToLowerInvariant();

    public static Rich Because(Idea idea) => idea.Outcome is null ? Rich.Empty : $": {Excerpt.Of(idea.Outcome, ShowCommand(idea))}";

    public static string ShowCommand(Idea idea) => $"idea show {idea.Number}";
}
