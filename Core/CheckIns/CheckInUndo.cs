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
        Against: async (turn, run, _) => run is not null && await HasAnswersOfOthers(turn, run)
            ? (Rich)$"Others have answered in {Prompt.TitleOf(run)} since, so it stays, and so does what they wrote. See: {new Typed(ReportOf(run))}"
            : null,
        IsForGood: (_, before) => before is null);

    public static readonly UndoRules<Entry> OfEntries = new(
        entry => $"your answer of {entry.Day}",
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

    private static string ReportOf(Run run) => $"checkin report {run.Name} {PastDate.Typed(run.Date)}";

    /// <summary>What is made goes only where nobody else wrote anything in it; what was deleted comes back only where nothing has its name.</summary>
    private static async Task<Rich?> Against(Turn turn, CheckIn? now, CheckIn? before)
    {
        if (before is null)
        {
            foreach (var run in await CheckInBook.LatestRunsOf(turn, now!.Number))
            {
                if (await HasAnswersOfOthers(turn, run.Value))
                {
                    return $"Others have answered in {now.Name} since, so it stays, and so does what they wrote. "
                        + $"To delete it with all answers: {new Typed($"checkin delete {now.Name}")}";
                }
            }

            return null;
        }

        if (CheckInName.IsThere(now) || !CheckInName.IsThere(before) || await CheckInName.OtherOf(turn, before) is not { } other)
            return null;
        Rich taken = $"{before.Home} has another check-in named {other.Name} since, and there is one of a name, so the deleted one stays away.";
        return await CheckInBook.MayChange(turn, other)
            ? $"{taken} To have it back, delete the new one first, and press Undo again: {new Typed($"checkin delete {other.Name}")}"
            : (Rich)$"{taken} To see the new one: {new Typed($"checkin status {other.Name}")}";
    }

    /// <summary>What one wrote oneself one may take back with it.</summary>
    private static async Task<bool> HasAnswersOfOthers(Turn turn, Run run) =>
        (await CheckInBook.EntriesIn(turn, run.Id)).Any(entry => entry.Value.Answers is not null && entry.Value.Person != turn.Caller.Person);

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
