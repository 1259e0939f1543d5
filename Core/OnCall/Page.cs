using System.Globalization;
using System.Text.Json.Serialization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using SortKey = AsyncBot.Core.Documents.SortKey;

namespace AsyncBot.Core.OnCall;

/// <summary>Somebody needs whoever is on call now. It goes on to the next in line until somebody has it, or it is called off.</summary>
/// <param name="Rotation">By its name.</param>
/// <param name="Of">When that was made: another one of the same name has other people.</param>
/// <param name="Person">Who asked.</param>
/// <param name="Paged">Who was messaged, with the message, in order.</param>
/// <param name="Post">The message in the rotation's channel.</param>
/// <param name="Progress">The message in which who asked sees each step.</param>
/// <param name="Until">When nobody needs it any more.</param>
/// <param name="Mention">The message that mentions everybody of the rotation.</param>
public sealed record Page(
    int Number,
    string Rotation,
    Instant Of,
    PersonId Person,
    string Text,
    IReadOnlyList<PageStep> Steps,
    IReadOnlyList<Paged> Paged,
    ChannelId? Channel,
    PostId? Post,
    PostId? Progress,
    Instant Until,
    PageState State = PageState.Open,
    PostId? Mention = null) : IExpires
{
    public const string Kind = "page";

    public const int LongestText = 10_000;

    /// <summary>How long somebody has to answer.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    public static readonly Duration Kept = Duration.FromDays(30);

    public static readonly DocumentType<Page> Type = new(
        Kind,
        page => IdOf(page.Number),
        Expiry.Index<Page>(),
        new DocumentIndex<Page>("with", page => page.People.Select(person => person.Value), page => SortKey.Of(page.Number)));

    [JsonIgnore]
    public string Item => $"{Kind} {Number}";

    /// <summary>Everybody whom it names.</summary>
    private IEnumerable<PersonId> People =>
        Paged.Select(paged => paged.Person).Concat(Steps.SelectMany(step => step.Who ?? [])).Append(Person).Distinct();

    public static string IdOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Asks for those that name somebody, the earliest first.</summary>
    public static Slice With(PersonId person, int most) => new("with", person.Value, Take: most);

    public Page After(PageStep step) => this with { Steps = [.. Steps, step] };
}

/// <summary>One thing that happened with it.</summary>
/// <param name="Why">What kept them, where it went on at once.</param>
public sealed record PageStep(Instant At, PageDeed What, IReadOnlyList<PersonId>? Who = null, string? Why = null);

/// <summary>Somebody who was messaged.</summary>
public sealed record Paged(PersonId Person, PostId Post);

[JsonConverter(typeof(JsonStringEnumConverter<PageState>))]
public enum PageState
{
    Open,
    Acknowledged,
    CalledOff,
}

[JsonConverter(typeof(JsonStringEnumConverter<PageDeed>))]
public enum PageDeed
{
    /// <summary>Those on call were messaged.</summary>
    Messaged,

    /// <summary>They are away, or don't want to be disturbed.</summary>
    Unreachable,

    Nobody,

    /// <summary>Who asks is the only one on call.</summary>
    Themselves,

    /// <summary>The next in line was messaged.</summary>
    WentOn,

    /// <summary>Everybody of the rotation who is in its channel was mentioned there.</summary>
    Mentioned,

    /// <summary>Those whom no mention reaches were messaged.</summary>
    MessagedAll,

    /// <summary>The rotation was deleted, so it goes on to nobody.</summary>
    Stranded,

    /// <summary>Nobody else takes turns any more.</summary>
    NobodyLeft,

    Acknowledged,
    CalledOff,
}
