using AsyncBot.Core.Messages;

namespace AsyncBot.Core.OnCall;

/// <summary>How a page looks to who was messaged, to the channel, and to who asked.</summary>
internal static class PageText
{
    private const int Most = 1_000;
    private const int MostToAsker = 200;

    /// <summary>For somebody who is messaged.</summary>
    public static Card ToPerson(Page page) =>
        Shown(page, $"🚨 {page.Person} needs {page.Rotation}", Most, page.State == PageState.Open ? [] : [new Note(Ending(page))], Acknowledge(page));

    /// <summary>For the channel. What keeps somebody is for who asked, not for everybody there.</summary>
    public static Card ToChannel(Page page) => Shown(
        page, $"🚨 {page.Person} pages {page.Rotation}", Most, Steps(page.Steps.Where(step => step.What != PageDeed.Unreachable)), Acknowledge(page));

    /// <summary>For who asked.</summary>
    public static Card ToAsker(Page page) =>
        Shown(page, $"Your page to {page.Rotation}", MostToAsker, Steps(page.Steps), new Button("Call it off", new CallOffPage(page.Number)));

    /// <summary>For everybody of the rotation, in its channel.</summary>
    public static Card Mention(Page page)
    {
        var names = OnCallText.Names(page.Steps.Last(step => step.What == PageDeed.Mentioned).Who!);
        return page.State == PageState.Open
            ? Card.Of($"🚨 {names}: nobody has answered {page.Person}’s page to {page.Rotation} yet.", Acknowledge(page))
            : Card.Of($"🚨 {page.Person}’s page to {page.Rotation}: {Ending(page)}");
    }

    /// <summary>What a message that showed the words of who was forgotten becomes.</summary>
    public static Card Forgotten(Page page, PostId post) => post == page.Post ? ToChannel(page)
        : post == page.Mention ? Mention(page)
        : page.Paged.Any(paged => paged.Post == post) ? ToPerson(page)
        : Card.Of($"What was asked of {page.Rotation} here was removed.");

    private static Button Acknowledge(Page page) => new("Acknowledge", new AcknowledgePage(page.Number), ButtonStyle.Primary);

    /// <param name="act">What can be done about it while it is open.</param>
    private static Card Shown(Page page, Rich intro, int most, IEnumerable<Block> below, Button act)
    {
        var isCut = page.Text.Length > most;
        Rich line = $"{intro}: {Excerpt.Within(page.Text, most)}{(isCut ? $" (cut; the button shows all of it)" : Rich.Empty)}";
        Button[] buttons =
        [
            .. page.State == PageState.Open ? (Button[])[act] : [],
            .. isCut ? (Button[])[new Button("Read it all", new ReadPage(page.Number))] : [],
        ];
        var card = new Card(null, [new Paragraph(line), .. below]);
        return buttons.Length > 0 ? card.With(buttons) : card;
    }

    private static IEnumerable<Block> Steps(IEnumerable<PageStep> steps) => steps.Select(step => new Paragraph($"{Step(step)} ({step.At:age})"));

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
            PageDeed.MessagedAll => $"Messaged directly: {who}",
            PageDeed.Stranded => $"The rotation was deleted, so this goes on to nobody",
            PageDeed.NobodyLeft => $"Nobody else takes turns there any more, so this goes on to nobody",
            PageDeed.Acknowledged => $"✅ {who} has it",
            _ => $"{who} called it off",
        };
    }

    private static Rich Ending(Page page) => page.Steps.Count > 0 ? Step(page.Steps[^1]) : Rich.Empty;
}
