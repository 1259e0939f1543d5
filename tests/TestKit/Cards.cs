using AsyncBot.Core.Messages;

namespace AsyncBot.TestKit;

/// <summary>Looks into messages.</summary>
public static class Cards
{
    /// <summary>Every text of a card but its buttons' labels.</summary>
    public static IEnumerable<Rich> TextsOf(Card card) => card.Blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Facts facts => facts.Items.Select(fact => fact.Value),
        PeopleList people => people.Items,
        Section section => [section.Text],
        Note note => [note.Text],
        _ => Enumerable.Empty<Rich>(),
    }).Concat(card.Title is { } title ? [title] : []);
}
