using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>One person's shifts to come, with their rotations, for lists and pages.</summary>
public static class MyShifts
{
    /// <summary>How far ahead is looked.</summary>
    public const int Days = 90;

    /// <summary>Those that are not over, by their start; the present one from its real start on.</summary>
    public static async Task<IReadOnlyList<(Rotation Rotation, Shift Shift)>> Of(Turn turn, PersonId person)
    {
        var all = new List<(Rotation, Shift)>();
        foreach (var rotation in await RotationBook.With(turn, person, ConversationId.Of(person)))
        {
            var (schedule, until) = (rotation.Value.Schedule(), turn.Now + Duration.FromDays(Days));
            all.AddRange(schedule.Shifts(turn.Now - Duration.FromDays(Days), until)
                .Where(shift => shift.Person == person && shift.End > turn.Now)
                .Select(shift => (rotation.Value, Watch.Whole(schedule, shift, until))));
        }

        return [.. all.OrderBy(mine => mine.Item2.Start)];
    }

    public static Rich Line((Rotation Rotation, Shift Shift) mine, Instant now, DateTimeZone zone)
    {
        var (rotation, shift) = mine;
        var why = shift.Whys.Any(each => each.Kind != ReasonKind.Layer) || rotation.Plan.Layers.Count > 1
            ? (Rich)$", {Rich.Join("; ", shift.Whys.Select(each => OnCallText.Why(rotation, each, isOwn: true)))}"
            : Rich.Empty;
        return shift.Start <= now
            ? (Rich)$"{rotation.Name}: now,{OnCallText.Until(shift.End, now)}{why}"
            : $"{rotation.Name}: {OnCallText.Span(shift.Start, shift.End, zone)} ({shift.Start:age}){why}";
    }

    public static AskCover CoverOf((Rotation Rotation, Shift Shift) mine) => AskCover.Of(mine.Rotation, mine.Shift.Start, mine.Shift.End);
}
