using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The one place that decides who may see and change which check-in.</summary>
public static class CheckInBook
{
    /// <summary>A run is open for 9 days at most, and there are other ones, begun by hand.</summary>
    private const int MostOpen = 30;

    /// <summary>As many of somebody's are looked at of those few days.</summary>
    private const int MostEntries = 500;

    /// <summary>Its members see it, and whoever is asked.</summary>
    public static async Task<bool> Sees(Turn turn, CheckIn checkIn) => checkIn.Asks(turn.Caller.Person) || await turn.Sees(checkIn.Home);

    /// <summary>Whoever made it, and admins who see it; where whoever made it left and no admin sees it, all who do.</summary>
    public static async Task<bool> MayChange(Turn turn, CheckIn checkIn) =>
        turn.Caller.Person == checkIn.Owner || turn.Caller.IsAdmin || await Keepers.AreMembers(turn, checkIn);

    public static async Task<Stored<CheckIn>?> Find(Turn turn, int number) =>
        await turn.Find(CheckIn.Type, CheckIn.IdOf(number)) is { Value.State: not CheckInState.Deleted } found ? found : null;

    /// <summary>Every one of the workspace that is not deleted.</summary>
    public static Task<IReadOnlyList<Stored<CheckIn>>> All(Turn turn) =>
        turn.Once((typeof(CheckIn), "all"), () => turn.Query(CheckIn.Type, new Slice("all", "", Take: CheckIn.Most * 2)));

    /// <summary>Those that the caller may see.</summary>
    public static async Task<IReadOnlyList<Stored<CheckIn>>> Seen(Turn turn)
    {
        var seen = new List<Stored<CheckIn>>();
        foreach (var each in await All(turn))
        {
            if (await Sees(turn, each.Value))
                seen.Add(each);
        }

        return seen;
    }

    /// <summary>Those by whom somebody is asked.</summary>
    public static async Task<IReadOnlyList<Stored<CheckIn>>> Of(Turn turn, PersonId person) =>
        [.. (await All(turn)).Where(each => each.Value.Asks(person))];

    /// <summary>The one that is meant by a name, by the thread that it was said in, or because there is no other.</summary>
    /// <param name="example">A line that works about any that the caller sees, with <c>Daily</c> for its name.</param>
    /// <param name="again">The same command with a number in place of the name.</param>
    public static Task<Meant> Named(Turn turn, string? name, string example, Func<string, ICommand> again) =>
        Named(turn, name, checkIn => Task.FromResult<string?>(Examples.About(checkIn, example)), again);

    /// <param name="example">A line that works about one; null where none does.</param>
    public static async Task<Meant> Named(Turn turn, string? name, Func<CheckIn, Task<string?>> example, Func<string, ICommand> again)
    {
        var seen = await Seen(turn);
        if (name is null && await RunOfThread(turn) is { } thread && seen.FirstOrDefault(each => each.Value.Number == thread.CheckIn) is { } here)
            return new Meant(here, null);
        var said = name?.Trim().Trim('"', '“', '”') ?? "";
        var found = said.Length == 0 ? seen : NamedIn(seen, said);
        if (said.Length == 0 && found.Count > 1)
        {
            var mine = found.Where(each => each.Value.Home == turn.Caller.Conversation || each.Value.Asks(turn.Caller.Person)).ToList();
            found = mine.Count > 0 ? mine : found;
            var inThisChannel = found.Where(each => each.Value.Home == turn.Caller.Conversation).ToList();
            found = inThisChannel.Count == 1 ? inThisChannel : found;
        }

        return found switch
        {
            [var only] => new Meant(only, null),
            [] when seen.Count == 0 => new Meant(null, Reply.Refuse($"There are no check-ins here yet. Try: {new Typed(await Examples.OfNew(turn))}")),
            [] => new Meant(null, Reply.Refuse($"There is no check-in “{Excerpt.Word(said)}” here; there is {Names(seen)}. "
                + $"Try: {new Typed(await Examples.With(turn, example, [.. seen.Select(each => each.Value)]))}")),
            _ => new Meant(null, Reply.Refuse(
                $"Which check-in do you mean?",
                [.. await Task.WhenAll(found.Take(10).Select(async each =>
                    new Button(await LabelOf(turn, each.Value, found.Select(other => other.Value)), again(CheckIn.IdOf(each.Value.Number)))))])),
        };
    }

    /// <summary>The one with whose name some words begin that are no name themselves, and the words behind it.</summary>
    public static async Task<(CheckIn CheckIn, string Behind)?> BeginningOf(Turn turn, string words)
    {
        var seen = await Seen(turn);
        var begun = seen.Select(each => each.Value).Where(each => words.StartsWith(each.Name + " ", StringComparison.OrdinalIgnoreCase))
            .MaxBy(each => each.Name.Length);
        return begun is null || NamedIn(seen, words).Count > 0 ? null : (begun, words[begun.Name.Length..].Trim());
    }

    /// <summary>The run whose message, or whose prompt, begins the thread in which the caller speaks.</summary>
    public static async Task<Run?> RunOfThread(Turn turn)
    {
        if (turn.Caller.Thread is not { } thread
            || await turn.Query(Posted.Type, Posted.Of(turn.Caller.Conversation, thread)) is not [var posted]
            || Run.IdIn(posted.Value.Subject) is not { } id)
            return null;
        return (await turn.Find(Run.Type, id))?.Value;
    }

    /// <summary>Runs of a check-in, the newest first.</summary>
    public static Task<IReadOnlyList<Stored<Run>>> RunsOf(Turn turn, int number, int take) =>
        turn.Query(Run.Type, new Slice("of", CheckIn.IdOf(number), Newest: true, Take: take));

    /// <summary>All of a date, however long ago.</summary>
    public static async Task<IEnumerable<Run>> RunsOn(Turn turn, int number, LocalDate date)
    {
        var slice = new Slice("of", CheckIn.IdOf(number), From: Clock.Iso(date), To: Clock.Iso(date.PlusDays(1)));
        return (await turn.Query(Run.Type, slice)).Select(stored => stored.Value);
    }

    /// <summary>Those that somebody may still answer in time.</summary>
    public static async Task<IReadOnlyList<Stored<Run>>> OpenRunsOf(Turn turn, int number) =>
        [.. (await LatestRunsOf(turn, number)).Where(run => run.Value.IsOpen)];

    /// <summary>As many as may be open at a time, the newest first.</summary>
    public static Task<IReadOnlyList<Stored<Run>>> LatestRunsOf(Turn turn, int number) =>
        turn.Once((typeof(Run), number), () => RunsOf(turn, number, MostOpen));

    /// <summary>What somebody has a part in that may still be answered in time, the oldest date first.</summary>
    public static async Task<IReadOnlyList<Stored<Entry>>> OpenOf(Turn turn, PersonId person)
    {
        var entries = await turn.Query(Entry.Type, new Slice("person", person.Value, From: Clock.Iso(FirstOpen(turn)), Take: MostEntries));
        return [.. entries.Where(stored => turn.Now < stored.Value.Closes)];
    }

    /// <summary>No window of an earlier date is open any more, on whatever clock.</summary>
    public static LocalDate FirstOpen(Turn turn) => (turn.Now - Timetable.Longest).InUtc().Date.PlusDays(-2);

    /// <summary>What somebody did with check-ins, the newest date first.</summary>
    public static Task<IReadOnlyList<Stored<Entry>>> EntriesOf(Turn turn, PersonId person, int take) =>
        turn.Query(Entry.Type, new Slice("person", person.Value, Newest: true, Take: take));

    /// <summary>What somebody did with check-ins on a date, however long ago.</summary>
    public static Task<IReadOnlyList<Stored<Entry>>> EntriesOn(Turn turn, PersonId person, LocalDate date) =>
        turn.Query(Entry.Type, new Slice("person", person.Value, From: Entry.SortedOn(date), To: Entry.SortedOn(date.PlusDays(1)), Take: MostEntries));

    /// <summary>All entries of a run, read a part at a time, so that nothing else waits for long.</summary>
    public static async Task<IReadOnlyList<Stored<Entry>>> EntriesIn(Turn turn, string run)
    {
        const int page = 250;
        var all = new List<Stored<Entry>>();
        string? from = null;
        while (true)
        {
            var part = await turn.Query(Entry.Type, new Slice("run", run, From: from, Take: page));
            all.AddRange(part);
            if (part.Count < page)
                return all;
            from = part[^1].Value.Slot + "\u0002";
        }
    }

    public static Reply NotYours(CheckIn checkIn, string verb) => checkIn.Owner is { } owner
        ? Reply.Refuse($"Only {owner}, who made {checkIn.Name}, or an admin can {verb} it. To see it: {new Typed($"checkin status {checkIn.Name}")}")
        : Reply.Refuse($"Only admins can {verb} {checkIn.Name}, because who made it left. To see it: {new Typed($"checkin status {checkIn.Name}")}");

    private static List<Stored<CheckIn>> NamedIn(IReadOnlyList<Stored<CheckIn>> seen, string said)
    {
        var exact = seen.Where(each => each.Value.Name.Equals(said, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count > 0)
            return exact;
        var numbered = seen.Where(each => CheckIn.IdOf(each.Value.Number) == said.TrimStart('#')).ToList();
        return numbered.Count > 0 ? numbered : [.. seen.Where(each => each.Value.Name.StartsWith(said, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The channel of one by which the caller is asked, where they are asked by others of that name; null where the name is enough.</summary>
    public static async Task<string?> WhereOf(Turn turn, CheckIn checkIn) =>
        IsNamesake(checkIn, (await Of(turn, turn.Caller.Person)).Select(each => each.Value)) ? await ChannelOf(turn, checkIn) : null;

    /// <summary>The name of one, with its channel where others of that name are among them.</summary>
    public static async Task<string> LabelOf(Turn turn, CheckIn checkIn, IEnumerable<CheckIn> among) =>
        IsNamesake(checkIn, among) ? $"{checkIn.Name} in {await ChannelOf(turn, checkIn)}" : checkIn.Name;

    private static async Task<string> ChannelOf(Turn turn, CheckIn checkIn) => $"#{(await turn.Find(checkIn.Channel))?.Name ?? checkIn.Channel.Value}";

    private static bool IsNamesake(CheckIn checkIn, IEnumerable<CheckIn> among) =>
        among.Any(other => other.Number != checkIn.Number && other.Name.Equals(checkIn.Name, StringComparison.OrdinalIgnoreCase));

    private static Rich Names(IReadOnlyList<Stored<CheckIn>> seen)
    {
        var named = seen.Take(5).Select(each => each.Value).ToList();
        return Rich.Join(", ", " and ", named.Select(each => IsNamesake(each, named) ? (Rich)$"{each.Name} in {each.Home}" : $"{each.Name}"));
    }
}

/// <summary>Which check-in some words meant, or the answer where they meant none or several.</summary>
public sealed record Meant(Stored<CheckIn>? CheckIn, Reply? Refusal);
