using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What due items know of a person: what they have to do, what they asked of others, and what they did.</summary>
public sealed class DueData : IPersonalData
{
    public string Name => "due";

    /// <summary>Reads every item, because what somebody did to a channel's is theirs too. Others' words are not.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var entries = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var (item, _) in Series.All(turn, DueItem.Type))
        {
            if (IsPartOf(item, person))
                entries.Add(EntryOf(item, person));
        }

        return entries;
    }

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        var (items, next) = await Series.Part(turn, DueItem.Type, from);
        foreach (var item in items)
        {
            if (IsPartOf(item.Value, person))
                await DueBook.Change(turn, item, await GivenBack(turn, item.Value, Without(item.Value, person, turn.Now), person));
        }

        return next;
    }

    /// <summary>What others asked of them is theirs again, and they are told.</summary>
    private static async Task<DueItem> GivenBack(Turn turn, DueItem before, DueItem after, PersonId person)
    {
        if (!before.IsOpen || before.Assignee != person || before.Asker == person || await turn.Find(before.Asker) is not { IsGone: false })
            return after;
        var name = DueText.ItemOf(after);
        var post = turn.Post(ConversationId.Of(after.Asker), DueText.Returned([after], PersonId.Former), subject: name, quotes: [name]);
        return DueOfLeavers.Returned(turn, after, post);
    }

    private static bool IsPartOf(DueItem item, PersonId person) =>
        item.Asker == person || item.Assignee == person || item.History.Any(happened => happened.By == person || happened.To == person);

    private static Dictionary<string, object?> EntryOf(DueItem item, PersonId person) => new()
    {
        ["number"] = item.Number,
        ["asked"] = item.Asker == person,
        ["has"] = item.Assignee == person,
        ["text"] = item.Asker == person || item.Assignee == person ? item.Text : null,
        ["when"] = item.Once is { } once ? $"{once.Local:s} {once.Zone}" : item.Every!.InWords(),
        ["state"] = DueText.Of(item.State),
        ["did"] = item.History.Where(happened => happened.By == person)
            .Select(happened => new { at = happened.At.ToString(), what = happened.What.ToString().ToLowerInvariant(), said = happened.Detail }).ToList(),
    };

    /// <summary>The words of who asked go with them; what somebody else asked of them goes back.</summary>
    private static DueItem Without(DueItem item, PersonId person, Instant now)
    {
        var asked = item.Asker == person;
        var isOver = item.IsOpen && asked;
        return item with
        {
            Asker = Forgotten(item.Asker),
            To = item.Assignee != person ? item.To : ConversationId.Of(asked ? PersonId.Former : item.Asker),
            Home = item.Home.Person == person ? ConversationId.Of(PersonId.Former) : item.Home,
            Text = asked ? "(removed)" : item.Text,
            Link = asked ? null : item.Link,
            State = isOver ? DueState.Cancelled : item.State,
            ClosedAt = isOver ? now : item.ClosedAt,
            History = [.. item.History.Select(happened => happened with
            {
                By = Forgotten(happened.By),
                To = happened.To is { } to ? Forgotten(to) : null,
                Detail = happened.By == person ? null : happened.Detail,
            })],
        };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }
}
