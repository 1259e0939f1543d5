using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>What rotations and pages know of a person: where they take turns, what they set up and agreed to, whom they paged with which words.</summary>
public sealed class OnCallData : IPersonalData
{
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

        foreach (var page in await Pages(turn, person))
        {
            entries.Add(new Dictionary<string, object?>
            {
                ["page"] = page.Number,
                ["rotation"] = page.Rotation,
                ["text"] = page.Person == person ? page.Text : null,
                ["asked"] = page.Person == person,
                ["messaged"] = page.Paged.Any(paged => paged.Person == person),
            });
        }

        return entries;
    }

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        foreach (var stored in await turn.Query(Rotation.Type, Rotation.With(ConversationId.Of(person))))
            turn.Change(Rotation.Type, stored, Without(stored.Value, person, turn.Now) with { Revision = stored.Value.Revision + 1 });
        foreach (var page in await Pages(turn, person))
        {
            if (await turn.Find(Page.Type, Page.IdOf(page.Number)) is not { } stored)
                continue;
            var forgotten = page with
            {
                Person = Forgotten(page.Person),
                Text = page.Person == person ? "(removed)" : page.Text,
                Steps = [.. page.Steps.Select(step => step with { Who = step.Who?.Select(Forgotten).ToList() })],
                Paged = [.. page.Paged.Where(paged => paged.Person != person)],
                Progress = page.Person == person ? null : page.Progress,
            };
            turn.Batch.Put(Page.Type, forgotten, stored.Version);
            if (page.Person != person)
                continue;
            foreach (var paged in page.Paged)
                turn.Update(paged.Post, ConversationId.Of(paged.Person), PageText.ToPerson(forgotten));
            if (page.Post is { } post && page.Channel is { } channel)
                turn.Update(post, ConversationId.Of(channel), PageText.ToChannel(forgotten));
        }

        return null;

        PersonId Forgotten(PersonId who) => who == person ? PersonId.Former : who;
    }

    /// <summary>Pages are kept for a month, so there are few.</summary>
    private static async Task<IReadOnlyList<Page>> Pages(Turn turn, PersonId person)
    {
        var pages = new List<Page>();
        var last = await turn.LastNumber(Page.Kind);
        for (var number = Math.Max(1, last - 5_000); number <= last; number++)
        {
            if (await turn.Find(Page.Type, Page.IdOf(number)) is { Value: var page }
                && (page.Person == person || page.Paged.Any(paged => paged.Person == person) || page.Steps.Any(step => step.Who?.Contains(person) == true)))
                pages.Add(page);
        }

        return pages;
    }

    /// <summary>They take no more turns, at once; what is past keeps nobody's name.</summary>
    private static Rotation Without(Rotation rotation, PersonId person, Instant now)
    {
        var plan = RosterEdit.Remove(rotation.Plan, person, now);
        return rotation with
        {
            Owner = rotation.Owner == person ? PersonId.Former : rotation.Owner,
            Asks = [.. rotation.Asks.Where(ask => plan.Covers.All(cover => cover.Id != ask.Cover || cover.Asker != person))],
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
