using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The record of who was asked, in sentences. Of an absence others read that somebody was away, and nothing more.</summary>
internal static class WhyText
{
    /// <summary>Of whoever shares nothing, for as long as the time at which it changes would tell more.</summary>
    private static readonly Rich OwnTime = $"at their own time; only they can say more";

    public static async Task<IReadOnlyList<Rich>> Of(Turn turn, CheckIn checkIn, Entry entry)
    {
        var reader = turn.Caller.Person;
        var isTold = (await Profile.Of(turn, entry.Person)).IsToldTo(reader);
        var showsTimes = isTold || !checkIn.Times.IsLocal;
        var run = (await turn.Find(Run.Type, entry.Run))?.Value;
        if (!showsTimes && run?.IsOpen == true && entry is { HasReacted: false })
            return [OwnTime];
        var lines = new List<Rich>();
        var behindAsking = 1;
        var them = await Colleagues.Find(turn, entry.Person);
        foreach (var happened in entry.Ledger)
        {
            if (Line(AsItCame(turn, them, entry, happened), entry, run, isMe: entry.Person == reader, isTold, showsTimes, turn.Caller.Zone) is { } line)
                lines.Add(showsTimes ? $"{At(turn, entry, happened.At)} {line}" : line);
            if (happened.What == Deed.AskedAgain)
                behindAsking = lines.Count;
        }

        if (entry.State is EntryState.Asked or EntryState.Skipped or EntryState.Hindered && await Arrival(turn, entry, run, showsTimes) is { } arrival)
            lines.Insert(Math.Min(behindAsking, lines.Count), arrival);
        if (showsTimes && entry is { State: EntryState.Unasked, Answers: null } && entry.Opens > turn.Now && checkIn.IsActive && checkIn.Asks(entry.Person))
            lines.Add(Coming(turn, them, entry.Opens));
        return lines;
    }

    /// <summary>Whoever is back before they said they would be was away until then.</summary>
    private static Happening AsItCame(Turn turn, Colleague them, Entry entry, Happening happened)
    {
        if (happened.What != Deed.NotAskedAway || !(happened.Until > turn.Now - Profile.Kept))
            return happened;
        var ends = them.Hours.Absences.Where(absence => absence.From <= entry.Opens && entry.Opens < absence.To).Select(absence => absence.To).ToList();
        return happened with { Until = ends.Count > 0 ? ends.Max() : null };
    }

    /// <summary>Why there is no record of a date; null where the check-in has nothing to do with it.</summary>
    public static async Task<Rich?> OfNothing(Turn turn, Uptime uptime, CheckIn checkIn, PersonId person, LocalDate date, string zone)
    {
        var member = checkIn.Members.FirstOrDefault(each => each.Person == person);
        if (member is null)
            return null;
        if (checkIn.Times.On(date, zone) is not { } window)
        {
            return DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(date.PlusDays(1)).ToInstant() <= checkIn.Since
                ? $"not asked: it comes {Preview.HowOften(checkIn)}, as it was set up, changed or resumed {checkIn.Since}"
                : (Rich)$"not asked: it comes {Preview.HowOften(checkIn)}";
        }

        if (checkIn.Times.IsLocal && !(await Profile.Of(turn, person)).IsToldTo(turn.Caller.Person))
            return OwnTime;
        if (window.Opens < checkIn.Since)
            return $"not asked: it was set up, changed or resumed {checkIn.Since}, after that window had opened";
        if (window.Opens < member.Since)
            return $"not asked: in it since {member.Since}, after that window had opened";
        if (!checkIn.IsActive && !(window.Opens < checkIn.PausedAt))
            return checkIn.PausedAt is { } paused && window.Opens <= turn.Now ? (Rich)$"not asked: it was paused {paused}" : $"not asked: it is paused";
        if (window.Opens > turn.Now)
            return Coming(turn, await Colleagues.Find(turn, person), window.Opens);
        if (window.Closes > turn.Now)
            return $"not asked yet: the window opened {window.Opens}";
        var kept = (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value.KeepClosedDays;
        return kept is { } days && window.Closes < turn.Now - Duration.FromDays(days)
            ? $"what was asked then is kept no longer: what is over goes after {Counted.Of(days, "day", "days")}"
            : uptime.Downtimes.FirstOrDefault(down => down.From <= window.Opens && window.Closes <= down.Until) is { } whole
                ? $"not asked: I was not running {Downtimes.InWords(whole, turn.Caller.Zone, date)}"
                : (Rich)$"not asked, and there is no record of why";
    }

    private static Rich Coming(Turn turn, Colleague them, Instant opens) => them.Hours.At(opens).Reason switch
    {
        WorkReason.Absent when them.IsToldTo(turn.Caller.Person) => $"will not be asked {opens}: away then",
        WorkReason.Holiday when them.IsToldTo(turn.Caller.Person) => $"will not be asked {opens}: a day off",
        _ => $"will be asked {opens}",
    };

    /// <summary>Whether the latest question is known to have arrived.</summary>
    private static async Task<Rich?> Arrival(Turn turn, Entry entry, Run? run, bool showsTimes)
    {
        if ((entry.Prompt ?? run?.Root) is not { } asked)
            return null;
        if (await turn.Find(Posted.Type, asked.Value) is { } posted)
            return posted.Value.At is not { } at ? null : showsTimes ? $"{At(turn, entry, at)} it arrived" : (Rich)$"it arrived";
        foreach (var parked in await turn.Parked(Queues.Outbox))
        {
            if (parked.Id == asked.Value)
                return $"it could not be delivered: {parked.Reason}";
        }

        return $"it is still on its way";
    }

    private static Rich? Line(Happening happened, Entry entry, Run? run, bool isMe, bool isTold, bool showsTimes, DateTimeZone clock) => happened.What switch
    {
        Deed.Asked => $"asked by direct message",
        Deed.AskedInChannel => (Rich)$"asked by the message in {(run is null ? (Rich)$"the channel" : $"{run.Home}")}",
        Deed.AskedLate or Deed.AskedMoved or Deed.AskedBehind when !showsTimes => (Rich)$"asked late",
        Deed.MissedDown or Deed.MissedMoved or Deed.MissedBehind when !showsTimes => (Rich)$"not asked: the window was over",
        Deed.Snoozed when !showsTimes => (Rich)$"snoozed",
        Deed.AskedMoved => $"asked late: the window had opened {happened.Until ?? entry.Opens} "
            + $"on the clock of {entry.Zone}, to which {(isMe ? "you" : "they")} moved",
        Deed.AskedBehind => $"asked late: the window opened {happened.Until ?? entry.Opens}",
        Deed.AskedLate => $"asked late: the window opened {happened.Until ?? entry.Opens}, and I was not running then",
        Deed.AskedAgain => $"asked once more, as {(isMe ? "you" : "they")} wished",
        Deed.NotAskedAway when isMe => happened.Until is { } back ? (Rich)$"not asked: you were away until {back}" : $"not asked: you were away",
        Deed.NotAskedDayOff when isMe => $"not asked: a day off{(happened.Detail is { Length: > 0 } name ? (Rich)$", {name}" : Rich.Empty)}",
        Deed.NotAskedAway or Deed.NotAskedDayOff => isTold ? $"not asked: away" : (Rich)$"not asked; only they can say why",
        Deed.WentAway when isMe => happened.Until is { } back ? (Rich)$"not waited for: you went away until {back}" : $"not waited for: you went away",
        Deed.WentAway => isTold ? $"not waited for: away" : (Rich)$"not waited for; only they can say why",
        Deed.CameBack => $"waited for again",
        Deed.NotAskedAnswered => $"not asked: answered before",
        Deed.MissedDown => $"not asked: I was not running from before {happened.Until ?? entry.Opens} until the window was over",
        Deed.MissedMoved => $"not asked: the window was over on the clock of {entry.Zone}, to which {(isMe ? "you" : "they")} moved",
        Deed.MissedBehind => $"not asked: the window, which opened {happened.Until ?? entry.Opens}, was over before I could ask",
        Deed.QuestionsChanged => $"answered before, and then the questions changed",
        Deed.Reminded => $"reminded",
        Deed.HeldByFocus when isTold => $"the reminder was held, because of focus",
        Deed.HeldByFocus => $"the reminder was held",
        Deed.HeldByBudget => $"the reminder was held, because of {Attention.NagBudget.PerDay} other messages that day",
        Deed.Snoozed => (Rich)$"snoozed until {happened.Until ?? entry.Closes}",
        Deed.Skipped => $"skipped",
        Deed.Answered => $"answered{Side(entry, happened.At)}",
        Deed.Edited => $"edited the answer",
        Deed.TakenBack => $"took the answer back",
        Deed.Undelivered => $"the question did not arrive{(happened.Detail is { } why ? (Rich)$": {why}" : Rich.Empty)}",
        Deed.Hindered when happened.Down is { } down && showsTimes =>
            $"could not answer: I was not running {Downtimes.InWords(down, clock, entry.Date)}",
        Deed.Hindered => $"could not answer: I was not running for most of the time",
        Deed.Ended when entry.State == EntryState.Asked => $"the window was over, without an answer",
        Deed.Left => happened.By == PersonId.Bot || happened.By == entry.Person ? (Rich)$"left" : $"taken out by {happened.By}",
        _ => null,
    };

    private static string Side(Entry entry, Instant at) => at < entry.Opens ? ", early" : at >= entry.Closes ? ", late" : "";

    private static string At(Turn turn, Entry entry, Instant at)
    {
        var local = at.InZone(turn.Caller.Zone);
        var time = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return local.Date == entry.Date ? time : $"{Time.Clock.Say(local.Date)}, {time}";
    }
}
