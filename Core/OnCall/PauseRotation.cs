using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Has nobody on call for a while, from the next handoff on; the turns go on being counted.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall pause", "Pause a rotation from the next handoff on", Example = "oncall pause support")]
public sealed record PauseRotation([Arg("The rotation", Name = "rotation")] string Rotation, [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<PauseRotation>
    {
        public async Task<Reply> Handle(PauseRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "pause");
            if (rotation.Plan.Pauses.Any(pause => pause.End is null))
                return Reply.Refuse($"{rotation.Name} is paused already. Try: {new Typed($"oncall resume {rotation.Name}")}");
            var watch = Watch.Of(rotation.Schedule(), turn.Now);
            var from = watch.Now.IsGap || OnCallText.IsNever(watch.TurnEnd, turn.Now) ? turn.Now : watch.TurnEnd;
            var after = rotation with { Plan = rotation.Plan with { Pauses = [.. rotation.Plan.Pauses, new Pause(from)] } };
            Rich when = from == turn.Now ? (Rich)$"now" : $"{from}, when the present shift ends";
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"{rotation.Name} would be paused from {when}.",
                "Pause it",
                seen => command with { Seen = seen },
                $"{rotation.Name} is paused from {when}. To go on: {new Typed($"oncall resume {rotation.Name}")}");
        }
    }
}
