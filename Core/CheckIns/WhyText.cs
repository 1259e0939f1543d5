using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.People;
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
        foreach (var happened in entry.Ledger)
        {
            if (Line(happened, entry, run, isMe: entry.Person == reader, isTold, showsTimes) is { } line)
                lines.Add(showsTimes ? $"{At(turn, entry, happened.At)} {line}" : line);
        }

        if (entry.State is EntryState.Asked or EntryState.Skipped && await Arrival(turn, entry, run, showsTimes) is { } arrival)
            lines.Insert(Math.Min(1, lines.Count), arrival);
        return lines;
    }

    /// <summary>Why there is no record of a date; null where the check-in has nothing to do with it.</summary>
    public static async Task<Rich?> OfNothing(Turn turn, CheckIn checkIn, PersonId person, LocalDate date, string zone)
    {
        var member = checkIn.Members.FirstOrDefault(each => each.Person == person);
        if (member is null)
            return null;
        if (checkIn.Times.On(date, zone) is not { } window)
            return $"not asked: it comes {Preview.HowOften(checkIn)}";
        if (!checkIn.IsActive)
            return $"not asked: it is paused";
        if (checkIn.Times.IsLocal && !(await Profile.Of(turn, person)).IsToldTo(turn.Caller.Person))
            return OwnTime;
        if (window.Opens < checkIn.Since)
            return $"not asked: it was set up, changed or resumed {checkIn.Since}, after that window had opened";
        if (window.Opens < member.Since)
            return $"not asked: in it since {member.Since}, after that window had opened";
        if (window.Opens > turn.Now)
            return await Coming(turn, person, window);
        return window.Closes > turn.Now ? $"not asked yet: the window opened {window.Opens}" : (Rich)$"not asked, and there is no record of why";
    }

    private static async Task<Rich> Coming(Turn turn, PersonId person, PersonalWindow window)
    {
        var them = await Colleagues.Find(turn, person);
        return them.IsToldTo(turn.Caller.Person) && them.At(window.Opens).Standing == Standing.Away
            ? (Rich)$"will not be asked {window.Opens}: away then"
            : $"will be asked {window.Opens}";
    }

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

    private static Rich? Line(Happening happened, Entry entry, Run? run, bool isMe, bool isTold, bool showsTimes) => happened.What switch
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
        Deed.Answered => $"answered{Side(entry)}",
        Deed.Edited => $"edited the answer",
        Deed.TakenBack => $"took the answer back",
        Deed.Undelivered => $"the question did not arrive{(happened.Detail is { } why ? (Rich)$": {why}" : Rich.Empty)}",
        Deed.Left => happened.By == PersonId.Bot || happened.By == entry.Person ? (Rich)$"left" : $"taken out by {happened.By}",
        _ => null,
    };

    private static string Side(Entry entry) => entry.Answers?.Timeliness switch
    {
        Timeliness.Late => ", late",
        Timeliness.Early => ", early",
        _ => "",
    };

    private static string At(Turn turn, Entry entry, Instant at)
    {
        var local = at.InZone(turn.Caller.Zone);
        var time = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return local.Date == entry.Date ? time : $"{Time.Clock.Say(local.Date)}, {time}";
    }
}
