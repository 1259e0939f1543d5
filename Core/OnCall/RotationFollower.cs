using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
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
        var told = turn.Caller.Person == PersonId.Bot ? await LeaverNews.Tell(turn, before, after, diff) : await TellPeople(turn, before, after, diff);
        if (after is not null)
            await KnowsBy(turn, after, [.. diff.Select(each => told.Contains(each.Person) ? each : each with { Gained = [] })]);
        else
            await TellChannel(turn, before!);
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
            else if (now is not null && !turn.HasPosted(ask.Post)
                && (now != was || CoverText.IsMoot(before!, was, turn.Now) != CoverText.IsMoot(after!, now, turn.Now)))
                turn.Update(ask.Post, ask.In, CoverText.Ask(after!, now, turn.Now));
        }
    }

    /// <summary>Nobody should wait for somebody whom the channel knows to be on call, and who is no more.</summary>
    private static async Task TellChannel(Turn turn, Rotation deleted)
    {
        var (stored, told) = await Told.Find(turn, deleted);
        if (told.Channel is { Count: > 0 } && await RotationBook.CanPost(turn, deleted))
        {
            Told.Keep(turn, stored, told with { Channel = [] });
            turn.Post(
                ConversationId.Of(deleted.Channel!.Value),
                Card.Of($"{turn.Caller.Person} deleted the rotation {deleted.Name}: nobody is on call for it any more."),
                zone: DateTimeZoneProviders.Tzdb[deleted.Zone]);
        }
    }

    /// <returns>Whoever knows what they gained.</returns>
    private static async Task<IReadOnlyCollection<PersonId>> TellPeople(Turn turn, Rotation? before, Rotation? after, IReadOnlyList<PlanDiff> diff)
    {
        var rotation = (after ?? before)!;
        foreach (var each in diff.Concat(OnlyIn(before, after).Union(OnlyIn(after, before)).Except(diff.Select(each => each.Person)).Select(NoHours)))
        {
            if (each.Person == turn.Caller.Person || await turn.Find(each.Person) is not { IsGone: false })
                continue;
            var blocks = new List<Block> { new Paragraph(Intro(turn, before, after, each.Person)) };
            if (each.Gained.Count > 0)
                blocks.Add(new PeopleList(before is null ? "Your first shifts" : "Yours now", Spans(each.Gained, turn.Now)));
            else if (each.Lost.Count == 0 && after is not null && Watch.NextOf(after.Schedule(), each.Person, turn.Now, Schedule.Reach) is { } first)
                blocks.Add(new PeopleList("Your first shift", [OnCallText.Span(new Interval(first.Start, first.End), turn.Now)]));
            if (each.Lost.Count > 0)
                blocks.Add(new PeopleList("No longer yours", Spans(each.Lost, turn.Now)));
            var card = new Card(null, blocks);
            turn.Post(ConversationId.Of(each.Person), after is null ? card : card.With(WaysOut(after, each, before is null)), quotes: [rotation.Item]);
        }

        return [.. diff.Select(each => each.Person)];

        static PlanDiff NoHours(PersonId person) => new(person, [], []);
    }

    /// <summary>Those who take turns in the one and not in the other.</summary>
    private static IEnumerable<PersonId> OnlyIn(Rotation? one, Rotation? other) => (one?.People ?? []).Except(other?.People ?? []);

    /// <summary>What the person may do who was put on a shift.</summary>
    private static Button[] WaysOut(Rotation rotation, PlanDiff diff, bool isNew)
    {
        if (diff.Gained.Count == 0)
            return [new Button("My shifts", new ShowMyShifts())];
        var over = rotation.Plan.Overrides.FirstOrDefault(each => each.Person == diff.Person && !each.IsTake
            && each.Start < diff.Gained[0].End && diff.Gained[0].Start < each.End);
        Button out1 = over is not null ? new("I can’t", new ClearOverride(rotation.Name, Id: over.Id))
            : isNew ? new("Leave the rotation", new RemoveFromRotation(rotation.Name, $"@{diff.Person}"))
            : new("My shifts", new ShowMyShifts());
        return [new Button("Ask for cover", AskCover.Of(rotation, diff.Gained[0].Start, diff.Gained[0].End)), out1];
    }

    private static Rich Intro(Turn turn, Rotation? before, Rotation? after, PersonId person)
    {
        var by = turn.Caller.Person;
        if (before is null)
        {
            return after!.CreatedAt < turn.Now
                ? $"{by} brought the rotation {after.Name} back: {ShowSchedule.Rules(after)}."
                : (Rich)$"{by} put you into the rotation {after.Name}: {ShowSchedule.Rules(after)}.";
        }

        if (after is null)
            return $"{by} deleted the rotation {before.Name}.";
        var name = after.Name;
        var added = after.Plan.Overrides.ExceptBy(before.Plan.Overrides.Select(each => each.Id), each => each.Id).FirstOrDefault();
        if (added is null && after.Plan.Covers.Except(before.Plan.Covers).LastOrDefault(each => each.Asker == person && each.End > turn.Now) is { } cover)
        {
            return cover.TakenBy is { } taker
                ? (Rich)$"{taker} covers for you in {name}."
                : $"{by} gave your cover in {name} back, and it is asked for again.";
        }

        return added switch
        {
            { IsTake: true } => $"{by} took {name} over from now until {added.End}.",
            not null when added.Person == person => $"{by} put you on call for {name}.",
            not null => $"{by} put {added.Person} on call for {name} from {added.Start} until {added.End}.",
            _ when after.Plan.Pauses.Count > before.Plan.Pauses.Count => $"{by} paused {name}.",
            _ when OnlyIn(after, before).Contains(person) => $"{by} added you to the rotation {name}: {ShowSchedule.Rules(after)}.",
            _ when OnlyIn(before, after).Contains(person) => $"{by} took you out of the rotation {name}.",
            _ => $"{by} changed who is on call for {name}.",
        };
    }

    internal static IReadOnlyList<Rich> Spans(IReadOnlyList<Interval> spans, Instant now)
    {
        var shown = spans.Take(MostSpans).Select(span => OnCallText.Span(span, now)).ToList();
        if (spans.Count > MostSpans)
            shown.Add($"and {spans.Count - MostSpans} more");
        return shown;
    }
}
