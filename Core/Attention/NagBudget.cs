using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Attention;

/// <summary>How many messages that may wait somebody got on their latest day with any, so that the bot never becomes noise.</summary>
/// <param name="Day">On their own calendar.</param>
public sealed record NagBudget(PersonId Person, LocalDate Day, int Count)
{
    /// <summary>Messages that may wait, a person a day.</summary>
    public const int PerDay = 6;

    public static readonly DocumentType<NagBudget> Type = new("nags", budget => budget.Person.Value);

    /// <summary>Until when what may wait has to wait; null where it may go out now.</summary>
    public static async Task<Hold?> Ask(Turn turn, Colleague person)
    {
        if (person.Said.Focus is { } focus && focus.From <= turn.Now && turn.Now < focus.Until)
            return new Hold(HeldBy.Focus, focus.Until);
        var spent = (await turn.Find(Type, person.Id.Value))?.Value;
        return spent is not null && spent.Day == Today(turn, person) && spent.Count >= PerDay
            ? new Hold(HeldBy.Budget, NextDay(turn, person))
            : null;
    }

    /// <summary>One more went out.</summary>
    public static async Task Spend(Turn turn, Colleague person)
    {
        var today = Today(turn, person);
        var spent = await turn.Find(Type, person.Id.Value);
        var before = spent?.Value.Day == today ? spent.Value.Count : 0;
        turn.Batch.Put(Type, new NagBudget(person.Id, today, before + 1), spent?.Version ?? Batch.New);
    }

    private static LocalDate Today(Turn turn, Colleague person) => turn.Now.InZone(person.Clock).Date;

    /// <summary>The start of their next working time on another day; without working time, the next morning.</summary>
    private static Instant NextDay(Turn turn, Colleague person)
    {
        var midnight = person.Clock.AtStartOfDay(Today(turn, person).PlusDays(1)).ToInstant();
        return person.Hours.CurrentOrNext(midnight) is { } work ? Instant.Max(work.Start, midnight) : midnight + Duration.FromHours(9);
    }
}
