using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What there is to tell about due items, reckoned anew at the moment of telling.</summary>
public sealed class DueTeller : ITell
{
    public async Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to)
    {
        var news = new List<News>();
        foreach (var stored in await DueList.ToTell(turn, to))
        {
            if (await DueOfLeavers.GaveBack(turn, stored))
                continue;
            if (await About(turn, stored, isForAsker: false) is { } each)
                news.Add(each);
        }

        foreach (var stored in await DueList.ToTellAsker(turn, to))
        {
            if (!IsChanged(turn, stored.Value) && news.All(other => other.Item != DueText.ItemOf(stored.Value))
                && await About(turn, stored, isForAsker: true) is { } each)
                news.Add(each);
        }

        return [.. news.OrderBy(each => each.Item.Length).ThenBy(each => each.Item, StringComparer.Ordinal)];
    }

    private static bool IsChanged(Turn turn, DueItem item) =>
        turn.Changes.Any(change => change.Kind == DueItem.Kind && change.DocumentId == DueItem.IdOf(item.Number));

    private static async Task<News?> About(Turn turn, Stored<DueItem> stored, bool isForAsker)
    {
        var item = stored.Value;
        var plan = await DueBook.PlanOf(turn, item);
        var now = plan.Where(each => each.IsForAsker == isForAsker && each.At <= turn.Now).ToList();

        // Nobody is late for what they are only told now.
        if (plan.Any(each => each.Key == Planned.Time && each.At <= turn.Now))
            now.RemoveAll(each => each.What is Telling.Overdue or Telling.AskerOverdue);
        if (isForAsker && now.Count == 0)
            return null;
        if (isForAsker && await turn.Find(item.Asker) is { IsGone: true })
        {
            await DueBook.Change(turn, stored, item with { Said = [.. item.Said, Planned.LateForAsker] });
            return null;
        }

        if (now.Count == 0 || now.All(each => each.What == Telling.Lapsed))
        {
            await DueBook.Change(turn, stored, now.Count == 0 ? item
                : item.After(new DueEvent(turn.Now, PersonId.Bot, DueDeed.Lapsed)) with { State = DueState.Lapsed, ClosedAt = turn.Now });
            return null;
        }

        var what = now.Max(each => each.What);
        var untold = what == Telling.Due ? DuePlan.Untold(item, turn.Now) : [];
        var at = untold.Count > 0 ? untold[^1] : item.Once?.At ?? item.LastAt ?? turn.Now;
        var earlier = what == Telling.Before ? now.Min(each => each.Earlier) : Duration.Zero;
        var told = item.After(new DueEvent(turn.Now, PersonId.Bot, DeedOf(what), Until: at, Earlier: earlier == Duration.Zero ? null : earlier)) with
        {
            Said = [.. item.Said.Union(now.Where(each => each.Key != Planned.Time || item.Once is not null).Select(each => each.Key))],
            LastAt = item.Every is not null && now.Any(each => each.What == Telling.Due) ? at : item.LastAt,
        };
        return new News(
            DueText.ItemOf(item),
            now.All(each => each.MayWait),
            DueText.Reminder(told, what, at, untold.Count, turn.Now),
            DueText.AmongReminders(told, what, at, untold.Count, turn.Now),
            post => Keep(told with { Post = isForAsker ? told.Post : post ?? told.Post }),
            hold => Keep(Held(turn, item, hold, isForAsker)));

        Task Keep(DueItem after) => DueBook.Change(turn, stored, after);
    }

    private static DueItem Held(Turn turn, DueItem item, Hold hold, bool isForAsker)
    {
        var deed = hold.By == HeldBy.Focus ? DueDeed.HeldByFocus : DueDeed.HeldByBudget;
        return item.After(new DueEvent(turn.Now, PersonId.Bot, deed, Until: hold.Until)) with
        {
            HeldUntil = isForAsker ? item.HeldUntil : hold.Until,
            HeldForAskerUntil = isForAsker ? hold.Until : item.HeldForAskerUntil,
        };
    }

    private static DueDeed DeedOf(Telling what) => what switch
    {
        Telling.Before => DueDeed.ToldBefore,
        Telling.Due => DueDeed.ToldDue,
        Telling.Again => DueDeed.ToldAgain,
        Telling.Overdue => DueDeed.ToldOverdue,
        _ => DueDeed.ToldAsker,
    };
}
