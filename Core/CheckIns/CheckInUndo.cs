using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What the bot did meanwhile keeps nobody from taking a change back, and stays on record.</summary>
public static class CheckInUndo
{
    public static readonly UndoRules<CheckIn> OfCheckIns = new(
        checkIn => $"the check-in {checkIn.Name}",
        checkIn => $"checkin status {checkIn.Name}",
        StateOf: checkIn => string.Join(' ', checkIn.Name, checkIn.Owner, checkIn.State, checkIn.Since.ToUnixTimeTicks(), checkIn.Channel, checkIn.Asking,
            string.Join(',', checkIn.Left), checkIn.IsForEveryone ? "everyone" : string.Join(',', checkIn.Members.Select(member => member.Person))),
        Restore: (now, before) => before with { Members = before.IsForEveryone ? Together(now, before) : before.Members },
        IsAbout: (checkIn, person) => checkIn.Owner == person || checkIn.Asks(person) || checkIn.Left.Contains(person),
        Sees: CheckInBook.Sees,
        Against: Against,
        IsForGood: (now, before) => now?.State == CheckInState.Deleted && before is { State: not CheckInState.Deleted },
        TakenBack: TellOthers);

    public static readonly UndoRules<Run> OfRuns = new(
        run => $"the check-in of {run.Day}",
        ReportOf,
        StateOf: run => run.Id,
        Against: async (turn, run, _) => run is not null && await HasAnswersOfOthers(turn, run, turn.Caller.Person) ? Stays(run) : null,
        IsForGood: (_, before) => before is null);

    public static readonly UndoRules<Entry> OfEntries = new(
        entry => entry.Answers is null ? $"your part in the check-in of {entry.Day}" : $"your answer of {entry.Day}",
        _ => "checkin report",
        StateOf: entry => $"{entry.Person} {entry.State} {entry.Answers?.At.ToUnixTimeTicks()} {entry.SnoozedUntil?.ToUnixTimeTicks()}",
        Restore: (now, before) => before with
        {
            Ledger = [.. now.Ledger],
            Prompt = now.Prompt,
            Post = now.Post,
            Tallied = now.Tallied,
        },
        IsAbout: (entry, person) => entry.Person == person);

    /// <summary>Why a run is not taken back.</summary>
    public static Rich Stays(Run run) =>
        $"Others have answered in {Prompt.TitleOf(run)} since, so it stays, and so does what they wrote. See: {new Typed(ReportOf(run))}";

    /// <summary>Why a check-in is not taken back.</summary>
    public static Rich Stays(CheckIn checkIn) => $"Others have answered in {checkIn.Name} since, so it stays, and so does what they wrote. "
        + $"To delete it with all answers: {new Typed($"checkin delete {checkIn.Name}")}";

    /// <summary>What one wrote oneself one may take back with it.</summary>
    public static async Task<bool> HasAnswersOfOthers(Turn turn, Run run, PersonId person) =>
        (await CheckInBook.EntriesIn(turn, run.Id)).Any(entry => entry.Value.Answers is not null && entry.Value.Person != person);

    /// <summary>The same of all its runs.</summary>
    public static async Task<bool> HasAnswersOfOthers(Turn turn, CheckIn checkIn, PersonId person)
    {
        foreach (var run in await CheckInBook.LatestRunsOf(turn, checkIn.Number))
        {
            if (await HasAnswersOfOthers(turn, run.Value, person))
                return true;
        }

        return false;
    }

    private static string ReportOf(Run run) => $"checkin report {run.Name} {PastDate.Typed(run.Date)}";

    /// <summary>What is made goes only where nobody else wrote anything in it; what was deleted comes back only where nothing has its name.</summary>
    private static async Task<Rich?> Against(Turn turn, CheckIn? now, CheckIn? before)
    {
        if (before is null)
            return await HasAnswersOfOthers(turn, now!, turn.Caller.Person) ? Stays(now!) : null;
        if (CheckInName.IsThere(now) || !CheckInName.IsThere(before) || await CheckInName.OtherOf(turn, before) is not { } other)
            return null;
        Rich taken = $"{before.Home} has another check-in named {other.Name} since, and there is one of a name, so the deleted one stays away.";
        return await CheckInBook.MayChange(turn, other)
            ? $"{taken} To have it back, delete the new one first, and press Undo again: {new Typed($"checkin delete {other.Name}")}"
            : (Rich)$"{taken} To see the new one: {new Typed($"checkin status {other.Name}")}";
    }

    /// <summary>Who is in the channel is looked at anew; whoever is back was never out.</summary>
    private static IReadOnlyList<Member> Together(CheckIn now, CheckIn before) =>
        [.. now.Members.Where(member => !before.Asks(member.Person)), .. before.Members];

    /// <summary>
    /// Whoever was told that they are in or out hears of it too when that is taken back; where the check-in is gone, by what becomes of that message.
    /// </summary>
    private static Task TellOthers(Turn turn, CheckIn? was, CheckIn? now)
    {
        if (now is null || (now.IsForEveryone && was is not null))
            return Task.CompletedTask;
        var (before, after) = (PeopleOf(was), PeopleOf(now));
        Membership.TellOut(turn, now, before.Except(after));
        Welcome.Send(turn, now, after.Except(before));
        return Task.CompletedTask;

        static IEnumerable<PersonId> PeopleOf(CheckIn? checkIn) => checkIn?.Members.Select(member => member.Person) ?? [];
    }
}
