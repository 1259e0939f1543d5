using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>The steps of a page, whoever takes them.</summary>
internal static class Paging
{
    /// <summary>The page of that number, if it is from the caller, or came to them or to a channel in which they are.</summary>
    public static async Task<Stored<Page>?> Find(Turn turn, int number)
    {
        if (await turn.Find(Page.Type, Page.IdOf(number)) is not { Value: var page } stored)
            return null;
        var me = turn.Caller.Person;
        return page.Person == me || page.Paged.Any(paged => paged.Person == me)
            || (page.Channel is { } channel && await turn.Sees(ConversationId.Of(channel))) ? stored : null;
    }

    public static Reply Over() => Reply.Refuse($"That page is over. Who is on call: {new Typed("oncall")}");

    public static Page Message(Turn turn, Page page, IEnumerable<PersonId> people) => page with
    {
        Paged = [.. page.Paged, .. people.Select(person => new Paged(
            person, turn.Post(ConversationId.Of(person), PageText.ToPerson(page), subject: page.Item, quotes: [page.Item])))],
    };

    /// <summary>Those who did not leave, as far as the platform says.</summary>
    public static async Task<List<PersonId>> Here(Turn turn, IEnumerable<PersonId> people)
    {
        var here = new List<PersonId>();
        foreach (var person in people)
        {
            if (person != PersonId.Former && await turn.Find(person) is not { IsGone: true })
                here.Add(person);
        }

        return here;
    }

    /// <summary>Messages the next in line: the first who can be reached, and otherwise the first.</summary>
    /// <returns>The same page where there is nobody left.</returns>
    public static async Task<Page> GoOn(Turn turn, Rotation rotation, Page page, Reachable reachable)
    {
        var here = await Here(turn, Reachable.InLine(rotation, turn.Now, [page.Person, .. page.Paged.Select(paged => paged.Person)]));
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
        PostId? inChannel = page.Channel is { } channel ? PostThere(turn, page, channel, PageText.ToChannel(page), rotation) : null;
        var progress = turn.Post(ConversationId.Of(page.Person), PageText.ToAsker(page), subject: page.Item, quotes: [page.Item]);
        return page with { Post = inChannel, Progress = progress };
    }

    /// <summary>Mentions everybody, the last thing that a chat can do; where a mention does not reach somebody, they are messaged.</summary>
    public static async Task<Page> Mention(Turn turn, Rotation rotation, Page page, IReadOnlyList<PersonId> people)
    {
        var there = new List<PersonId>();
        if (page.Channel is { } channel && await RotationBook.CanPost(turn, rotation))
        {
            foreach (var person in people)
            {
                if (await turn.Sees(person, ConversationId.Of(channel)))
                    there.Add(person);
            }

            if (there.Count > 0)
            {
                page = page.After(new PageStep(turn.Now, PageDeed.Mentioned, there));
                page = page with { Mention = PostThere(turn, page, channel, PageText.Mention(page), rotation) };
            }
        }

        var others = people.Except(there).ToList();
        return others.Count == 0 ? page : Message(turn, page, others).After(new PageStep(turn.Now, PageDeed.MessagedAll, others));
    }

    /// <summary>Keeps what became of it, and shows it wherever it is shown.</summary>
    public static void Keep(Turn turn, Stored<Page> before, Page after)
    {
        turn.Batch.Put(Page.Type, after, before.Version);
        if (after.Channel is { } channel)
        {
            if (after.Post is { } post)
                turn.Update(post, ConversationId.Of(channel), PageText.ToChannel(after));
            if (after.Mention is { } mention && !turn.HasPosted(mention))
                turn.Update(mention, ConversationId.Of(channel), PageText.Mention(after));
        }

        if (after.Progress is { } progress)
            turn.Update(progress, ConversationId.Of(after.Person), PageText.ToAsker(after));
        if (after.State == PageState.Open)
            return;
        foreach (var paged in after.Paged)
            turn.Update(paged.Post, ConversationId.Of(paged.Person), PageText.ToPerson(after));
        turn.Unschedule(JobOf(after));
    }

    /// <summary>Ends one whose words were forgotten, and takes them out of every message that shows them.</summary>
    public static Task Remove(Turn turn, Stored<Page> before, Page after)
    {
        turn.Batch.Put(Page.Type, after, before.Version);
        turn.Unschedule(JobOf(after));
        return QuotedText.Remove(turn, after.Item, posted => Task.FromResult<Card?>(PageText.Forgotten(after, posted.Id)));
    }

    public static void Schedule(Turn turn, Page page) => turn.Schedule(JobOf(page), turn.Now + Page.Patience, new EscalatePage(page.Number));

    private static PostId PostThere(Turn turn, Page page, ChannelId channel, Card card, Rotation rotation) => turn.Post(
        ConversationId.Of(channel), card, subject: page.Item, zone: DateTimeZoneProviders.Tzdb[rotation.Zone], quotes: [page.Item]);

    private static string JobOf(Page page) => page.Item;
}
