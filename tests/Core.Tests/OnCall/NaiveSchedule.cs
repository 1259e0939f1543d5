using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Who is on call by definition, minute for minute, with nothing clever in it: handoffs are walked, edges are mapped one by one.</summary>
internal static class NaiveSchedule
{
    public static List<string> At(Plan plan, Instant at)
    {
        if (plan.Pauses.Any(pause => pause.Start <= at && (pause.End is null || at < pause.End)))
            return [];
        List<string> people;
        if (plan.Temporaries.FirstOrDefault(each => each.Start <= at && at < each.End) is { } temporary)
        {
            people = [.. temporary.Shifts.Where(shift => shift.Start <= at && at < shift.End).Select(shift => shift.Person.Value)];
        }
        else
        {
            people = OfLayers(plan, at);
            var over = plan.Overrides.Where(each => each.Start <= at && at < each.End && !HasLeft(plan, each.Person, at)).ToList();
            if (over.Count > 0)
                people = [.. over.Where(each => each.Rank == over.Max(other => other.Rank)).Select(each => each.Person.Value)];
            foreach (var each in plan.Exchanges.Where(each => each.Start <= at && at < each.End))
            {
                if (each.Remove is null || people.RemoveAll(person => person == each.Remove.Value.Value) > 0)
                    people.AddRange(each.Add is { } more ? [more.Value] : []);
            }

            foreach (var each in plan.Covers.Where(each => each.TakenBy is { } taker && each.Start <= at && at < each.End && !HasLeft(plan, taker, at)))
            {
                if (people.RemoveAll(person => person == each.Asker.Value) > 0)
                    people.Add(each.TakenBy!.Value.Value);
            }
        }

        return [.. people.Distinct().Where(person => !plan.Departures.Any(each => each.Person.Value == person && each.At <= at)).Order(StringComparer.Ordinal)];
    }

    private static bool HasLeft(Plan plan, PersonId person, Instant at) => plan.Departures.Any(each => each.Person == person && each.At <= at);

    private static List<string> OfLayers(Plan plan, Instant at)
    {
        var here = plan.Layers.Select(layer => (layer.Priority, People: OfLayer(layer, at))).Where(layer => layer.People.Count > 0).ToList();
        return here.Count == 0 ? []
            : [.. here.Where(layer => plan.IsUnion || layer.Priority == here.Max(other => other.Priority)).SelectMany(layer => layer.People).Distinct()];
    }

    private static List<string> OfLayer(Layer layer, Instant at)
    {
        if (layer.Hours.Count > 0 && !layer.Hours.Any(hours => IsIn(hours, at)))
            return [];
        var turn = layer.Handoffs is { } rule ? TurnAt(rule, at) : 0;
        if (turn < 0 && layer.BeginsAtAnchor)
            return [];
        var roster = layer.Rosters.LastOrDefault(each => each.FromTurn <= turn) ?? layer.Rosters[0];
        var count = roster.Groups.Count;
        return count == 0 ? [] : [.. roster.Groups[((turn - roster.FromTurn + roster.First) % count + count) % count].Select(person => person.Value).Distinct()];
    }

    /// <summary>Walks in steps of a thousand turns at first, or a test takes all day.</summary>
    private static int TurnAt(HandoffRule rule, Instant at)
    {
        var turn = 0;
        foreach (var step in new[] { 1_000, 30, 1 })
        {
            while (Handoff(rule, turn) > at)
                turn -= step;
            while (Handoff(rule, turn + step) <= at)
                turn += step;
        }

        return turn;
    }

    private static Instant Handoff(HandoffRule rule, int turn)
    {
        var units = turn * rule.Length;
        var local = rule.Unit switch
        {
            TurnUnit.Week => rule.Anchor.PlusWeeks(units),
            TurnUnit.Month => rule.Anchor.PlusMonths(units),
            TurnUnit.Day when rule.Days.Count > 0 => Counted(rule, units),
            TurnUnit.Day => rule.Anchor.PlusDays(units),
            _ => rule.Anchor.PlusHours(units),
        };
        return First(rule.Zone, local);
    }

    private static LocalDateTime Counted(HandoffRule rule, int days)
    {
        var date = rule.Anchor.Date;
        while (!rule.Days.Contains(date.DayOfWeek))
            date = date.PlusDays(1);
        for (var step = Math.Sign(days); days != 0; days -= step)
        {
            do
                date = date.PlusDays(step);
            while (!rule.Days.Contains(date.DayOfWeek));
        }

        return date + rule.Anchor.TimeOfDay;
    }

    private static bool IsIn(ZonedWeek hours, Instant at)
    {
        var today = at.InZone(DateTimeZoneProviders.Tzdb[hours.Zone]).Date;
        return Enumerable.Range(-2, 4).Select(today.PlusDays).Any(date => hours.Week.Windows.Any(window =>
            window.Day == date.DayOfWeek
            && First(hours.Zone, date + window.From) <= at
            && at < Last(hours.Zone, date.PlusDays(window.To <= window.From ? 1 : 0) + window.To)));
    }

    private static Instant First(string zone, LocalDateTime local) => DateTimeZoneProviders.Tzdb[zone].ResolveLocal(
        local, NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter)).ToInstant();

    private static Instant Last(string zone, LocalDateTime local) => DateTimeZoneProviders.Tzdb[zone].ResolveLocal(
        local, NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnLater, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter)).ToInstant();
}
