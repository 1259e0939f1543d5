using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>How new items are read back: when, on whose clocks, and what was assumed, so that a slip is seen at once.</summary>
internal static class DueReadBack
{
    /// <summary>When somebody will be told, in a sentence.</summary>
    public static async Task<Rich> Reminders(Turn turn, DueItem item)
    {
        var before = (await DueBook.PlanOf(turn, item)).Where(each => each.What == Telling.Before).Select(each => each.At).Distinct().ToList();
        return before.Count == 0 ? Rich.Empty : $"I remind you before: {Rich.Join(" and ", before.Select(at => (Rich)$"{at}"))}.";
    }

    /// <summary>The answer to who gave them.</summary>
    public static async Task<Card> Of(Turn turn, List<DueItem> items, WhenReading when)
    {
        var me = turn.Caller.Person;
        var lines = new List<Block>();
        foreach (var item in items)
        {
            var whose = item.Assignee == me ? Rich.Empty : (Rich)$" for {DueText.Whose(item.To)}";
            var isSaid = item.IsDeadline || item.Every is not null;
            var told = isSaid ? Rich.Empty : item.Assignee == me ? (Rich)$"I remind you " : $"I remind {DueText.Whose(item.To)} ";
            var text = Excerpt.Of(item.Text, DueText.ShowCommand(item));
            lines.Add(new Paragraph($"#{item.Number}{whose}: {text} — {told}{DueText.When(item)}.{await Theirs(turn, item)}{await Asked(turn, item)}"));
        }

        var card = new Card(null, [.. lines, .. Notes(when).Select(note => new Note(note))]);
        if (items is not [var only])
            return card;
        var others = (when as Once)?.Alternatives.Select(at => new Button(
            $"Rather {Time.Clock.Say(at.InZone(turn.Caller.Zone).Date)}", new MoveDue(only.Number, DueText.Iso(at, turn.Caller.Zone)))) ?? [];
        return card.With([.. others, new Button("Change", new MoveDue(only.Number)), new Button("Cancel", new CancelDue(only.Number))]);
    }

    /// <summary>What becomes of the reminders that were asked for.</summary>
    private static async Task<Rich> Asked(Turn turn, DueItem item)
    {
        if (item.IsGiven || item.Leads.SequenceEqual(Lead.Usual) || !item.IsDeadline)
            return Rich.Empty;
        return await Reminders(turn, item) is { Parts.Count: > 0 } before ? (Rich)$" {before}" : $" That is too soon for a reminder before it.";
    }

    /// <summary>The same time on the clock of somebody else whose it is, and whether they will be there.</summary>
    private static async Task<Rich> Theirs(Turn turn, DueItem item)
    {
        if (item.Assignee is not { } assignee || assignee == turn.Caller.Person)
            return Rich.Empty;
        if (item.Once is not { } once)
            return $" I told them.";
        var person = await Colleagues.Find(turn, assignee);
        if (!person.IsToldTo(turn.Caller.Person))
            return $" I told them.";
        var away = person.At(once.At) is { Standing: Standing.Away, Back: { } back } ? (Rich)$" They are away then, until {back}." : Rich.Empty;
        return $"{await OnOtherClock(turn, item, once.At)}{away} I told them.";
    }

    /// <summary>A time on the clock of the other whom it concerns, where that is another clock.</summary>
    public static async Task<Rich> OnOtherClock(Turn turn, DueItem item, Instant at)
    {
        var me = turn.Caller.Person;
        if ((item.Assignee == me ? item.Asker : item.Assignee) is not { } other || other == me)
            return Rich.Empty;
        var person = await Colleagues.Find(turn, other);
        return person.Zone == turn.Caller.Zone.Id || !person.IsToldTo(me) ? Rich.Empty : $" That is {Time.Clock.Say(at, person.Clock, turn.Now)} for {other}.";
    }

    private static IEnumerable<Rich> Notes(WhenReading when)
    {
        if (when is not Once once)
            yield break;
        if (once.IsShifted)
            yield return $"The clocks of {once.ZoneId} skip that time, so I take {Time.Clock.Say(once.Local.TimeOfDay)} there.";
        if (once.IsRepeated)
            yield return $"The clocks of {once.ZoneId} show that time twice, and I take the first.";
        if (once.IsClamped)
            yield return $"That month has no such day, so I take its last.";
    }
}
