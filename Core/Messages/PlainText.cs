using System.Text;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.Messages;

/// <summary>For whom text is rendered: their clock, the moment they read it, and the names they know.</summary>
/// <param name="Spoken">How a command is typed where they read it: with a slash in a channel, say. Null leaves it as it is.</param>
public sealed record Reader(
    DateTimeZone Zone, Instant Now, Func<PersonId, string> NameOf, Func<ChannelId, string> NameOfChannel, Func<string, string>? Spoken = null)
{
    public string Say(Typed typed) => Spoken is null ? typed.Text : Spoken(typed.Text);
}

/// <summary>
/// Any message as plain text that makes sense to a screen reader: one item a line, times on the reader's clock.
/// Every surface sends it beside the rich form, and it is what a notification shows.
/// </summary>
public static class PlainText
{
    public static string Render(Card card, Reader reader)
    {
        var lines = new List<string>();
        if (card.Title is { } title)
            lines.Add(Render(title, reader));
        foreach (var block in card.Blocks)
            lines.AddRange(LinesOf(block, reader));
        return string.Join('\n', lines);
    }

    public static string Render(Rich text, Reader reader) => Render(text, reader, "@");

    /// <summary>A text in a picture, where a name calls nobody.</summary>
    public static string Label(Rich text, Reader reader) => Render(text, reader, "");

    private static string Render(Rich text, Reader reader, string at)
    {
        var plain = new StringBuilder();
        foreach (var part in text.Parts)
        {
            plain.Append(part switch
            {
                Words words => words.Text,
                Said said => Bidi.Close(said.Text),
                Mention mention => mention.Person == PersonId.Former ? "a former member" : at + Bidi.Close(reader.NameOf(mention.Person)),
                ChannelName channel => "#" + Bidi.Close(reader.NameOfChannel(channel.Channel)),
                Moment { AgeOnly: true } moment => Clock.Age(moment.At, reader.Now),
                Moment moment => Clock.Say(moment.At, reader.Zone, reader.Now),
                Typed typed => reader.Say(typed),
                Link link => $"{link.Text} ({link.Url})",
                _ => throw new InvalidOperationException($"No plain text for {part.GetType().Name}"),
            });
        }

        return plain.ToString();
    }

    private static IEnumerable<string> LinesOf(Block block, Reader reader) => block switch
    {
        Paragraph paragraph => [Render(paragraph.Text, reader)],
        Facts facts => facts.Items.Select(fact => $"{fact.Label}: {Render(fact.Value, reader)}"),
        PeopleList people => people.Items.Select(item => Render(item, reader)).Prepend(people.Heading),
        Section section => [Render(section.Text, reader)],
        Note note => [Render(note.Text, reader)],
        Divider or Buttons => [],
        _ => throw new InvalidOperationException($"No plain text for {block.GetType().Name}"),
    };
}
