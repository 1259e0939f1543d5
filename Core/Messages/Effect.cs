using System.Text.Json.Serialization;

namespace AsyncBot.Core.Messages;

/// <summary>Something that should be seen on a platform. It is committed with what caused it, and delivered afterwards.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Post), "post")]
[JsonDerivedType(typeof(Whisper), "whisper")]
[JsonDerivedType(typeof(Update), "update")]
[JsonDerivedType(typeof(Upload), "upload")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(GroupSync), "groupSync")]
[JsonDerivedType(typeof(PublishHome), "publishHome")]
public abstract record Effect;

/// <summary>A new message.</summary>
/// <param name="Thread">The platform's id of the message it answers; null outside threads.</param>
/// <param name="Subject">The item it shows, as <c>idea 12</c>: typed in its thread, the number may be left out.</param>
/// <param name="Zone">The clock on which its times are shown where there is no single reader: the author's.</param>
/// <param name="Quotes">Other items whose text it shows.</param>
/// <param name="IfUnknown">What to do when nobody can tell whether it arrived.</param>
/// <param name="IsAwaiting">A better version of it follows as an <see cref="Update"/>, although it shows no item.</param>
/// <param name="ThreadOf">The message of the bot that it answers, which may not have been delivered yet; where that never arrived, it answers nothing.</param>
public sealed record Post(
    ConversationId To,
    Card Card,
    MessageId? Thread = null,
    string? Subject = null,
    string? Zone = null,
    IReadOnlyList<string>? Quotes = null,
    IfUnknown IfUnknown = IfUnknown.Repeat,
    bool IsAwaiting = false,
    PostId? ThreadOf = null) : Effect;

/// <summary>A message in a conversation that only one person sees: the answer to something said there.</summary>
/// <param name="Thread">The platform's id of the message in whose thread it was said; null outside threads.</param>
/// <param name="Zone">The clock on which its times are shown where the platform does not know the reader's.</param>
public sealed record Whisper(ConversationId In, PersonId To, Card Card, MessageId? Thread = null, string? Zone = null) : Effect;

/// <summary>A new state of an earlier message. If that one never arrived, this does nothing.</summary>
/// <param name="IsLast">No other one follows, so the message need not be remembered any longer.</param>
public sealed record Update(PostId Of, ConversationId In, Card Card, string? Zone = null, bool IsLast = false) : Effect;

/// <summary>A text file.</summary>
public sealed record Upload(ConversationId To, string FileName, string MediaType, string Content, Card Card) : Effect;

/// <summary>A picture with a message. Where it can't be shown, its message comes with the picture in words.</summary>
/// <param name="FileName">Without an ending: what it is drawn as is the platform's business.</param>
/// <param name="Thread">The platform's id of the message it answers; null outside threads.</param>
/// <param name="Zone">The clock on which it is drawn where there is no single reader.</param>
public sealed record Picture(ConversationId To, string FileName, Chart Chart, Card Card, MessageId? Thread = null, string? Zone = null) : Effect
{
    /// <summary>All that the picture shows.</summary>
    public string Words(Reader reader) => ChartText.Render(Chart, reader);

    /// <summary>The message for a reader who gets no picture.</summary>
    public Card InWords(Reader reader) => Card.With(new Paragraph($"{Words(reader)}"));
}

/// <summary>Makes a platform's user group equal to these people; never empty.</summary>
public sealed record GroupSync(string Group, IReadOnlyList<PersonId> Members) : Effect;

/// <summary>What somebody sees on the bot's own page within the platform.</summary>
public sealed record PublishHome(PersonId Person, Card Card) : Effect;

public enum IfUnknown
{
    /// <summary>Better twice than never.</summary>
    Repeat,

    /// <summary>Better never than twice; an admin sees that the outcome is unknown.</summary>
    Report,
}
