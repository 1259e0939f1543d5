using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>
/// Tells those whose shifts somebody else moved, keeps the messages that ask for cover equal to what is true, and has the rotation looked at anew,
/// whichever command or Undo changed it.
/// </summary>
public sealed class RotationFollower : IFollow<Rotation>
{
    private const int MostSpans = 5;

    public async Task Changed(Turn turn, Rotation? before, Rotation? after)
    {
        var rotation = (after ?? before)!;
        if (after is null)
            turn.Unschedule(LookOnCall.IdOf(rotation.Key));
        else
            LookOnCall.Schedule(turn, after.Key, turn.Now);
        ShowCovers(turn, before, after);
        var diff = PlanDiff.Of(before, after, turn.Now);
        if (turn.Caller.Person == PersonId.Bot)
            await TellOfLeaver(turn, before, after, diff);
        else
            await TellPeople(turn, before, after, diff);
        if (after is not null)
            await KnowsBy(turn, after, diff);
        foreach (var person in rotation.Everybody.Union(before?.Everybody ?? []))
            await HomePage.Changed(turn, person);
    }

    /// <summary>Shows a cover as it is now, wherever it was asked for.</summary>
    internal static void ShowCover(Turn turn, Rotation rotation, int cover)
    {
        if (rotation.Plan.Covers.FirstOrDefault(each => each.Id == cover) is not { } now)
            return;
        foreach (var ask in rotation.Asks.Where(ask => ask.Cover == cover))
            turn.Update(ask.Post, ask.In, CoverText.Ask(rotation, now, turn.Now));
    }

    /// <summary>Who did it or was just told of it need not be told again that they are on call now, or ahead of a shift that is as near.</summary>
    private static async Task KnowsBy(Turn turn, Rotation rotation, IReadOnlyList<PlanDiff> diff)
    {
        var (before, told) = await Told.Find(turn, rotation);
        var people = told.People.ToList();
        var ahead = told.HeadsUps.ToList();
        foreach (var each in diff)
        {
            if (each.Lost.Any(span => span.Contains(turn.Now)))
                people.Remove(each.Person);
            if (each.Gained.Any(span => span.Contains(turn.Now)) && !people.Contains(each.Person))
                people.Add(each.Person);
            var colleague = await Colleagues.Find(turn, each.Person);
            ahead.AddRange(each.Gained.Where(span => span.Start > turn.Now && ToTell.MomentOf(colleague, span.Start) <= turn.Now)
                .Select(span => new HeadsUp(each.Person, span.Start, span.End)));
        }

        if (people.Count != told.People.Count || people.Except(told.People).Any() || ahead.Count != told.HeadsUps.Count)
            Told.Keep(turn, before, told with { People = people, HeadsUps = ahead });
    }

    private static void ShowCovers(Turn turn, Rotation? before, Rotation? after)
    {
        foreach (var ask in before?.Asks ?? [])
        {
            var was = before!.Plan.Covers.FirstOrDefault(each => each.Id == ask.Cover);
            var now = after?.Plan.Covers.FirstOrDefault(each => each.Id == ask.Cover);
            if (now is null && was is not null && was.End > turn.Now)
                turn.Update(ask.Post, ask.In, CoverText.Dropped(before, was));
            else if (now is not null && now != was)
                turn.Update(ask.Post, ask.In, CoverText.Ask(after!, now, turn.Now));
        }
    }

    private static async Task TellPeople(Turn turn, Rotation? before, Rotation? after, IReadOnlyList<PlanDiff> diff)
    {
        var rotation = (after ?? before)!;
        foreach (var each in diff.Where(each => each.Person != turn.Caller.Person))
        {
            if (await turn.Find(each.Person) is not { IsGone: false })
                continue;
            var blocks = new List<Block> { new Paragraph(Intro(turn.Caller.Person, before, after, each.Person)) };
            if (each.Gained.Count > 0)
                blocks.Add(new PeopleList(before is null ? "Your first shifts" : "Yours now", Spans(each.Gained)));
            if (each.Lost.Count > 0)
                blocks.Add(new PeopleList("No longer yours", Spans(each.Lost)));
            var card = new Card(null, blocks);
            turn.Post(ConversationId.Of(each.Person), after is null ? card : card.With(WaysOut(after, each, before is null)), quotes: [rotation.Item]);
        }
    }

    /// <summary>What the person may do who was put on a shift.</summary>
    private static Button[] WaysOut(Rotation rotation, PlanDiff diff, bool isNew)
    {
        if (diff.Gained.Count == 0)
            return [new Button("My shifts", new ShowMyShifts())];
        var over = rotation.Plan.Overrides.FirstOrDefault(each => each.Person == diff.Person && !each.IsTake
            && each.Start < diff.Gained[0].End && diff.Gained[0].Start < each.End);
        Button out1 = over is not null ? new("I can’t", new ClearOverride(rotation.Name, Id: over.Id))
            : isNew ? new("Leave the rotation", new RemoveFromRotation(rotation.Name, diff.Person))
            : new("My shifts", new ShowMyShifts());
        return [new Button("Ask for cover", new AskCover(rotation.Name)), out1];
    }

    private static Rich Intro(PersonId by, Rotation? before, Rotation? after, PersonId person)
    {
        if (before is null)
            return $"{by} put you into the rotation {after!.Name}: {ShowSchedule.Rules(after)}.";
        if (after is null)
            return $"{by} deleted the rotation {before.Name}.";
        var name = after.Name;
        if (after.Plan.Covers.Except(before.Plan.Covers).LastOrDefault(each => each.Asker == person) is { } cover)
        {
            return cover.TakenBy is { } taker
                ? (Rich)$"{taker} covers for you in {name}."
                : $"{by} gave your cover in {name} back, and it is asked for again.";
        }

        var added = after.Plan.Overrides.ExceptBy(before.Plan.Overrides.Select(each => each.Id), each => each.Id).FirstOrDefault();
        return added switch
        {
            { IsTake: true } => $"{by} took {name} over from now until {added.End}.",
            not null when added.Person == person => $"{by} put you on call for {name}.",
            not null => $"{by} put {added.Person} on call for {name} from {added.Start} until {added.End}.",
            _ when after.Plan.Pauses.Count > before.Plan.Pauses.Count => $"{by} paused {name}.",
            _ => $"{by} changed who is on call for {name}.",
        };
    }

    private static List<Rich> Spans(IReadOnlyList<Interval> spans)
    {
        var shown = spans.Take(MostSpans).Select(span => (Rich)$"from {span.Start} until {span.End}").ToList();
        if (spans.Count > MostSpans)
            shown.Add($"and {spans.Count - MostSpans} more");
        return shown;
    }

    private static async Task TellOfLeaver(Turn turn, Rotation? before, Rotation? after, IReadOnlyList<PlanDiff> diff)
    {
        if (before is null || after is null)
            return;
        var left = after.Plan.Departures.Except(before.Plan.Departures).Select(each => each.Person).ToList();
        var lost = diff.Where(each => left.Contains(each.Person)).ToList();
        if (lost.Count == 0)
            return;
        var gaps = lost.SelectMany(each => each.Lost).OrderBy(span => span.Start).ToList();
        var card = new Card(null,
        [
            new Paragraph($"⚠️ {OnCallText.Names(left)} left, so nobody has their shifts of {after.Name}:"),
            new PeopleList("Nobody is on call", Spans(gaps)),
            new Paragraph($"To have the others take them: {new Typed($"oncall remove {after.Name} @{left[0]}")}"),
        ]).With(left.Where(after.People.Contains).Take(1).Select(person => new Button("Take them out", new RemoveFromRotation(after.Name, person))).ToArray());
        if (await turn.Find(after.Owner) is { IsGone: false })
            turn.Post(ConversationId.Of(after.Owner), card);
        if (await RotationBook.CanPost(turn, after))
            turn.Post(ConversationId.Of(after.Channel!.Value), card, zone: DateTimeZoneProviders.Tzdb[after.Zone]);
    }
}
