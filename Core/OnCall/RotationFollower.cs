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
            LookOnCall.Schedule(turn, rotation.Key, turn.Now + Told.Kept);
        else
            LookOnCall.Schedule(turn, after.Key, turn.Now);
        ShowCovers(turn, before, after);
        var diff = PlanDiff.Of(before, after, turn.Now);
        if (turn.Caller.Person == PersonId.Bot)
            await TellOfLeaver(turn, before, after, diff);
        else
            await TellPeople(turn, before, after, diff);
        if (after is not null)
            await KnowsBy(turn, after, turn.Caller.Person == PersonId.Bot ? [.. diff.Select(each => each with { Gained = [] })] : diff);
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

    /// <summary>Who did it or was just told what they gained need not be told again that they are on call now, or ahead of a shift that is as near.</summary>
    private static async Task KnowsBy(Turn turn, Rotation rotation, IReadOnlyList<PlanDiff> diff)
    {
        var (before, told) = await Told.Find(turn, rotation);
        var known = told.Only(rotation.Everybody);
        var people = known.People.ToList();
        var ahead = known.HeadsUps.ToList();
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

        if (known != told || people.Count != told.People.Count || people.Except(told.People).Any() || ahead.Count != told.HeadsUps.Count)
            Told.Keep(turn, before, known with { People = people, HeadsUps = ahead });
    }

    private static void ShowCovers(Turn turn, Rotation? before, Rotation? after)
    {
        foreach (var ask in (before?.Asks ?? []).Union(after?.Asks ?? []))
        {
            var was = before?.Plan.Covers.FirstOrDefault(each => each.Id == ask.Cover);
            var now = after?.Plan.Covers.FirstOrDefault(each => each.Id == ask.Cover);
            if (now is null && was is not null && was.End > turn.Now)
                turn.Update(ask.Post, ask.In, CoverText.Dropped(before!, turn.Caller.Person == PersonId.Bot ? was with { Asker = PersonId.Former } : was));
            else if (now is not null && now != was && !turn.HasPosted(ask.Post))
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
            var gained = Whole(each.Gained, PlanDiff.LooksUntil(before, after, turn.Now));
            if (gained.Count > 0)
                blocks.Add(new PeopleList(before is null ? "Your first shifts" : "Yours now", Spans(gained)));
            if (each.Lost.Count > 0)
                blocks.Add(new PeopleList("No longer yours", Spans(each.Lost)));
            var card = new Card(null, blocks);
            turn.Post(ConversationId.Of(each.Person), after is null ? card : card.With(WaysOut(after, each, before is null)), quotes: [rotation.Item]);
        }
    }

    /// <summary>Without the last one where it goes on behind what was looked at, and so ends later than it seems.</summary>
    private static IReadOnlyList<Interval> Whole(IReadOnlyList<Interval> spans, Instant looked) =>
        spans.Count > 1 && spans[^1].End >= looked ? [.. spans.SkipLast(1)] : spans;

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
        await TellOfWhatComesBack(turn, after, left, diff);
        var lost = diff.Where(each => left.Contains(each.Person)).SelectMany(each => each.Lost);
        var gaps = PlanDiff.Without([.. lost.OrderBy(span => span.Start)], [.. diff.SelectMany(each => each.Gained).OrderBy(span => span.Start)]);
        if (gaps.Count == 0)
            return;
        var card = new Card(null,
        [
            new Paragraph($"⚠️ {OnCallText.Names(left)} left, so nobody has their shifts of {after.Name}:"),
            new PeopleList("Nobody is on call", Spans(gaps)),
        ]).With(left.Where(after.People.Contains).Take(1).Select(person => new Button("Take them out", new RemoveFromRotation(after.Name, person))).ToArray());
        if (await turn.Find(after.Owner) is { IsGone: false })
            turn.Post(ConversationId.Of(after.Owner), card);
        if (await RotationBook.CanPost(turn, after))
            turn.Post(ConversationId.Of(after.Channel!.Value), card, zone: DateTimeZoneProviders.Tzdb[after.Zone]);
    }

    /// <summary>What somebody had agreed to who left, whoever has it again should not learn when it begins.</summary>
    private static async Task TellOfWhatComesBack(Turn turn, Rotation rotation, List<PersonId> left, IReadOnlyList<PlanDiff> diff)
    {
        foreach (var each in diff.Where(each => each.Gained.Count > 0 && !left.Contains(each.Person)))
        {
            if (left.Count == 0 || await turn.Find(each.Person) is not { IsGone: false })
                continue;
            turn.Post(
                ConversationId.Of(each.Person),
                new Card(null,
                [
                    new Paragraph(left.Contains(PersonId.Former)
                        ? (Rich)$"{PersonId.Former} takes no more turns in {rotation.Name}."
                        : $"{OnCallText.Names(left)} left, so what they had agreed to in {rotation.Name} is yours again."),
                    new PeopleList("Yours now", Spans(each.Gained)),
                ]).With(new Button("Ask for cover", new AskCover(rotation.Name)), new Button("My shifts", new ShowMyShifts())),
                quotes: [rotation.Item]);
        }
    }
}
