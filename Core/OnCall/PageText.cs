using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall;

/// <summary>How a page looks to who was messaged, to the channel, and to who asked.</summary>
internal static class PageText
{
    /// <summary>For somebody who is messaged.</summary>
    public static Card ToPerson(Page page)
    {
        Rich text = Excerpt.Of(page.Text, $"oncall {page.Rotation}", 1_000);
        Rich line = $"🚨 {page.Person} needs {page.Rotation}: {text}";
        return page.State == PageState.Open
            ? Card.Of(line, new Button("Acknowledge", new AcknowledgePage(page.Number), ButtonStyle.Primary))
            : new Card(null, [new Paragraph(line), new Note(Ending(page))]);
    }

    /// <summary>For the channel.</summary>
    public static Card ToChannel(Page page)
    {
        Rich line = $"🚨 {page.Person} pages {page.Rotation}: {Excerpt.Of(page.Text, $"oncall {page.Rotation}", 1_000)}";
        var card = new Card(null, [new Paragraph(line), .. Steps(page)]);
        return page.State == PageState.Open ? card.With(new Button("Acknowledge", new AcknowledgePage(page.Number), ButtonStyle.Primary)) : card;
    }

    /// <summary>For who asked.</summary>
    public static Card ToAsker(Page page)
    {
        Rich line = $"Your page to {page.Rotation}: {Excerpt.Of(page.Text, $"oncall {page.Rotation}", 200)}";
        var card = new Card(null, [new Paragraph(line), .. Steps(page)]);
        return page.State == PageState.Open ? card.With(new Button("Call it off", new CallOffPage(page.Number))) : card;
    }

    private static IEnumerable<Block> Steps(Page page) => page.Steps.Select(step => new Paragraph($"{Step(step)} ({step.At:age})"));

    private static Rich Step(PageStep step)
    {
        var who = OnCallText.Names(step.Who ?? []);
        return step.What switch
        {
            PageDeed.Messaged => $"Messaged {who}, on call now",
            PageDeed.Unreachable => $"{who}: {new Rich([new Words(step.Why ?? "not to be reached")])}",
            PageDeed.Nobody => $"Nobody is on call now",
            PageDeed.Themselves => $"{who} is on call, and needs somebody else",
            PageDeed.WentOn => $"Messaged {who}, next in line",
            PageDeed.Mentioned => $"Mentioned everybody: {who}",
            PageDeed.Stranded => $"The rotation was deleted, so this goes on to nobody",
            PageDeed.Acknowledged => $"✅ {who} has it",
            _ => $"{who} called it off",
        };
    }

    private static Rich Ending(Page page) => page.Steps.Count > 0 ? Step(page.Steps[^1]) : Rich.Empty;
}
