using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>What ideas know of a person: those they wrote, their votes, and what they did to others'.</summary>
public sealed class IdeaData : IPersonalData
{
    private const int AtOnce = 200;

    public string Name => "ideas";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var ideas = new List<Idea>();
        foreach (var state in Enum.GetValues<IdeaState>())
        {
            IReadOnlyList<Idea> read;
            int? before = null;
            do
            {
                read = await IdeaList.Newest(turn, IdeaList.KeyOf(person, state), before, AtOnce);
                ideas.AddRange(read);
                before = read.Count > 0 ? read[^1].Number : null;
            }
            while (read.Count == AtOnce);
        }

        return [.. ideas.OrderBy(idea => idea.Number).Select(idea => new Dictionary<string, object?>
        {
            ["number"] = idea.Number,
            ["text"] = idea.Text,
            ["home"] = idea.Home.Value,
            ["bucket"] = IdeaText.Of(idea.Bucket),
            ["state"] = IdeaText.Of(idea.State),
            ["outcome"] = idea.ClosedBy == person ? idea.Outcome : null,
            ["votes"] = idea.Votes.Count,
            ["created"] = idea.CreatedAt.ToString(),
        })];
    }

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        var last = await turn.LastNumber(Idea.Kind);
        for (var number = from + 1; number <= Math.Min(last, from + AtOnce); number++)
        {
            if (await turn.Find(Idea.Type, Idea.IdOf(number)) is { } idea && Without(idea.Value, person, turn.Now) is { } forgotten)
                turn.Change(Idea.Type, idea, forgotten);
        }

        if (from + AtOnce < last)
            return from + AtOnce;
        foreach (var digest in await turn.Query(Digest.Type, Digest.SetUpBy(person)))
            turn.Change(Digest.Type, digest, digest.Value with { By = PersonId.Former });

        return null;
    }

    /// <summary>Texts go, counts stay. Null where the person has no part in the idea.</summary>
    private static Idea? Without(Idea idea, PersonId person, Instant now)
    {
        var wrote = idea.Author == person;
        var isPart = wrote || idea.Votes.Contains(person) || idea.Source?.CapturedBy == person || idea.History.Any(happened => happened.By == person);
        if (!isPart)
            return null;
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
            History = [.. idea.History.Select(happened => happened with { By = Forgotten(happened.By), Detail = happened.By == person ? null : happened.Detail })],
        };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }
}
