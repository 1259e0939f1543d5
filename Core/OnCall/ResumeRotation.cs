using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Ends a pause at once.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall resume", "Go on with a paused rotation", Example = "oncall resume support")]
public sealed record ResumeRotation([Arg("The rotation", Name = "rotation")] string Rotation, [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ResumeRotation>
    {
        public async Task<Reply> Handle(ResumeRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "resume");
            if (rotation.Plan.Pauses.All(pause => pause.End is not null))
                return Reply.Refuse($"{rotation.Name} is not paused. Try: {new Typed($"oncall {rotation.Name}")}");
            var pauses = rotation.Plan.Pauses.Where(pause => pause.End is not null || pause.Start < turn.Now)
                .Select(pause => pause.End is null ? pause with { End = turn.Now } : pause);
            var after = rotation with { Plan = rotation.Plan with { Pauses = [.. pauses] } };
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"{rotation.Name} would go on now.",
                "Resume it",
                seen => command with { Seen = seen },
                $"{rotation.Name} goes on. Who is on call: {new Typed($"oncall {rotation.Name}")}");
        }
    }
}
