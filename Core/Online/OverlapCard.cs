using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Hours;
using NodaTime.Text;

namespace AsyncBot.Core.Online;

/// <summary>Common hours as they are read: the reader's clock first, everybody's own below, then why, and who is missing.</summary>
/// <param name="isWeekLater">Nothing was left of the week or the day that was meant.</param>
internal sealed class OverlapCard(OverlapQuestion question, Overlap overlap, Together together, OverlapWords words, bool isWeekLater)
{
    private const int MostLines = 10;
    private const int MostSlots = 3;
    private const int MostPains = 3;
    private const int MostNamed = 3;

    private readonly List<DateTimeZone> _zones = [.. together.People.Select(person => person.Clock).DistinctBy(zone => zone.Id)];

    public Card ToCard()
    {
        var blocks = new List<Block>();
        if (isWeekLater)
        {
            blocks.Add(new Paragraph(question.First == question.Last
                ? (Rich)$"Nothing is left of today, so this is a week later."
                : $"Nothing is left of this week, so this is next week."));
        }
        blocks.AddRange(overlap.Windows.Count > 0 ? Windows() : Slots());
        foreach (var sentence in Reasons())
            blocks.Add(new Paragraph(sentence));
        foreach (var note in Notes())
            blocks.Add(new Note(note));
        if (question.First != question.Last)
        {
            var next = "week of " + LocalDatePattern.Iso.Format(question.First.PlusWeeks(1));
            blocks.Add(new Buttons([new Button("The week after", new FindOverlap(words.Again(days: next)))]));
        }
        return new Card(Title(), blocks);
    }

    private Rich Title()
    {
        var days = question.First == question.Last ? (Rich)$"on {question.First}" : $"from {OverlapText.Of(question.First)} to {question.Last}";
        var length = Clock.Length(question.Length);
        return overlap.Windows.Count > 0 ? $"Common hours {days}, {length} or longer"
            : overlap.LeastBad.Count > 0 ? (Rich)$"No {length} in common {days}; this is least bad"
            : $"No {length} in common {days}, and nothing comes close";
    }

    private List<Block> Windows()
    {
        var groups = overlap.Windows.Select(window => (When: window, Day: question.DayOf(window.Start)))
            .GroupBy(window => (window.When.Duration, Shown(window.When, window.Day)))
            .Select(group => (group.First().When, Days: group.Select(window => window.Day).ToList()))
            .OrderByDescending(group => group.When.Duration).ThenBy(group => group.When.Start).ToList();
        var blocks = new List<Block>();
        var lines = 0;
        var shown = 0;
        foreach (var (when, days) in groups)
        {
            var items = Locals(when, days[0]);
            if (lines > 0 && lines + 1 + items.Count > MostLines)
                break;
            lines += 1 + items.Count;
            shown++;
            blocks.Add(new PeopleList($"{Heading(when, days)}, {Clock.Length(when.Duration)}{(days.Count > 1 ? " a day" : "")}", items));
        }

        foreach (var on in overlap.Windows.Where(window => window.Contains(question.Now)).Take(1))
            blocks.Insert(0, new Paragraph(Now(on)));
        if (shown < groups.Count)
        {
            var day = words.Typed(days: $"on {OverlapText.Of(groups[shown].Days[0]).ToLowerInvariant()}");
            blocks.Add(new Note($"{Counted.Of(groups.Count - shown, "other time is", "other times are")} not shown. One day alone: "
                + $"{new Typed("online overlap " + day)}"));
        }
        return blocks;
    }

    private Rich Now(Interval on) => on.Start == question.StartOf(question.First)
        ? (Rich)$"It is on now, and goes on until {Until(on)}."
        : $"It is on now: it began at {Clock.Say(on.Start.InZone(question.Zone).TimeOfDay)}, and goes on until {Until(on)}.";

    private string Until(Interval on) => Clock.Say(on.End.InZone(question.Zone).TimeOfDay);

    private string Heading(Interval when, List<LocalDate> days) =>
        $"{OverlapText.Of(days)}: {OverlapText.Hours(when, question.Zone, days[0])} {question.Zone.Id}";

    /// <summary>Windows that look alike to everybody are one line.</summary>
    private string Shown(Interval when, LocalDate day) => string.Join('|', _zones.Append(question.Zone).Select(zone => OverlapText.Hours(when, zone, day)));

    /// <summary>People on one clock are one line.</summary>
    private List<Rich> Locals(Interval when, LocalDate day)
    {
        var most = _zones.Count < MostLines ? _zones.Count : MostLines - 2;
        var lines = _zones.Take(most).Select(zone => (Rich)$"{Mentions(On(zone))} {OverlapText.Hours(when, zone, day)} {zone.Id}").ToList();
        if (most < _zones.Count)
            lines.Add($"and {_zones.Skip(most).Sum(zone => On(zone).Count())} others on {_zones.Count - most} other clocks");
        return lines;
    }

    private IEnumerable<Colleague> On(DateTimeZone zone) => together.People.Where(person => person.Zone == zone.Id);

    private static Rich Mentions(IEnumerable<Colleague> people) => Rich.Join(", ", people.Select(person => (Rich)$"{person.Id}"));

    private IEnumerable<Block> Slots() => overlap.LeastBad.Select(slot => (Slot: slot, Day: question.DayOf(slot.When.Start)))
        .GroupBy(each => (Shown(each.Slot.When, each.Day), string.Join('|', each.Slot.Pains)))
        .Take(MostSlots)
        .Select(group => new PeopleList(Heading(group.First().Slot.When, [.. group.Select(each => each.Day)]), Pains(group.First().Slot, group.First().Day)));

    private List<Rich> Pains(Slot slot, LocalDate day)
    {
        var groups = slot.Pains.GroupBy(pain => (Kind: pain with { Who = 0 }, Zone: pain.IsAbsent ? "" : together.People[pain.Who].Zone))
            .OrderByDescending(group => group.Key.Kind.IsAbsent).ThenByDescending(group => group.Key.Kind.By).ToList();
        var most = groups.Count > MostPains ? MostPains - 1 : MostPains;
        var items = groups.Take(most)
            .Select(group => Said(slot, day, group.First(), Mentions(group.Select(pain => together.People[pain.Who])), group.Count() == 1))
            .ToList();
        var more = groups.Skip(most).SelectMany(group => group).Select(pain => together.People[pain.Who]).ToList();
        var fine = together.People.Where((_, who) => slot.Pains.All(pain => pain.Who != who)).ToList();
        var isFine = fine.Count <= MostNamed ? (Rich)$"fine for {Mentions(fine)}" : $"fine for the other {fine.Count}";
        if (more.Count > 0)
            items.Add($"it hurts {Few(more)}, too{(fine.Count > 0 ? (Rich)$"; {isFine}" : Rich.Empty)}");
        else if (fine.Count > 0)
            items.Add(isFine);
        return items;
    }

    private Rich Said(Slot slot, LocalDate day, Pain pain, Rich who, bool isOne)
    {
        var person = together.People[pain.Who];
        var start = OverlapText.Start(slot.When.Start, person.Clock, day);
        var by = Clock.Length(pain.By);
        var detail = string.IsNullOrWhiteSpace(pain.Detail) ? Rich.Empty : $": {Excerpt.Plain(pain.Detail, 80)}";
        return pain.How switch
        {
            Hurt.Before => $"{start} for {who}, {by} before their day",
            Hurt.After => $"{start} for {who}, until {by} after their day",
            Hurt.Break => $"{start} for {who}, in their break",
            Hurt.Around => $"{start} for {who}, {by} outside their day",
            Hurt.DayOff => $"{who} {(isOne ? "does" : "do")} not work that day",
            Hurt.Holiday => $"{who} {(isOne ? "has" : "have")} a holiday{detail}",
            _ => (Rich)$"{who} {(isOne ? "is" : "are")} away{detail}",
        };
    }

    private IEnumerable<Rich> Reasons()
    {
        if (overlap.Earlier is { } earlier)
            yield return Earlier(earlier);
        if (overlap.Later is { } later)
            yield return Later(later);
        foreach (var missing in overlap.Missing.Take(MostNamed))
            yield return Away(missing);
        if (overlap.Missing.Count > MostNamed)
        {
            var others = overlap.Missing.Skip(MostNamed).Select(missing => missing.Who).Distinct().Count();
            yield return $"{Counted.Of(others, "other has", "others have")} days off, too.";
        }
    }

    private Rich Earlier(ShiftedDay earlier)
    {
        var isPast = earlier.Day < question.DayOf(question.Now);
        var isFirst = overlap.Windows.Count > 0 || earlier.Day.PlusWeeks(1) == question.First;
        var when = isFirst ? "A week earlier" : $"On {OverlapText.Of(earlier.Day)}";
        var hours = earlier.Windows.Count == 0 ? $"nothing {(isPast ? "was" : "is")} in common" : $"it {(isPast ? "was" : "is")} {Hours(earlier)}";
        return $"{when} {hours}: {Because(earlier)}.";
    }

    private Rich Later(ShiftedDay later) =>
        $"From {OverlapText.Of(later.Day)} {(later.Windows.Count == 0 ? "nothing will be in common" : $"it will be {Hours(later)}")}: {Because(later)}.";

    private string Hours(ShiftedDay day) =>
        OverlapText.And([.. day.Windows.Take(MostNamed).Select(window => OverlapText.Hours(window, question.Zone, day.Day))]);

    private string Because(ShiftedDay day) => OverlapText.And([.. day.Because
        .GroupBy(change => (change.Date, change.By))
        .Select(group => Set(group.Key.Date, group.Key.By, group.First().At, [.. group.Select(change => change.Zone)]))]);

    private string Set(LocalDate date, Duration by, Instant at, IReadOnlyList<string> zones)
    {
        var named = zones.Take(MostNamed).ToList();
        if (zones.Count > MostNamed)
            named.Add(Counted.Of(zones.Count - MostNamed, "other", "others"));
        var set = at <= question.Now ? "went" : "go";
        var forward = by > Duration.Zero ? $"forward {Clock.Length(by)}" : $"back {Clock.Length(-by)}";
        return $"on {OverlapText.Of(date)} the clocks of {OverlapText.And(named)} {set} {forward}";
    }

    private Rich Away(MissingDays missing)
    {
        var detail = string.IsNullOrWhiteSpace(missing.Detail) ? Rich.Empty : $": {Excerpt.Plain(missing.Detail, 80)}";
        var who = together.People[missing.Who].Id;
        return missing.Reason == WorkReason.Holiday
            ? (Rich)$"{who} has a holiday on {OverlapText.Of(missing.Days)}{detail}."
            : $"{who} is away on {OverlapText.Of(missing.Days)}{detail}.";
    }

    private IEnumerable<Rich> Notes()
    {
        if (together.Untold.Count > 0)
            yield return NotTold.Of(together.Untold);
        var assumed = together.People.Where(person => person.Hours.Assumed).ToList();
        if (assumed.Count > 0)
            yield return $"Assumed to work {WorkingWeek.Usual.ToString()}: {Few(assumed)}. {new Typed("online hours mon-fri 9-17")} says one’s own.";
        foreach (var guessed in together.People.Where(person => !person.IsZoneKnown).GroupBy(person => person.Zone))
            yield return $"Nobody said on which clock {Few([.. guessed])} {(guessed.Count() == 1 ? "lives" : "live")}; I took {guessed.Key}.";
    }

    private static Rich Few(List<Colleague> people) =>
        people.Count <= MostNamed
            ? Rich.Join(", ", " and ", people.Select(person => (Rich)$"{person.Id}"))
            : (Rich)$"{Mentions(people.Take(MostNamed))} and {Counted.Of(people.Count - MostNamed, "other", "others")}";
}
