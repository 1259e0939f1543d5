using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What somebody had who left goes back to who asked for it; what they kept for themselves ends.</summary>
public sealed class DueOfLeavers : ILeaving
{
    public async Task Left(Turn turn, PersonId person)
    {
        var all = await DueList.OpenOf(turn, ConversationId.Of(person));
        foreach (var ofOne in all.GroupBy(item => item.Value.Asker))
            await GiveBack(turn, [.. ofOne], person);
    }

    /// <summary>Gives one back where whoever has it left.</summary>
    public static async Task<bool> GaveBack(Turn turn, Stored<DueItem> stored)
    {
        if (stored.Value.Assignee is not { } assignee || await turn.Find(assignee) is not { IsGone: true })
            return false;
        await GiveBack(turn, [stored], assignee);
        return true;
    }

    /// <param name="all">Of one asker.</param>
    private static async Task GiveBack(Turn turn, IReadOnlyList<Stored<DueItem>> all, PersonId left)
    {
        var asker = all[0].Value.Asker;
        if (asker == left || await turn.Find(asker) is not { IsGone: false })
        {
            foreach (var stored in all)
                await DueBook.Change(turn, stored, Cancelled(stored.Value, turn.Now));
            return;
        }

        var to = ConversationId.Of(asker);
        var quotes = all.Select(stored => DueText.ItemOf(stored.Value)).ToList();
        var post = turn.Post(to, DueText.Returned([.. all.Select(stored => stored.Value)], left), subject: quotes is [var only] ? only : null, quotes: quotes);
        foreach (var stored in all)
            await DueBook.Change(turn, stored, Returned(turn, stored.Value, all.Count == 1 ? post : null));
    }

    /// <summary>The same as somebody's who asked for it.</summary>
    public static DueItem Returned(Turn turn, DueItem item, PostId? post) =>
        item.After(new DueEvent(turn.Now, PersonId.Bot, DueDeed.Returned, To: item.Asker)) with
        {
            To = ConversationId.Of(item.Asker),
            SetAt = turn.Now,
            HeldUntil = null,
            SnoozedUntil = null,
            Post = post,
        };

    private static DueItem Cancelled(DueItem item, Instant now) =>
        item.After(new DueEvent(now, PersonId.Bot, DueDeed.Cancelled)) with { State = DueState.Cancelled, ClosedAt = now };
}
