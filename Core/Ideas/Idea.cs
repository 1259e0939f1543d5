using System.Text.Json.Serialization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Ideas;

/// <summary>Something worth keeping, captured in two seconds and decided when there is time.</summary>
/// <param name="Home">Only its members see the idea; a direct conversation is its author's alone.</param>
/// <param name="Votes">One a person, in the order in which they came.</param>
/// <param name="Outcome">What came of it, or why it was dropped.</param>
/// <param name="Post">The line that shows it in its home.</param>
public sealed record Idea(
    int Number,
    ConversationId Home,
    PersonId Author,
    string Text,
    Bucket Bucket,
    IdeaState State,
    IReadOnlyList<PersonId> Votes,
    Instant CreatedAt,
    IReadOnlyList<IdeaEvent> History,
    string? Outcome = null,
    int? MergedInto = null,
    Instant? ClosedAt = null,
    PostId? Post = null,
    IdeaSource? Source = null)
{
    public const int LongestText = 10_000;

    /// <summary>The series of its numbers, and its kind on disk.</summary>
    public const string Kind = "idea";

    public static readonly DocumentType<Idea> Type = new(
        Kind,
        idea => IdOf(idea.Number),
        new DocumentIndex<Idea>("list", KeysOf, idea => SortKey.Of(idea.Number)),
        new DocumentIndex<Idea>("wanted", idea => idea is { IsOpen: true, Votes.Count: > 0 } ? idea.Home.Value : null, idea => SortKey.Of(idea.Votes.Count)),
        ClosingCatalog.Index<Idea>(idea => idea.ClosedAt));

    [JsonIgnore]
    public bool IsOpen => State == IdeaState.Open;

    [JsonIgnore]
    public IReadOnlyList<Tag> Tags => Tag.In(Text);

    /// <summary>Who decided it last, and whose words the outcome is.</summary>
    [JsonIgnore]
    public PersonId? ClosedBy => History.LastOrDefault(happened => happened.What is IdeaDeed.Done or IdeaDeed.Dropped)?.By;

    public static string IdOf(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same idea after something happened to it.</summary>
    public Idea After(IdeaEvent what) => this with { History = [.. History, what] };

    private static IEnumerable<string> KeysOf(Idea idea)
    {
        yield return IdeaList.KeyOf(idea.Home, idea.State);
        if (idea.Bucket != Bucket.Ideas)
            yield return IdeaList.KeyOf(idea.Home, idea.State, idea.Bucket);
        foreach (var tag in idea.Tags)
            yield return IdeaList.KeyOf(idea.Home, idea.State, tag);
        yield return IdeaList.KeyOf(idea.Author, idea.State);
    }
}

/// <summary>Where an idea waits to be decided.</summary>
public enum Bucket
{
    Ideas,
    Tasks,
    Discussion,
}

public enum IdeaState
{
    Open,
    Done,
    Dropped,
    Merged,
}

/// <summary>One line of an idea's history.</summary>
/// <param name="Detail">What was said with it; somebody's text.</param>
public sealed record IdeaEvent(Instant At, PersonId By, IdeaDeed What, string? Detail = null);

public enum IdeaDeed
{
    Added,
    Captured,
    Edited,
    Moved,
    Done,
    Dropped,
    Reopened,
    Merged,
    Absorbed,
    Shared,
}

/// <summary>The message that an idea was captured from.</summary>
/// <param name="CapturedBy">Who put the bulb on it.</param>
public sealed record IdeaSource(MessageId Message, PersonId CapturedBy, string? Link);

/// <summary>Which idea a message became. There is one a message, so that many bulbs at once make one idea.</summary>
public sealed record Captured(ConversationId Home, MessageId Message, int Number)
{
    public static readonly DocumentType<Captured> Type = new("idea.captured", captured => IdOf(captured.Home, captured.Message));

    public static string IdOf(ConversationId home, MessageId message) => $"{home} {message}";

    /// <summary>Null where the idea came from no message.</summary>
    public static Captured? Of(Idea? idea) => idea?.Source is { } source ? new Captured(idea.Home, source.Message, idea.Number) : null;
}
