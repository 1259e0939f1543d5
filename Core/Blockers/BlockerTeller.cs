using AsyncBot.Core.Attention;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What there is to tell somebody about blockers, reckoned anew at the moment of telling.</summary>
public sealed class BlockerTeller(Helpers helpers) : ITell
{
    public async Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to)
    {
        var news = new List<News>();
        if (to.Person is null)
            return news;
        var waiting = await BlockerList.ToTell(turn, to);
        if (waiting.Count > BlockerList.MostTold)
            Tell.Schedule(turn, $"more blockers {to} {turn.Id}", turn.Now, to);
        foreach (var stored in waiting.Take(BlockerList.MostTold))
        {
            var now = (await BlockerBook.PlanOf(turn, stored.Value)).Where(each => each.To == to && each.At <= turn.Now).ToList();
            if (now.Exists(each => each.What == Telling.GiveBack))
                await BlockersOfLeavers.GiveBack(turn, stored);
            else if (now.Count == 0)
                await BlockerBook.Change(turn, stored, stored.Value);
            else
                news.Add(await About(turn, stored, now));
        }

        return news;
    }

    private async Task<News> About(Turn turn, Stored<Blocker> stored, List<Planned> now)
    {
        var blocker = stored.Value;
        var strongest = now.MaxBy(each => each.What)!;
        var person = strongest.To.Person!.Value;
        var clock = (await Colleagues.Find(turn, person)).Clock;
        var help = strongest.What is Telling.AskAuthor or Telling.Left or Telling.StandIn or Telling.Escalation
            ? await helpers.Now(turn, blocker, strongest.To)
            : null;
        var whom = await Colleagues.Find(turn, strongest.Whom);
        var why = BlockerTold.Why(strongest, await Readers.MayLearnAbout(turn, strongest.To, whom) ? whom : null, turn.Now, each => $"{each}", clock);
        var told = BlockerTold.After(blocker, now, turn.Now);
        var card = Card.Of(BlockerTold.Line(blocker, strongest, help, why, each => $"{each}", clock), BlockerText.Answers(blocker));
        return new News(
            BlockerText.ItemOf(blocker),
            now.All(each => each.What is Telling.Nudge or Telling.NudgeOnRequest or Telling.AskAuthor),
            card,
            card.Blocks,
            post => BlockerBook.Change(turn, stored, post is { } sent ? told.After(new SentMessage(strongest.To, sent)) : told),
            hold => BlockerBook.Change(turn, stored, Held(turn, blocker, person, hold)));
    }

    private static Blocker Held(Turn turn, Blocker blocker, PersonId person, Hold hold)
    {
        var isByFocus = hold.By == HeldBy.Focus;
        var deed = isByFocus ? BlockerDeed.HeldByFocus : BlockerDeed.HeldByBudget;
        return blocker.After(new BlockerEvent(turn.Now, PersonId.Bot, deed, To: person, Until: hold.Until)) with
        {
            Holds = [.. blocker.Holds.Where(other => other.Person != person), new HeldFor(person, hold.Until, isByFocus)],
        };
    }
}
