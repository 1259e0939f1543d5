using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The one reminder to those who have not answered, which focus and the nag budget may hold.</summary>
public sealed class CheckInTeller : ITell
{
    public async Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to)
    {
        if (to.Person is not { } person)
            return [];
        var news = new List<News>();
        foreach (var stored in await turn.Query(Entry.Type, new Slice("remind", person.Value, To: SortKey.Of(turn.Now + Duration.FromMilliseconds(1)))))
        {
            var entry = stored.Value;
            if (entry.Closes <= turn.Now || entry.SnoozedUntil > turn.Now || (await turn.Find(Run.Type, entry.Run))?.Value is not { } run)
            {
                turn.Change(Entry.Type, stored, entry with { RemindAt = null });
                continue;
            }

            var them = await Colleagues.Find(turn, person);
            if (ReckonAway.Of(entry, them, turn.Now) is { } away)
            {
                turn.Change(Entry.Type, stored, away);
                continue;
            }

            if (ReckonAway.BackAt(entry, them, turn.Now) is { } back)
            {
                turn.Change(Entry.Type, stored, entry with { RemindAt = back });
                continue;
            }

            if ((await turn.Find(CheckIn.Type, CheckIn.IdOf(entry.CheckIn)))?.Value is not { State: not CheckInState.Deleted })
            {
                // By then it is gone, or back.
                turn.Change(Entry.Type, stored, entry with { RemindAt = turn.Now + DeleteCheckIn.Regret });
                continue;
            }

            var card = Prompt.Reminder(run, entry);
            news.Add(new News(
                entry.Subject,
                MayWait: true,
                card,
                card.Blocks,
                _ => Keep(entry.After(new Happening(turn.Now, Deed.Reminded, PersonId.Bot)) with { RemindAt = null }),
                hold => Keep(Held(turn, entry, hold))));

            Task Keep(Entry after)
            {
                turn.Change(Entry.Type, stored, after);
                return Task.CompletedTask;
            }
        }

        return news;
    }

    /// <summary>A reminder that would come when the window is over is none.</summary>
    private static Entry Held(Turn turn, Entry entry, Hold hold)
    {
        var isOver = hold.Until >= entry.Closes;
        return entry.After(new Happening(turn.Now, hold.By == HeldBy.Focus ? Deed.HeldByFocus : Deed.HeldByBudget, PersonId.Bot, hold.Until)) with
        {
            RemindAt = isOver ? null : hold.Until,
        };
    }
}
