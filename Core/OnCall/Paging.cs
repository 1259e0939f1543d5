using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>The steps of a page, whoever takes them.</summary>
internal static class Paging
{
    public static Page Message(Turn turn, Page page, IEnumerable<PersonId> people) => page with
    {
        Paged = [.. page.Paged, .. people.Select(person => new Paged(
            person, turn.Post(ConversationId.Of(person), PageText.ToPerson(page), subject: page.Item, quotes: [page.Item])))],
    };

    /// <summary>Messages the next in line: the first who can be reached, and otherwise the first.</summary>
    /// <returns>The same page where there is nobody left.</returns>
    public static async Task<Page> GoOn(Turn turn, Rotation rotation, Page page, Reachable reachable)
    {
        var line = Reachable.InLine(rotation, turn.Now, [page.Person, .. page.Paged.Select(paged => paged.Person)]);
        var here = new List<PersonId>();
        foreach (var person in line)
        {
            if (await turn.Find(person) is { IsGone: false })
                here.Add(person);
        }

        if (here.Count == 0)
            return page;
        var states = await reachable.States(turn, here);
        var next = here.Find(person => !states.TryGetValue(person, out var state) || state.Because.Because is not (Because.Away or Because.DoNotDisturb));
        if (next == default)
            next = here[0];
        return Message(turn, page, [next]).After(new PageStep(turn.Now, PageDeed.WentOn, [next]));
    }

    /// <summary>Shows it for the first time to the channel and to who asked.</summary>
    public static Page Post(Turn turn, Page page, Rotation rotation)
    {
        var zone = DateTimeZoneProviders.Tzdb[rotation.Zone];
        PostId? inChannel = page.Channel is { } channel
            ? turn.Post(ConversationId.Of(channel), PageText.ToChannel(page), subject: page.Item, zone: zone, quotes: [page.Item])
            : null;
        var progress = turn.Post(ConversationId.Of(page.Person), PageText.ToAsker(page), subject: page.Item, quotes: [page.Item]);
        return page with { Post = inChannel, Progress = progress };
    }

    /// <summary>Keeps what became of it, and shows it wherever it is shown.</summary>
    public static void Keep(Turn turn, Stored<Page> before, Page after)
    {
        turn.Batch.Put(Page.Type, after, before.Version);
        if (after.Post is { } post && after.Channel is { } channel)
            turn.Update(post, ConversationId.Of(channel), PageText.ToChannel(after));
        if (after.Progress is { } progress)
            turn.Update(progress, ConversationId.Of(after.Person), PageText.ToAsker(after));
        if (after.State == before.Value.State)
            return;
        foreach (var paged in after.Paged)
            turn.Update(paged.Post, ConversationId.Of(paged.Person), PageText.ToPerson(after));
        if (after.State != PageState.Open)
            turn.Unschedule(JobOf(after));
    }

    public static void Schedule(Turn turn, Page page) => turn.Schedule(JobOf(page), turn.Now + Page.Patience, new EscalatePage(page.Number));

    private static string JobOf(Page page) => page.Item;
}
