using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>What ideas know of a person: those they wrote, their votes, and what they did to others'.</summary>
public sealed class IdeaData : IPersonalData
{
    public string Name => "ideas";

    /// <summary>Reads every idea, because a vote or a word on somebody else's is theirs too. Others' words are not.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var entries = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var (idea, _) in Series.All(turn, Idea.Type))
        {
            if (IsPartOf(idea, person))
                entries.Add(EntryOf(idea, person, await turn.Sees(idea.Home)));
        }

        foreach (var digest in await turn.Query(Digest.Type, Digest.SetUpBy(person)))
            entries.Add(new Dictionary<string, object?> { ["digest"] = digest.Value.Home.Value, ["when"] = digest.Value.When.InWords() });
        return entries;
    }

    /// <param name="isSeen">What became of an idea is only told to who still sees it.</param>
    private static Dictionary<string, object?> EntryOf(Idea idea, PersonId person, bool isSeen)
    {
        var wrote = idea.Author == person;
        var isOwnText = wrote && (isSeen || idea.History.All(happened => happened.What != IdeaDeed.Edited || happened.By == person));
        var entry = new Dictionary<string, object?>
        {
            ["number"] = idea.Number,
            ["home"] = idea.Home.Value,
            ["author"] = wrote,
            ["text"] = isOwnText ? idea.Text : null,
            ["voted"] = idea.Votes.Contains(person),
            ["captured"] = idea.Source?.CapturedBy == person,
            ["outcome"] = idea.ClosedBy == person ? idea.Outcome : null,
            ["did"] = idea.History.Where(happened => happened.By == person)
                .Select(happened => new { at = happened.At.ToString(), what = happened.What.ToString().ToLowerInvariant(), said = happened.Detail }).ToList(),
        };
        if (wrote && isSeen)
        {
            entry["bucket"] = IdeaText.Of(idea.Bucket);
            entry["state"] = IdeaText.Of(idea.State);
            entry["votes"] = idea.Votes.Count;
        }

        return entry;
    }

    private static bool IsPartOf(Idea idea, PersonId person) => idea.Author == person || idea.Votes.Contains(person)
        || idea.Source?.CapturedBy == person || idea.History.Any(happened => happened.By == person);

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        var (ideas, next) = await Series.Part(turn, Idea.Type, from);
        foreach (var idea in ideas)
        {
            if (Without(idea.Value, person, turn.Now) is { } forgotten)
                turn.Change(Idea.Type, idea, forgotten);
        }

        if (next is not null)
            return next;
        foreach (var digest in await turn.Query(Digest.Type, Digest.SetUpBy(person)))
            turn.Change(Digest.Type, digest, digest.Value with { By = PersonId.Former });

        return null;
    }

    /// <summary>Texts go, counts stay. Null where the person has no part in the idea.</summary>
    private static Idea? Without(Idea idea, PersonId person, Instant now)
    {
        if (!IsPartOf(idea, person))
            return null;
        var wrote = idea.Author == person;
        return idea with
        {
            Author = Forgotten(idea.Author),
            Text = wrote ? "(removed)" : idea.Text,
            Outcome = wrote || idea.ClosedBy == person ? null : idea.Outcome,
            State = wrote && idea.IsOpen ? IdeaState.Dropped : idea.State,
            ClosedAt = wrote && idea.IsOpen ? now : idea.ClosedAt,
            Home = idea.Home.Person == person ? ConversationId.Of(PersonId.Former) : idea.Home,
            Votes = [.. idea.Votes.Select(Forgotten)],
            Source = wrote ? null : idea.Source is { } source ? source with { CapturedBy = Forgotten(source.CapturedBy) } : null,
            History = [.. idea.History.Select(Unsaid)],
        };

        IdeaEvent Unsaid(IdeaEvent happened) => happened with
        {
            By = Forgotten(happened.By),
            Detail = happened.By == person ? null : happened.Detail,
        };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }
}
