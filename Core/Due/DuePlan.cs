using AsyncBot.Core.People;

namespace AsyncBot.Core.Due;

/// <summary>
/// When who will be told what of an item, reckoned from its rule and the hours of the people as they are now. Nothing of it is kept, so it is right
/// again whenever hours, absences, zones or the clocks change.
/// </summary>
public static class DuePlan
{
    /// <summary>How far back an end of work is looked for before which somebody can still be told.</summary>
    private static readonly Duration LooksBack = Duration.FromDays(60);

    /// <summary>What is later than this was missed, as in a downtime.</summary>
    private static readonly Duration Missed = Duration.FromMinutes(15);

    /// <summary>A reminder that nobody answered leaves the list by itself.</summary>
    private static readonly Duration Lapses = Duration.FromDays(30);

    /// <summary>Whoever comes back later than this is away and not only off.</summary>
    private static readonly Duration Weekend = Duration.FromDays(4);

    /// <summary>What is still to be told, in its order.</summary>
    /// <param name="assignee">Null where it is a channel's.</param>
    /// <param name="now">What may wait and is late, as after a downtime, comes in somebody's next work.</param>
    public static IReadOnlyList<Planned> Of(DueItem item, Colleague? assignee, Colleague asker, Instant now)
    {
        if (!item.IsOpen)
            return [];
        var plan = new List<Planned>();
        if (item.SnoozedUntil is { } snoozed && !item.Said.Contains(Planned.Again))
            plan.Add(new Planned(snoozed, Telling.Again, Planned.Again));
        if (item.Once is { } once)
            AddOnce(plan, item, once.At, assignee, asker);
        else if (item.Every!.NextOccurrence(item.Since) is { } next)
            plan.Add(new Planned(next.At, Telling.Due, Planned.Time));
        return [.. plan.Select(Held).Where(each => each.What != Telling.Before || each.At < item.Once!.At).OrderBy(each => each.At)];

        Planned Held(Planned each)
        {
            var at = HeldUntil(item, each) is { } held && held > each.At ? held : each.At;
            if (each.MayWait && at < now - Missed && (each.IsForAsker ? asker : assignee ?? asker) is { IsZoneKnown: true } person)
                at = NextWork(person, now) ?? at;
            return each with { At = at };
        }
    }

    /// <summary>The times of what comes round that were not told yet, up to now.</summary>
    public static IReadOnlyList<Instant> Untold(DueItem item, Instant now) => item.Every is not { } every ? []
        : [.. every.Between(item.Since + Duration.Epsilon, now + Duration.Epsilon).Select(each => each.At)];

    private static void AddOnce(List<Planned> plan, DueItem item, Instant due, Colleague? assignee, Colleague asker)
    {
        var isTold = item.Said.Contains(Planned.Time);
        if (assignee is not null && !isTold)
        {
            var untold = item.Leads.Where(lead => !item.Said.Contains(Planned.KeyOf(lead)));
            plan.AddRange(untold.Select(lead => Before(item, lead, due, assignee)).OfType<Planned>().Where(each => !(HeldUntil(item, each) >= due)));
        }

        if (!isTold)
            plan.Add(new Planned(due, Telling.Due, Planned.Time));
        var quiet = Quiet(item, due);
        if (!item.IsDeadline)
        {
            if (isTold && quiet <= item.History[^1].At)
                plan.Add(new Planned(item.History[^1].At + Lapses, Telling.Lapsed, Planned.End));
            return;
        }

        var overdue = NextMorning(assignee ?? asker, quiet);
        if (assignee is not null && !item.Said.Contains(Planned.Late) && overdue is { } morning)
            plan.Add(new Planned(morning, Telling.Overdue, Planned.Late));

        // Whoever is away for long keeps the asker from nothing.
        var from = overdue is { } soon && soon - quiet < Weekend ? soon : NextMorning(asker, quiet);
        if (item.IsGiven && !item.Said.Contains(Planned.LateForAsker) && from is { } then && NextWork(asker, then) is { } told)
            plan.Add(new Planned(told, Telling.AskerOverdue, Planned.LateForAsker));
    }

    /// <summary>Nobody is late before they were told, or while they put it off.</summary>
    private static Instant Quiet(DueItem item, Instant due)
    {
        var told = item.History.LastOrDefault(each => each.What == DueDeed.ToldDue)?.At ?? due;
        return new[] { due, told, item.SnoozedUntil ?? due }.Max();
    }

    /// <summary>Null where it would have been told before anybody asked.</summary>
    private static Planned? Before(DueItem item, Lead lead, Instant due, Colleague person)
    {
        var nominal = lead.Before(due, person.Clock);
        if (InHours(person, nominal) is { } at && at > item.SetAt && at < due)
            return new Planned(at, Telling.Before, Planned.KeyOf(lead), nominal - at);

        // Who asks for it on a free day wants it on that day.
        return !item.IsGiven && !item.Leads.SequenceEqual(Lead.Usual) && nominal > item.SetAt
            ? new Planned(nominal, Telling.Before, Planned.KeyOf(lead))
            : null;
    }

    private static Instant? HeldUntil(DueItem item, Planned each) => !each.MayWait ? null : each.IsForAsker ? item.HeldForAskerUntil : item.HeldUntil;

    /// <summary>A moment in their hours as it is, and otherwise the end of their last work before it.</summary>
    private static Instant? InHours(Colleague person, Instant nominal)
    {
        if (!person.IsZoneKnown || person.Hours.CurrentOrNext(nominal) is { } work && work.Contains(nominal))
            return nominal;
        var before = person.Hours.Between(nominal - LooksBack, nominal);
        return before.Count == 0 ? null : before[^1].End;
    }

    /// <summary>The first start of work on a later day than an instant, on their calendar.</summary>
    private static Instant? NextMorning(Colleague person, Instant after)
    {
        var tomorrow = person.Clock.AtStartOfDay(after.InZone(person.Clock).Date.PlusDays(1)).ToInstant();
        return person.Hours.CurrentOrNext(tomorrow) is not { } work ? null
            : work.Start >= tomorrow ? work.Start
            : work.HasEnd ? person.Hours.CurrentOrNext(work.End)?.Start : null;
    }

    private static Instant? NextWork(Colleague person, Instant from) =>
        person.Hours.CurrentOrNext(from) is { } work ? Instant.Max(work.Start, from) : null;
}
