using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Takes an override back, so that the turns count again. Whoever it put on call may do that, too.</summary>
/// <param name="Id">Which one, from a button.</param>
[Command("oncall clear", "Take an override back", Example = "oncall clear support friday 12:00")]
public sealed record ClearOverride(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The time", Name = "when", Rest = true, Max = 500)] string? When = null,
    [Arg("Which", Hidden = true)] int? Id = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ClearOverride>
    {
        public async Task<Reply> Handle(ClearOverride command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            var coming = rotation.Plan.Overrides.Where(each => each.End > turn.Now).OrderBy(each => each.Start).ToList();
            if (coming.Count == 0)
                return Reply.Refuse($"{rotation.Name} has no override. Try: {OnCallText.See(rotation)}");
            var example = new Typed($"oncall clear {rotation.Name} {OnCallText.Iso(Instant.Max(coming[0].Start, turn.Now), turn.Caller.Zone)}");
            var at = turn.Now;
            if (command.When is { } said && !Moments.TryReadAt(turn, said, out at, out var wrong))
                return Reply.Refuse($"{wrong.Problem} Try: {example}");

            // A day without a time means whatever is on that day.
            var found = command.Id is { } id ? coming.Find(each => each.Id == id)
                : coming.Where(each => each.Start <= at && at < each.End).OrderByDescending(each => each.Rank).FirstOrDefault()
                ?? coming.Find(each => command.When is { } day && Moments.ReadDay(turn, day) is { } date && IsOn(each, date, turn.Caller.Zone));
            if (found is null)
                return Reply.Refuse($"{rotation.Name} has no override then; the next is {coming[0].Person}’s, from {coming[0].Start}. Try: {example}");
            if (!RotationBook.MayChange(turn, rotation) && found.Person != turn.Caller.Person)
                return RotationBook.NotYours(rotation, "clear");
            var isBegun = found.Start < turn.Now;
            IEnumerable<Override> left = rotation.Plan.Overrides.Where(each => each.Id != found.Id);
            if (isBegun)
                left = left.Append(found with { End = turn.Now });
            RotationBook.Change(turn, stored, rotation with { Plan = rotation.Plan with { Overrides = [.. left] } });
            Rich ended = isBegun ? (Rich)$"ended now" : $"is taken back";
            return Reply.Say($"The override with {found.Person} for {rotation.Name}, from {found.Start} until {found.End}, {ended}: the turns count again.");
        }

        private static bool IsOn(Override each, LocalDate date, DateTimeZone zone) =>
            each.Start.InZone(zone).Date <= date && date <= (each.End - Duration.Epsilon).InZone(zone).Date;
    }
}
