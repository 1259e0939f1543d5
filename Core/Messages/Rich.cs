using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.Messages;

/// <summary>
/// A sentence with typed holes. It can only be written as an interpolated string, and each renderer escapes the holes:
/// what a person typed can never become a mention, a link or a format on any platform.
/// </summary>
/// <example><code>Rich text = $"{author} suggested {idea.Text} {idea.CreatedAt:age}.";</code></example>
[InterpolatedStringHandler]
public sealed class Rich
{
    public static readonly Rich Empty = $"";

    private readonly List<RichPart> _parts;

    public Rich(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new(formattedCount * 2 + 1);
    }

    [JsonConstructor]
    public Rich(IReadOnlyList<RichPart> parts) => _parts = [.. parts];

    public IReadOnlyList<RichPart> Parts => _parts;

    public void AppendLiteral(string words) => _parts.Add(new Words(words));

    /// <summary>Somebody's text: shown to the letter, whatever characters it has.</summary>
    public void AppendFormatted(string? text) => _parts.Add(new Said(text ?? ""));

    public void AppendFormatted(char letter) => AppendFormatted(letter.ToString());

    public void AppendFormatted(int number) => _parts.Add(new Words(number.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(PersonId person) => _parts.Add(new Mention(person));

    public void AppendFormatted(ChannelId channel) => _parts.Add(new ChannelName(channel));

    /// <summary>A channel's name, or "your direct messages".</summary>
    public void AppendFormatted(ConversationId conversation)
    {
        if (conversation.Channel is { } channel)
            AppendFormatted(channel);
        else
            AppendLiteral("direct messages");
    }

    /// <summary>The reader's local time with weekday, date, zone and distance; with the format <c>age</c> only the distance.</summary>
    public void AppendFormatted(Instant instant, string? format = null) => _parts.Add(new Moment(instant, format == "age"));

    public void AppendFormatted(LocalDate date) => _parts.Add(new Words(Clock.Say(date)));

    public void AppendFormatted(Rich rich) => _parts.AddRange(rich._parts);

    public void AppendFormatted(Typed typed) => _parts.Add(typed);

    public void AppendFormatted(Link link) => _parts.Add(link);

    /// <summary>Several sentences or items in one, with words of ours between them.</summary>
    public static Rich Join(string separator, IEnumerable<Rich> items) => Join(separator, separator, items);

    /// <summary>The same with other words before the last: <c>Ana, Ben and Emi</c>.</summary>
    public static Rich Join(string separator, string lastSeparator, IEnumerable<Rich> items)
    {
        var joined = new Rich(0, 0);
        var all = items.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            if (joined._parts.Count > 0)
                joined.AppendLiteral(at == all.Count - 1 ? lastSeparator : separator);
            joined.AppendFormatted(all[at]);
        }

        return joined;
    }
}

/// <summary>A piece of <see cref="Rich"/> text; every renderer handles each kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Mention), "person")]
[JsonDerivedType(typeof(ChannelName), "channel")]
[JsonDerivedType(typeof(Moment), "time")]
[JsonDerivedType(typeof(Typed), "code")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record RichPart;

/// <summary>The bot's own words.</summary>
public sealed record Words(string Text) : RichPart;

/// <summary>Somebody else's text, which is shown to the letter.</summary>
public sealed record Said(string Text) : RichPart;

public sealed record Mention(PersonId Person) : RichPart;

public sealed record ChannelName(ChannelId Channel) : RichPart;

/// <summary>An instant, shown on the reader's own clock.</summary>
public sealed record Moment(Instant At, bool AgeOnly) : RichPart;

/// <summary>Something that the reader can type as it stands.</summary>
public sealed record Typed(string Text) : RichPart;

/// <param name="Url">Absolute http or https, or a path of the bot's own pages; made by a surface, never from typed text.</param>
public sealed record Link(string Url, string Text) : RichPart;
