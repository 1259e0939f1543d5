using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What somebody has to do, the most urgent first, and how much they asked of others.</summary>
public sealed class DueOnHome : IHomeSection
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var mine = await DueList.OpenOf(turn, ConversationId.Of(person));
        var given = await DueList.Read(turn, DueList.KeyOfGiven(person, DueList.Open), DueItem.MostOpen);
        var blocks = new List<Block> { new Paragraph($"⏰ Due") };
        blocks.AddRange(mine.Take(Most).Select(item => DueText.Line(item.Value, person, turn.Now)));
        if (mine.Count == 0)
            blocks.Add(new Note($"Nothing of yours is due. Try: {new Typed(DueWords.Example)}"));
        var buttons = new List<Button> { new("Add a reminder", OpenForm.For<AddDue>()) };
        if (mine.Count > Most)
            buttons.Add(new Button("All that is due", new ListDue()));
        if (given.Count > 0)
            buttons.Add(new Button($"Asked of others ({given.Count})", new ListDue(DueFilter.Given)));
        blocks.Add(new Buttons(buttons));
        return blocks;
    }
}
