using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.Due;

/// <summary>How due items look in messages.</summary>
public static class DueText
{
    private const int MostListed = 20;

    /// <summary>As other messages name what they quote.</summary>
    public static string ItemOf(DueItem item) => $"{DueItem.Kind} {item.Number}";

    public static string ShowCommand(DueItem item) => $"due show {item.Number}";

    /// <summary>An item named within a sentence.</summary>
    public static Rich Named(DueItem item) => $"#{item.Number} “{Excerpt.Of(item.Text, ShowCommand(item), 80)}”";

    public static string Of(DueState state) => state switch
    {
        DueState.Lapsed => "off the list",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>When it is due, or how often it comes round.</summary>
    public static Rich When(DueItem item) => item switch
    {
        { Once: { } once, IsDeadline: true } => $"due {once.At}",
        { Once: { } once } => $"on {once.At}",
        { EveryFromNow: { } every } => every.NextOccurrence(item.Since) is { } next
            ? (Rich)$"{every.InWords()}, next {next.At}{Why(next)}"
            : $"{every.InWords()}",
        _ => Rich.Empty,
    };

    /// <summary>Why it comes at another time of day than its rule says.</summary>
    private static Rich Why(Occurrence next) =>
        next.Shift == Duration.Zero ? Rich.Empty : $", because the clocks skip {Time.Clock.Say(next.Planned.TimeOfDay)} that day";

    /// <summary>A line of a list.</summary>
    /// <param name="reader">Who needs not be told that it is theirs.</param>
    public static Section Line(DueItem item, PersonId reader, Instant now)
    {
        Rich overdue = item.IsOpen && item.Once is { } once && once.At < now ? (item.IsDeadline ? (Rich)$"overdue, " : $"told, ") : Rich.Empty;
        Rich state = !item.IsOpen ? $", {Of(item.State)}" : item.PutOffUntil is { } until ? (Rich)$", snoozed until {until}" : Rich.Empty;
        return new Section(
            $"#{item.Number} {Excerpt.Of(item.Text, ShowCommand(item))} — {overdue}{When(item)}{Between(item, reader)}{state}",
            item.IsOpen && (item.Assignee is not { } assignee || reader == assignee || reader == item.Asker) ? DoneButton(item) : null);
    }

    /// <summary>A person, or a channel.</summary>
    public static Rich Whose(ConversationId to) => to.Person is { } person ? (Rich)$"{person}" : $"{to}";

    /// <summary>A time as it can be typed.</summary>
    public static string Iso(Instant at, DateTimeZone zone) => at.InZone(zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Who has it and who asked, where that is not the reader alone.</summary>
    private static Rich Between(DueItem item, PersonId reader)
    {
        Rich whose = item.Assignee is { } assignee ? assignee == reader ? Rich.Empty : $", for {assignee}" : $", for {item.To}";
        Rich asked = item.IsGiven && item.Asker != reader ? $", asked by {item.Asker}" : Rich.Empty;
        return $"{whose}{asked}";
    }

    /// <summary>A message that tells of one item.</summary>
    /// <param name="at">The time that it is about.</param>
    /// <param name="times">How many times of what comes round it stands for.</param>
    public static Card Reminder(DueItem item, Telling what, Instant at, int times, Instant now) =>
        new(null, [.. AmongReminders(item, what, at, times, now)]);

    /// <summary>The same as a part of a message with others.</summary>
    public static IReadOnlyList<Block> AmongReminders(DueItem item, Telling what, Instant at, int times, Instant now)
    {
        var text = Excerpt.Of(item.Text, ShowCommand(item), 500);
        var from = From(item);
        Rich late = times > 1 ? (Rich)$" It came round {times} times meanwhile." : Rich.Empty;
        Rich who = item.Assignee is { } assignee ? (Rich)$"{assignee} has not" : $"Nobody in {item.To} has";
        Rich asked = item.IsGiven && what != Telling.AskerOverdue ? $", asked by {item.Asker}" : Rich.Empty;
        Rich line = what switch
        {
            Telling.AskerOverdue => $"⏰ {who} said that #{item.Number} is done: {text}{from} — it was due {at}.",
            Telling.Overdue => $"⏰ Overdue: #{item.Number} {text}{from} — it was due {at}{asked}.",
            _ when item.IsDeadline && at > now => $"⏰ #{item.Number} {text}{from} — due {at}{asked}.",
            _ when item.IsDeadline && at == now => $"⏰ Due now: #{item.Number} {text}{from}{asked}.",
            _ when item.IsDeadline => $"⏰ #{item.Number} {text}{from} — it was due {at}{asked}.",
            _ when at < now && what != Telling.Again => $"⏰ #{item.Number} {text}{from} — it was to come {at}{asked}.{late}",
            _ => $"⏰ #{item.Number} {text}{from}{asked}",
        };
        return [new Paragraph(line), new Buttons(what == Telling.AskerOverdue ? [DoneButton(item), MoveButton(item)] : Answers(item))];
    }

    private static Rich From(DueItem item) => item.Link is { } link ? (Rich)$", from {new Link(link, "this message")}" : Rich.Empty;

    /// <summary>What somebody is told who is given something.</summary>
    public static Card Given(DueItem item, Rich reminders)
    {
        var from = From(item);
        var text = Excerpt.Of(item.Text, ShowCommand(item), 500);
        var before = reminders.Parts.Count > 0 ? (Rich)$" {reminders}" : Rich.Empty;
        return Card.Of(
            $"{item.Asker} asks you: #{item.Number} {text}{from} — {When(item)}.{before} You need do nothing now.",
            DoneButton(item), new Button("Decline", new DeclineDue(item.Number)), MoveButton(item));
    }

    /// <summary>What somebody is told whose items come back because another left.</summary>
    public static Card Returned(IReadOnlyList<DueItem> items, PersonId left) => items is [var item]
        ? Card.Of(
            $"{left} left, so #{item.Number} is yours again: {Excerpt.Of(item.Text, ShowCommand(item))} — {When(item)}.",
            DoneButton(item),
            MoveButton(item))
        : new Card(null, [
            new Paragraph($"{left} left, so these are yours again:"),
            .. items.Take(MostListed).Select(each => Line(each, each.Asker, Instant.MinValue)),
            new Note($"{(items.Count > MostListed ? (Rich)$"And {items.Count - MostListed} more" : $"All of yours")}: {new Typed("due list")}"),
        ]);

    /// <summary>What a message becomes when the item it shows is another: as it is now, with what can be done.</summary>
    private static Card Present(DueItem item, Instant now)
    {
        Rich asked = item.IsGiven ? (Rich)$", asked by {item.Asker}" : Rich.Empty;
        var card = Card.Of($"⏰ #{item.Number} {Excerpt.Of(item.Text, ShowCommand(item), 500)}{From(item)} — {When(item)}{asked}.", Answers(item));
        return item.IsGiven && item.Assignee is not null && !(item.Once?.At <= now) ? card.With(new Button("Decline", new DeclineDue(item.Number))) : card;
    }

    /// <summary>The message of an item as it is now.</summary>
    public static Card AsItIs(DueItem item, Instant now) =>
        !item.IsOpen ? Closed(item)
        : item.DoneForNow is { } done ? DoneForNow(item, done)
        : Present(item, now);

    private static Card DoneForNow(DueItem item, DueEvent done)
    {
        Rich next = item.Every!.NextAfter(item.Since) is { } at ? (Rich)$" It comes round next {at}." : Rich.Empty;
        return new Card(null, [new Section($"✅ #{item.Number} {Excerpt.Of(item.Text, ShowCommand(item), 500)} — done for this time, says {done.By}.{next}")]);
    }

    /// <summary>What a message becomes that repeated words which are gone.</summary>
    public static Card WordsGone(DueItem item) => Card.Of($"What was said here about {Named(item)} was removed.");

    /// <summary>What a message becomes once there is nothing more to do.</summary>
    private static Card Closed(DueItem item)
    {
        var text = Excerpt.Of(item.Text, ShowCommand(item), 500);
        return item.State == DueState.Done
            ? new Card(null, [new Section($"✅ #{item.Number} {text} — done, says {item.History[^1].By}")])
            : new Card(null, [new Section($"#{item.Number} {text} — {Of(item.State)}")]);
    }

    public static Card Gone(int number) => Card.Of($"#{number} was removed.");

    /// <summary>Of what comes round it means the time that was told last.</summary>
    public static Button DoneButton(DueItem item) =>
        new("Done", new FinishDue(item.Number, item.LastAt is { } last ? FinishDue.Named(last) : null), ButtonStyle.Primary);

    public static Typed MoveExample(DueItem item) => new($"due move {item.Number} tomorrow at 9:00");

    public static Button MoveButton(DueItem item) => new("Move", new MoveDue(item.Number));

    /// <summary>Of what is a channel's, nobody snoozes anything for all others.</summary>
    private static Button[] Answers(DueItem item) => item.Assignee is null
        ? [DoneButton(item), MoveButton(item)]
        : [DoneButton(item), new Button("Snooze", new SnoozeDue(item.Number)), MoveButton(item)];
}
