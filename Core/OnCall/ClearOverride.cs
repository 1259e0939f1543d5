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
            var after = rotation with { Plan = rotation.Plan with { Overrides = [.. left] } };
            RotationBook.Change(turn, stored, after);
            await TellWhoMadeIt(turn, rotation, after, found);
            Rich ended = isBegun ? (Rich)$"ended now" : $"is taken back";
            var then = after.Schedule().At(Instant.Max(found.Start, turn.Now)).Select(seat => seat.Person).ToList();
            Rich who = then.Count == 0 ? (Rich)$"nobody has it then" : $"{OnCallText.Names(then)} {(then.Count == 1 ? "has" : "have")} it then";
            return Reply.Say($"The override with {found.Person} for {rotation.Name}, from {found.Start} until {found.End}, {ended}: {who}.");
        }

        /// <summary>Whoever counted on it; those whose shifts it moves hear of it anyway.</summary>
        private static async Task TellWhoMadeIt(Turn turn, Rotation before, Rotation after, Override gone)
        {
            if (gone.By is not { } by || by == turn.Caller.Person || await turn.Find(by) is not { IsGone: false }
                || PlanDiff.Of(before, after, turn.Now).Any(each => each.Person == by))
                return;
            turn.Post(
                ConversationId.Of(by),
                Card.Of($"{turn.Caller.Person} took your override with {gone.Person} for {before.Name} back, from {gone.Start} until {gone.End}."),
                quotes: [before.Item]);
        }

        private static bool IsOn(Override each, LocalDate date, DateTimeZone zone) =>
            each.Start.InZone(zone).Date <= date && date <= (each.End - Duration.Epsilon).InZone(zone).Date;
    }
}
