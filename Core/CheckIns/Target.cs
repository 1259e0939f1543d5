using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>A run that somebody can answer, with their window and what they did so far.</summary>
/// <param name="Entry">Null where they were not asked yet.</param>
/// <param name="Kept">The run as it is stored; null where it is not.</param>
/// <param name="Where">The channel in which the answers are read, where they are asked in several by that name.</param>
public sealed record Asked(CheckIn CheckIn, Run Run, PersonalWindow Window, string Zone, Stored<Entry>? Entry, Stored<Run>? Kept, string? Where = null)
{
    public Rich Title => Where is null ? Prompt.TitleOf(Run) : $"{Prompt.TitleOf(Run)}, in {Run.Home}";

    /// <summary>As a button names it.</summary>
    public string Name => Where is null ? Run.Name : $"{Run.Name} in {Where}";

    /// <summary>Whether they have neither answered nor said that they will not.</summary>
    public bool IsUnanswered => Entry?.Value is null or { Answers: null, State: not (EntryState.Skipped or EntryState.Gone) };

    /// <summary>Whether an answer would not be late.</summary>
    public bool IsOpen(Instant now) => now < Window.Closes;

    /// <summary>Whether they are waited for.</summary>
    public bool IsWaiting(Instant now) => Entry?.Value.IsWaiting == true && IsOpen(now);
}

/// <summary>Which run somebody means to answer, or what is asked or said where that is not clear.</summary>
public sealed record Target(Asked? Asked, Reply? Refusal)
{
    /// <summary>How long after its end a question is offered before the next one.</summary>
    private static readonly Duration Recent = Duration.FromDays(4);

    /// <summary>As many of somebody's parts are looked at for the latest of each check-in.</summary>
    private const int Latest = 30;

    /// <param name="run">The id of the run that is meant; null where nothing names it.</param>
    /// <param name="with">The same command for a run.</param>
    public static async Task<Target> Find(Turn turn, string? run, Func<string, ICommand> with)
    {
        if (run is not null)
            return await Of(turn, run) is { } named ? new Target(named, null) : await NotThere(turn);
        if (await CheckInBook.RunOfThread(turn) is { } ofThread)
            return await Of(turn, ofThread.Id) is { } there ? new Target(there, null) : await NotThere(turn);
        var found = await Open(turn);
        if (found.Count == 0)
            found = await Open(turn, isAnswered: true);
        if (found.Count == 0)
            found = await LateOrEarly(turn);
        return found switch
        {
            [] => await NotThere(turn),
            [var only] => new Target(only, null),
            _ => new Target(null, Reply.Refuse(
                $"Which one?", [.. found.Take(8).Select(each => new Button(LabelOf(each, turn.Now), with(each.Run.Id)))])),
        };
    }

    /// <summary>What waits for an answer by the name of its check-in alone, which is no answer; null where it is not just that.</summary>
    public static async Task<Asked?> Named(Turn turn, string text)
    {
        var said = text.Trim().Trim('"', '“', '”');
        if ((await CheckInBook.Of(turn, turn.Caller.Person)).All(each => !each.Value.Name.Equals(said, StringComparison.OrdinalIgnoreCase)))
            return null;
        var found = await Open(turn);
        if (found.Count == 0)
            found = await LateOrEarly(turn);
        return found.FirstOrDefault(each => each.CheckIn.Name.Equals(said, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The runs of which somebody was asked and that wait for their answer; the first to close comes first.</summary>
    /// <param name="isAnswered">Those instead that were answered and can still be edited.</param>
    public static async Task<IReadOnlyList<Asked>> Open(Turn turn, bool isAnswered = false)
    {
        var open = new List<Asked>();
        foreach (var entry in await CheckInBook.OpenOf(turn, turn.Caller.Person))
        {
            var isMeant = isAnswered ? entry.Value.Answers is not null && entry.Value.Opens <= turn.Now : entry.Value.IsWaiting;
            if (isMeant && await Of(turn, entry.Value.Run) is { } asked)
                open.Add(asked);
        }

        return [.. open.OrderBy(asked => asked.Window.Closes)];
    }

    /// <summary>The run of that id as the caller stands to it; null where they have no part in it.</summary>
    public static async Task<Asked?> Of(Turn turn, string id)
    {
        var stored = await turn.Find(Run.Type, id);
        var number = id.Split(' ')[0];
        if (await turn.Find(CheckIn.Type, number) is not { Value: { State: not CheckInState.Deleted } checkIn })
            return null;
        var me = turn.Caller.Person;
        var entry = await turn.Find(Entry.Type, Entry.IdOf(id, me));
        if (entry is null ? !checkIn.Asks(me) : entry.Value is { State: EntryState.Gone, Answers: null })
            return null;
        var zone = entry?.Value.Zone ?? await Roster.ZoneOf(turn, me);
        if ((stored is null ? Coming(turn, checkIn, id) : Beginning.AsNow(checkIn, stored.Value)) is not { } run)
            return null;
        entry = entry is null ? null : entry with { Value = EarlyAnswers.In(run, entry.Value) };
        var window = entry is { Value: var known } ? new PersonalWindow(known.Date, known.Opens, known.Closes, Duration.Zero)
            : run.WindowOf(checkIn, zone);
        return window is { } own ? new Asked(checkIn, run, own, zone, entry, stored, await CheckInBook.WhereOf(turn, checkIn)) : null;
    }

    /// <summary>A run that is still to begin.</summary>
    private static Run? Coming(Turn turn, CheckIn checkIn, string id) =>
        id.Split(' ') is [_, var date] && NodaTime.Text.LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var on }
            ? Beginning.New(checkIn, on, turn.Now)
            : null;

    /// <summary>The next run of the same check-in, for those who have something to say before; null where none comes.</summary>
    public static async Task<Asked?> After(Turn turn, Asked asked) =>
        asked.CheckIn.IsActive && asked.CheckIn.Times.Next(Instant.Max(turn.Now, asked.Window.Opens), asked.Zone) is { } next
            ? await Of(turn, Run.IdOf(asked.CheckIn.Number, next.Date))
            : null;

    /// <summary>The latest of each check-in that somebody missed, and the next one.</summary>
    private static async Task<IReadOnlyList<Asked>> LateOrEarly(Turn turn)
    {
        var found = new List<Asked>();
        var me = turn.Caller.Person;
        var entries = await CheckInBook.EntriesOf(turn, me, Latest);
        foreach (var checkIn in (await CheckInBook.Of(turn, me)).Select(each => each.Value))
        {
            var latest = entries.Select(each => each.Value).FirstOrDefault(each => each.CheckIn == checkIn.Number);
            var isUnanswered = latest is { Answers: null, State: not (EntryState.Gone or EntryState.Skipped) };
            if (isUnanswered && turn.Now - latest!.Closes < Recent && await Of(turn, latest.Run) is { } missed)
                found.Add(missed);
            if (checkIn.IsActive && checkIn.Times.Next(turn.Now, await Roster.ZoneOf(turn, me)) is { } next
                && await Of(turn, Run.IdOf(checkIn.Number, next.Date)) is { } coming)
                found.Add(coming);
        }

        return found;
    }

    public static string LabelOf(Asked asked, Instant now)
    {
        var name = $"{asked.Name}, {asked.Run.Day}";
        return asked.Window.Opens > now ? $"{name} (early)" : asked.IsOpen(now) ? name : $"{name} (late)";
    }

    private static async Task<Target> NotThere(Turn turn) => new(null, (await CheckInBook.Of(turn, turn.Caller.Person)).Count > 0
        ? Reply.Refuse($"Nothing waits for your answer. To see what comes: {await Examples.WhatComes(turn)}")
        : Reply.Refuse($"You are in no check-in. To see those of your channels: {new Typed("checkin list")}"));
}
