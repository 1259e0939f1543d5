using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What blockers know of a person: those they raised, those that need them, and what they did to others'.</summary>
public sealed class BlockerData : IPersonalData
{
    public string Name => "blockers";

    /// <summary>Reads every blocker, because a note or a solution is theirs too. Others' words are not.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var entries = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var (blocker, _) in Series.All(turn, Blocker.Type))
        {
            if (IsPartOf(blocker, person))
                entries.Add(EntryOf(blocker, person));
        }

        return entries;
    }

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        var (blockers, next) = await Series.Part(turn, Blocker.Type, from);
        foreach (var blocker in blockers)
        {
            if (IsPartOf(blocker.Value, person))
                await BlockerBook.Change(turn, blocker, Without(blocker.Value, person, turn.Now));
            if (blocker.Value.Author != person && MaySay(blocker.Value, person))
                await QuotedText.Remove(turn, BlockerText.SaidBy(blocker.Value, person), BlockerText.Unsaid(blocker.Value.Number));
        }

        return next;
    }

    /// <summary>Whether messages may repeat words of somebody; what a history dropped, it can't tell.</summary>
    private static bool MaySay(Blocker blocker, PersonId person) =>
        blocker.IsHistoryFull || blocker.History.Any(happened => happened.By == person && happened.Detail is not null);

    private static bool IsPartOf(Blocker blocker, PersonId person) => blocker.Author == person || blocker.IsNeeded(person) || blocker.TakenBy == person
        || blocker.Source?.Author == person || blocker.Nudge?.By == person || blocker.Holds.Any(hold => hold.Person == person)
        || blocker.History.Any(happened => happened.By == person || happened.To == person);

    private static Dictionary<string, object?> EntryOf(Blocker blocker, PersonId person) => new()
    {
        ["number"] = blocker.Number,
        ["raised"] = blocker.Author == person,
        ["needed"] = blocker.IsNeeded(person),
        ["took"] = blocker.TakenBy == person,
        ["text"] = blocker.Author == person ? blocker.Text : null,
        ["state"] = blocker.State.ToString().ToLowerInvariant(),
        ["did"] = blocker.History.Where(happened => happened.By == person)
            .Select(happened => new { at = happened.At.ToString(), what = happened.What.ToString().ToLowerInvariant(), said = happened.Detail }).ToList(),
    };

    /// <summary>Texts go, counts stay. What they had taken waits for somebody else; what they raised themselves is over.</summary>
    private static Blocker Without(Blocker blocker, PersonId person, Instant now)
    {
        var wrote = blocker.Author == person;
        var opened = blocker.TakenBy == person && !wrote ? blocker.Anew(now) : blocker;
        var ended = wrote && blocker.IsOpen ? blocker.After(new BlockerEvent(now, PersonId.Bot, BlockerDeed.Forgotten)) : blocker;
        return opened with
        {
            Author = Forgotten(blocker.Author),
            Home = blocker.Home.Person == person ? ConversationId.Of(PersonId.Former) : blocker.Home,
            Text = wrote ? "(removed)" : blocker.Text,
            How = wrote || blocker.HowSaidBy == person ? null : opened.How,
            State = wrote ? BlockerState.Done : opened.State,
            ClosedAt = wrote ? blocker.ClosedAt ?? now : opened.ClosedAt,
            TakenBy = wrote ? null : opened.TakenBy,
            Needs = [.. opened.Needs.Where(need => need.Person != person).Select(need => need with { By = Forgotten(need.By) })],
            Nudge = blocker.Nudge?.By == person || wrote ? null : opened.Nudge,
            Sent = [.. opened.Sent.Where(sent => sent.To.Person != person)],
            Holds = [.. opened.Holds.Where(hold => hold.Person != person)],
            Source = wrote ? null : blocker.Source is { } source ? source with { Author = Forgotten(source.Author) } : null,
            History = [.. ended.History.Select(happened => happened with
            {
                By = Forgotten(happened.By),
                To = happened.To is { } to ? Forgotten(to) : null,
                Detail = happened.By == person || (wrote && happened.What == BlockerDeed.Done) ? null : happened.Detail,
            })],
        };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }
}
