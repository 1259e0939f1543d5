using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The direct message that asks.</summary>
internal static class Prompt
{
    private static readonly Duration Snooze = SnoozeCheckIn.Usual;

    public static async Task<PostId> Send(Turn turn, Run run, Entry entry, Deed asked = Deed.Asked) => turn.Post(
        ConversationId.Of(entry.Person),
        Card(run, entry, await LastTime.Of(turn, run, entry.Person), turn.Now, asked),
        subject: run.Subject,
        zone: DateTimeZoneProviders.Tzdb[entry.Zone],
        quotes: [entry.Subject]);

    public static async Task<Card> Of(Turn turn, Run run, Entry entry) =>
        Card(run, entry, await LastTime.Of(turn, run, entry.Person), turn.Now, Deed.Asked);

    /// <summary>What the message, the earlier ones and the reminder are once there is nothing more to ask.</summary>
    public static async Task Close(Turn turn, Run run, Entry entry)
    {
        var here = ConversationId.Of(entry.Person);
        if (entry.Prompt is { } prompt)
            turn.Update(prompt, here, Closed(run, entry).With([.. Next(run, entry, turn.Now)]));
        foreach (var other in await turn.Query(Posted.Type, Posted.Quoting(entry.Subject)))
        {
            if (other.Value is { Quotes: [_] } posted && posted.Id != entry.Prompt && posted.Conversation == here)
                turn.Update(posted.Id, here, Closed(run, entry));
        }
    }

    /// <summary>What the message is once the window is over: it still asks, for a late answer, and offers no more what comes too late.</summary>
    public static async Task End(Turn turn, Run run, Entry entry)
    {
        if (entry.Prompt is not { } prompt)
            return;
        var asked = await LastTime.Of(turn, run, entry.Person);
        var closed = Blocks(run, asked).Append(new Note($"Closed {ClosedAt(entry)}; a late answer is added to the others all the same."));
        turn.Update(prompt, ConversationId.Of(entry.Person), new Card(TitleOf(run), [.. closed]).With(new Button("Answer", AnswerCheckIn.To(run))));
    }

    /// <summary>What an earlier one is once there is a later one.</summary>
    public static void Follow(Turn turn, Run run, Entry entry)
    {
        if (entry.Prompt is { } prompt)
            turn.Update(prompt, ConversationId.Of(entry.Person), Messages.Card.Of($"{TitleOf(run)}: I asked you again below."));
    }

    private static Card Card(Run run, Entry entry, IReadOnlyList<LastTime> last, Instant now, Deed asked)
    {
        var blocks = Blocks(run, last);
        if (Late(entry, asked) is { } late)
            blocks.Add(new Note(late));
        var lines = run.Questions.Count == 1 ? "" : ", with a line for each question";
        blocks.Add(new Note($"Until {entry.Closes}; a reply in this thread is an answer too{lines}. The answers are read in {run.Home}."));
        var answer = new Button("Answer", AnswerCheckIn.To(run), ButtonStyle.Primary);
        var skip = new Button("Skip today", new SkipCheckIn(Run: run.Id));
        return new Card(TitleOf(run), blocks).With(entry.Closes - now > Snooze
            ? [answer, skip, new Button("Snooze 1 h", new SnoozeCheckIn(Run: run.Id))]
            : [answer, skip]);
    }

    /// <summary>How long ago it was would not stay true.</summary>
    private static string ClosedAt(Entry entry)
    {
        var closed = entry.Closes.InZone(DateTimeZoneProviders.Tzdb[entry.Zone]);
        return $"{Time.Clock.Say(closed.Date)}, {Time.Clock.Say(closed.TimeOfDay)} {entry.Zone}";
    }

    private static List<Block> Blocks(Run run, IReadOnlyList<LastTime> last)
    {
        var questions = run.Questions.Select((question, at) => Preview.Line(question, at, "without your name"));
        var said = last.Select(each => new Note($"Last time you said to “{each.Question}”: {Excerpt.Of(each.Answer, "checkin report", 500)}"));
        return [new Paragraph(Rich.Join("\n", questions)), .. said];
    }

    public static Card Reminder(Run run, Entry entry) => Messages.Card.Of(
        $"⏰ {TitleOf(run)} waits for your answer until {entry.Closes}. I remind you once.",
        new Button("Answer", AnswerCheckIn.To(run), ButtonStyle.Primary),
        new Button("Skip today", new SkipCheckIn(Run: run.Id)));

    private static Card Closed(Run run, Entry entry)
    {
        if (entry is { Answers: null, State: EntryState.Gone })
            return Messages.Card.Of($"{TitleOf(run)}: you are not in it any more.");
        return Messages.Card.Of(entry switch
        {
            { Answers: not null } => (Rich)$"✅ {TitleOf(run)}: answered.",
            _ => $"{TitleOf(run)}: skipped.",
        });
    }

    private static IEnumerable<Button> Next(Run run, Entry entry, Instant now)
    {
        if (entry.Answers is not null && now < entry.Closes && AfterAnswering.MayChange(run, entry))
            yield return new Button("Edit", new EditAnswer(Run: run.Id));
        else if (entry is { Answers: null, State: not EntryState.Gone })
            yield return new Button("Answer all the same", AnswerCheckIn.To(run));
    }

    private static Rich? Late(Entry entry, Deed asked) => asked switch
    {
        Deed.AskedLate => $"I was not running at {entry.Opens}, so this comes late.",
        Deed.AskedMoved => $"You moved to the clock of {entry.Zone}, on which it was to come {entry.Opens}.",
        Deed.AskedBehind => $"This was to come {entry.Opens}.",
        _ => null,
    };

    public static Rich TitleOf(Run run) => $"{run.Name} — {run.Day}";
}
