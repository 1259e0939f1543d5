using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Tells who has to act, or to come, because somebody left.</summary>
internal static class LeaverNews
{
    /// <returns>Whoever knows what they gained.</returns>
    public static async Task<IReadOnlyCollection<PersonId>> Tell(Turn turn, Rotation? before, Rotation? after, IReadOnlyList<PlanDiff> diff)
    {
        if (before is null || after is null)
            return [];

        // Those who are forgotten are named no more, by their shifts neither.
        var forgotten = before.Everybody.Except(after.Everybody).ToList();
        var gone = after.Plan.Departures.Except(before.Plan.Departures).Select(each => each.Person).Where(person => person != PersonId.Former);
        List<PersonId> left = [.. gone, .. forgotten];
        if (left.Count == 0)
            return [];
        IReadOnlyList<PersonId> named = [.. left.Select(person => forgotten.Contains(person) ? PersonId.Former : person)];
        var told = await TellOfWhatComesBack(turn, after, left, named, diff);
        var lost = diff.Where(each => left.Contains(each.Person)).SelectMany(each => each.Lost).OrderBy(span => span.Start).ToList();
        var gaps = PlanDiff.Without(lost, [.. diff.SelectMany(each => each.Gained).OrderBy(span => span.Start)]);
        if (gaps.Count > 0)
            await TellOfGaps(turn, after, left, named, gaps);
        return told;
    }

    private static async Task TellOfGaps(
        Turn turn, Rotation rotation, List<PersonId> left, IReadOnlyList<PersonId> named, IReadOnlyList<Interval> gaps)
    {
        var card = new Card(null,
        [
            new Paragraph($"⚠️ {OnCallText.Names(named)} left, so nobody has their shifts of {rotation.Name}:"),
            new PeopleList("Nobody is on call", RotationFollower.Spans(gaps, turn.Now)),
        ]);
        if (left.Where(rotation.People.Contains).ToList() is [var first, ..])
            card = card.With(new Button("Take them out", new RemoveFromRotation(rotation.Name, $"@{first}")));
        if (await turn.Find(rotation.Owner) is { IsGone: false })
            turn.Post(ConversationId.Of(rotation.Owner), card);
        if (await RotationBook.CanPost(turn, rotation))
            turn.Post(ConversationId.Of(rotation.Channel!.Value), card, zone: DateTimeZoneProviders.Tzdb[rotation.Zone]);
    }

    /// <summary>Whoever has again what somebody had agreed to should not learn it when it begins.</summary>
    private static async Task<IReadOnlyCollection<PersonId>> TellOfWhatComesBack(
        Turn turn, Rotation rotation, List<PersonId> left, IReadOnlyList<PersonId> named, IReadOnlyList<PlanDiff> diff)
    {
        var told = new List<PersonId>();
        foreach (var each in diff.Where(each => each.Gained.Count > 0 && !left.Contains(each.Person)))
        {
            if (await turn.Find(each.Person) is not { IsGone: false })
                continue;
            told.Add(each.Person);
            Rich what = named.Contains(PersonId.Former)
                ? (Rich)$"{PersonId.Former} takes no more turns in {rotation.Name}."
                : $"{OnCallText.Names(named)} left, so what they had agreed to in {rotation.Name} is yours again.";
            turn.Post(
                ConversationId.Of(each.Person),
                new Card(null, [new Paragraph(what), new PeopleList("Yours now", RotationFollower.Spans(each.Gained, turn.Now))]).With(
                    new Button("Ask for cover", AskCover.Of(rotation, each.Gained[0].Start, each.Gained[0].End)), new Button("My shifts", new ShowMyShifts())),
                quotes: [rotation.Item]);
        }

        return told;
    }
}
