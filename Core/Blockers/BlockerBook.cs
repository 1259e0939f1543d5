using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>The one place that decides who may see and change which blocker, and that keeps when its next telling is.</summary>
public static class BlockerBook
{
    /// <summary>The blocker of that number, if the caller may see it. One that they may not see does not exist for them.</summary>
    public static async Task<Stored<Blocker>?> Find(Turn turn, int number) =>
        await turn.Find(Blocker.Type, Blocker.IdOf(number)) is { } blocker && await Sees(turn, blocker.Value) ? blocker : null;

    /// <summary>The members of its home, and those whom it needs.</summary>
    public static Task<bool> Sees(Turn turn, Blocker blocker) => Sees(turn, turn.Caller.Person, blocker);

    public static async Task<bool> Sees(Turn turn, PersonId person, Blocker blocker) => blocker.IsNeeded(person) || await turn.Sees(person, blocker.Home);

    /// <summary>Whether the caller may show it to more people, by naming them: its author, and the members of the channel where it lives.</summary>
    public static async Task<bool> MayName(Turn turn, Blocker blocker) =>
        turn.Caller.Person == blocker.Author || (blocker.Home.Channel is not null && await turn.Sees(blocker.Home));

    /// <summary>The open one that was flagged at a message.</summary>
    public static async Task<Blocker?> FlaggedAt(Turn turn, ConversationId home, MessageId message) =>
        await turn.Find(Flagged.Type, Flagged.IdOf(home, message)) is { } flagged
            ? (await turn.Find(Blocker.Type, Blocker.IdOf(flagged.Value.Number)))?.Value : null;

    /// <summary>The answer for a number that is not there, or not for the caller's eyes.</summary>
    public static Reply NotFound(int number) => Reply.Refuse($"There is no blocker {number} here. Try: {new Typed("blocker list")}");

    /// <summary>Whether the caller may change its text or delete it.</summary>
    public static bool MayRewrite(Turn turn, Blocker blocker) => turn.Caller.IsAdmin || turn.Caller.Person == blocker.Author;

    /// <summary>The answer where only the author or an admin may.</summary>
    public static Reply NotYours(Blocker blocker, Rich verb, string instead) =>
        Reply.Refuse($"#{blocker.Number} is {blocker.Author}’s; only they or an admin can {verb} it. Instead: {new Typed(instead)}");

    /// <summary>The answer where more people would be needed than can be.</summary>
    public static Reply TooMany(Blocker blocker) =>
        Reply.Refuse($"A blocker needs at most {BlockerWords.MostPeople} people. Try: {new Typed(BlockerText.ShowCommand(blocker))}");

    /// <summary>The answer where it is solved, or ended.</summary>
    public static Reply NotOpen(Blocker blocker) => blocker.IsForgotten
        ? Reply.Refuse($"#{blocker.Number} {BlockerText.State(blocker, person => $"{person}")}. If it still matters: {new Typed(BlockerWords.Example)}")
        : Reply.Refuse(
        $"#{blocker.Number} is resolved already: {blocker.SolvedBy ?? blocker.Author} said so {blocker.ClosedAt!.Value:age}. "
        + $"To open it again: {new Typed($"blocker reopen {blocker.Number}")}");

    /// <summary>Stores a new blocker with the moments at which something is told of it.</summary>
    public static async Task Create(Turn turn, Blocker blocker) => turn.Create(Blocker.Type, await Planned(turn, blocker));

    /// <summary>Stores a change of a blocker, and when something is told of it from then on.</summary>
    public static async Task Change(Turn turn, Stored<Blocker> before, Blocker after) => turn.Change(Blocker.Type, before, await Planned(turn, after));

    /// <summary>Reckons anew when something is told of a blocker; a change only where that is another time. Whose focus is over is held no longer.</summary>
    public static async Task Replan(Turn turn, Stored<Blocker> blocker)
    {
        var holds = new List<HeldFor>();
        foreach (var hold in blocker.Value.Holds)
        {
            if (!hold.IsByFocus || (await Colleagues.Find(turn, hold.Person)).Said.Focus is { } focus && focus.Until >= hold.Until && focus.Until > turn.Now)
                holds.Add(hold);
        }

        var after = await Planned(turn, blocker.Value with { Holds = holds });
        if (!after.Waits.SequenceEqual(blocker.Value.Waits))
            turn.Change(Blocker.Type, blocker, after);
    }

    /// <summary>Runs a change on a blocker that the caller may see, which everybody may change who does.</summary>
    public static async Task<Reply> Change(Turn turn, int number, Func<Blocker, Task<(Blocker? After, Reply Reply)>> change)
    {
        if (await Find(turn, number) is not { } stored)
            return NotFound(number);
        var (after, reply) = await change(stored.Value);
        if (after is not null)
            await Change(turn, stored, after);
        return reply;
    }

    /// <summary>The same where nothing more has to be read.</summary>
    public static Task<Reply> Change(Turn turn, int number, Func<Blocker, (Blocker? After, Reply Reply)> change) =>
        Change(turn, number, blocker => Task.FromResult(change(blocker)));

    /// <summary>What is still to be told of a blocker.</summary>
    public static async Task<IReadOnlyList<Planned>> PlanOf(Turn turn, Blocker blocker) => BlockerPlan.Of(blocker, await PeopleOf(turn, blocker), turn.Now);

    /// <summary>Everybody whom a blocker names.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, Colleague>> PeopleOf(Turn turn, Blocker blocker)
    {
        var people = new Dictionary<PersonId, Colleague>();
        foreach (var person in blocker.Needs.Select(need => need.Person).Concat(blocker.Asked).Append(blocker.Author).Distinct())
            people[person] = await Colleagues.Find(turn, person);
        return people;
    }

    private static async Task<Blocker> Planned(Turn turn, Blocker blocker) => blocker with
    {
        Waits = [.. (await PlanOf(turn, blocker)).GroupBy(each => each.To).Select(to => new Wait(to.Key, to.Min(each => each.At)))],
    };
}
