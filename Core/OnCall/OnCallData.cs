using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>What rotations and pages know of a person: where they take turns, what they set up and agreed to, whom they paged with which words.</summary>
public sealed class OnCallData : IPersonalData
{
    private const int AtOnce = 100;

    /// <summary>Pages are kept for a month.</summary>
    private const int MostPages = 100_000;

    public string Name => "oncall";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var entries = new List<IReadOnlyDictionary<string, object?>>();
        foreach (var stored in await turn.Query(Rotation.Type, Rotation.With(ConversationId.Of(person))))
        {
            var rotation = stored.Value;
            entries.Add(new Dictionary<string, object?>
            {
                ["rotation"] = rotation.Name,
                ["set up"] = rotation.Owner == person,
                ["takes turns"] = rotation.People.Contains(person),
                ["overrides"] = rotation.Plan.Overrides.Where(each => each.Person == person)
                    .Select(each => new { from = each.Start.ToString(), until = each.End.ToString(), took = each.IsTake }).ToList(),
                ["covers"] = rotation.Plan.Covers.Where(each => each.Asker == person || each.TakenBy == person)
                    .Select(each => new { from = each.Start.ToString(), until = each.End.ToString(), asked = each.Asker == person }).ToList(),
            });
        }

        entries.AddRange((await turn.Query(Page.Type, Page.With(person, MostPages))).Select(stored => EntryOf(stored.Value, person)));
        return entries;
    }

    private static Dictionary<string, object?> EntryOf(Page page, PersonId person) => new()
    {
        ["page"] = page.Number,
        ["rotation"] = page.Rotation,
        ["text"] = page.Person == person ? page.Text : null,
        ["asked"] = page.Person == person,
        ["messaged"] = page.Paged.Any(paged => paged.Person == person),
    };

    /// <summary>The rotations first, then the pages, some at a time: who is forgotten in one is found by it no more.</summary>
    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        if (from > 0)
            return await ForgetPages(turn, person) ? from + 1 : null;
        foreach (var stored in await turn.Query(Rotation.Type, Rotation.With(ConversationId.Of(person))))
            turn.Change(Rotation.Type, stored, Without(stored.Value, person, turn.Now) with { Revision = stored.Value.Revision + 1 });
        return 1;
    }

    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> ForgetPages(Turn turn, PersonId person)
    {
        var some = await turn.Query(Page.Type, Page.With(person, AtOnce));
        foreach (var stored in some)
        {
            var after = Without(stored.Value, person, turn.Now);
            if (stored.Value.Person == person)
                await Paging.Remove(turn, stored, after);
            else
                Paging.Keep(turn, stored, after);
        }

        return some.Count == AtOnce;
    }

    /// <summary>What they asked goes on to nobody: there is no one to come back to.</summary>
    private static Page Without(Page page, PersonId person, Instant now)
    {
        var asked = page.Person == person;
        var isOver = asked && page.State == PageState.Open;
        var ended = isOver ? page.After(new PageStep(now, PageDeed.CalledOff, [person])) with { State = PageState.CalledOff } : page;
        return ended with
        {
            Person = Forgotten(page.Person),
            Text = asked ? "(removed)" : page.Text,
            Steps = [.. ended.Steps.Select(step => step with { Who = step.Who?.Select(Forgotten).ToList() })],
            Paged = [.. page.Paged.Where(paged => paged.Person != person)],
            Progress = asked ? null : page.Progress,
        };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }

    /// <summary>They take no more turns, at once; what is past keeps nobody's name.</summary>
    private static Rotation Without(Rotation rotation, PersonId person, Instant now)
    {
        var plan = RosterEdit.Remove(rotation.Plan, person, now);
        return rotation with
        {
            Owner = rotation.Owner == person ? PersonId.Former : rotation.Owner,
            Asks =
            [
                .. rotation.Asks.Where(ask => ask.In != ConversationId.Of(person))
                    .Where(ask => plan.Covers.All(cover => cover.Id != ask.Cover || cover.Asker != person)),
            ],
            Plan = plan with
            {
                Layers = [.. plan.Layers.Select(layer => layer with { Rosters = [.. layer.Rosters.Select(Nameless)] })],
                Overrides =
                [
                    .. plan.Overrides.Where(each => each.Person != person || each.End <= now)
                        .Select(each => each with { Person = Forgotten(each.Person), By = each.By is { } by ? Forgotten(by) : null }),
                ],
                Covers =
                [
                    .. plan.Covers.Where(each => each.Asker != person || each.End <= now).Select(each => each with
                    {
                        Asker = Forgotten(each.Asker),
                        TakenBy = each.TakenBy == person ? each.End <= now ? PersonId.Former : null : each.TakenBy,
                    }),
                ],
                Departures =
                [
                    .. plan.Departures.Where(each => each.Person != person && each.Person != PersonId.Former),
                    new Departure(PersonId.Former, NodaConstants.UnixEpoch),
                ],
            },
        };

        Roster Nameless(Roster roster) =>
            roster with { Groups = [.. roster.Groups.Select(group => (IReadOnlyList<PersonId>)[.. group.Select(Forgotten)])] };

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }
}
