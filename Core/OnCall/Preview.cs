using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Shows what a change would do before it does it: who gains and who loses which hours, and the next shifts.</summary>
internal static class Preview
{
    private const int MostSpans = 3;
    private const int MostShifts = 6;

    /// <summary>Applies a change that was seen as it is now; otherwise shows it, with a button that applies it.</summary>
    /// <param name="seen">What the caller saw, as the button has it; null where they saw nothing.</param>
    public static Reply Of(
        Turn turn, Stored<Rotation> before, Rotation after, string? seen, Rich intro, string label, Func<string, ICommand> confirm, Rich done)
    {
        var now = EffectOf(before, after, turn.Now);
        if (seen == now)
        {
            RotationBook.Change(turn, before, after);
            return Reply.Say(done);
        }

        var zone = turn.Caller.Zone;
        var diff = PlanDiff.Of(before.Value, after, turn.Now);
        var until = turn.Now + PlanDiff.AheadOf(after);
        var weeks = (int)(PlanDiff.AheadOf(after).TotalDays / 7);
        var blocks = new List<Block> { new Paragraph(seen is null ? intro : $"{before.Value.Name} has changed meanwhile, so look again. {intro}") };
        if (diff.Count == 0)
            blocks.Add(new Paragraph($"Nobody gains or loses an hour in the next {weeks} weeks."));
        else
            blocks.Add(new PeopleList($"In the next {weeks} weeks, on the clock of {zone.Id}", [.. diff.Select(each => Line(each, turn.Now, until, zone))]));
        blocks.AddRange(Shifts(after, turn.Now, zone));
        blocks.Add(new Note($"Nothing is changed yet."));
        return Reply.Say(new Card(null, blocks).With(new Button(label, confirm(now), ButtonStyle.Primary)));
    }

    /// <summary>
    /// Which state of a rotation a change was made for, and from when it would hold: with the next handoff that is another time. Another rotation of the
    /// same name is another one.
    /// </summary>
    private static string EffectOf(Stored<Rotation> before, Rotation after, Instant now)
    {
        var turns = after.Plan.Layers.Select(layer => layer.Rosters[^1].FromTurn);
        var pauses = after.Plan.Pauses.Where(pause => pause.End is null && pause.Start > now).Select(pause => pause.Start.ToUnixTimeSeconds());
        return $"{SeenOf(before)} {string.Join(' ', turns)} {string.Join(' ', pauses)}".Trim();
    }

    /// <summary>Which state of a rotation somebody saw, of all that it ever had.</summary>
    public static string SeenOf(Stored<Rotation> rotation) =>
        string.Create(CultureInfo.InvariantCulture, $"{rotation.Value.CreatedAt.ToUnixTimeTicks()} {rotation.Version}");

    /// <summary>The first shifts from an instant on.</summary>
    public static IEnumerable<Block> Shifts(Rotation rotation, Instant from, DateTimeZone zone)
    {
        var stretches = rotation.Schedule().Between(from, from + Duration.FromDays(4 * ShowSchedule.UsualDays(rotation)));
        yield return new PeopleList(
            $"The next shifts, on the clock of {zone.Id}",
            [.. ShowSchedule.Whole(rotation, stretches).Take(MostShifts).Select(each => ShowSchedule.Line(rotation, each, from, zone))]);
    }

    private static Rich Line(PlanDiff diff, Instant now, Instant until, DateTimeZone zone)
    {
        var parts = new List<Rich>();
        if (diff.Gained.Count > 0)
            parts.Add($"gains {Said(diff.Gained, now, until, zone)}");
        if (diff.Lost.Count > 0)
            parts.Add($"loses {Said(diff.Lost, now, until, zone)}");
        return $"{diff.Person} {Rich.Join(", and ", parts)}";
    }

    private static Rich Said(IReadOnlyList<Interval> spans, Instant now, Instant until, DateTimeZone zone)
    {
        var shown = spans.Take(MostSpans).Select(span => OnCallText.IsNever(span.End, now)
            ? (Rich)$"from {OnCallText.Short(span.Start, zone)} on" : $"{OnCallText.Span(span.Start, span.End, zone)}").ToList();
        if (spans.Count > MostSpans)
            shown.Add($"{spans.Count - MostSpans} more");
        return $"{OnCallText.Hours(PlanDiff.Sum(spans, until))} ({Rich.Join(", ", shown)})";
    }
}
