using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Has somebody take no more turns from the next handoff on. Whoever was put into a rotation can leave it by themselves.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall remove", "Take somebody out of a rotation, with a preview", Example = "oncall remove support @ben")]
public sealed record RemoveFromRotation(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The person", Name = "person")] PersonId Person,
    [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<RemoveFromRotation>
    {
        public async Task<Reply> Handle(RemoveFromRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation) && command.Person != turn.Caller.Person)
                return RotationBook.NotYours(rotation, "change");
            if (!rotation.People.Contains(command.Person))
                return Reply.Refuse($"{command.Person} takes no turns in {rotation.Name}. Try: {OnCallText.See(rotation)}");
            if (rotation.People.Count == 1)
                return Reply.Refuse($"Nobody else takes turns in {rotation.Name}. Try: {new Typed($"oncall delete {rotation.Name}")}");
            var after = rotation with { Plan = RosterEdit.Remove(rotation.Plan, command.Person, turn.Now) };
            var isOn = rotation.Schedule().At(turn.Now).Any(seat => seat.Person == command.Person);
            Rich present = isOn ? (Rich)$"; the present shift stays theirs" : $"; the present shift stays";
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"{command.Person} would take no more turns in {rotation.Name} from the next handoff on{present}.",
                "Take them out",
                seen => command with { Seen = seen },
                $"{command.Person} takes no more turns in {rotation.Name} from the next handoff on{present}. I told those whose shifts moved.");
        }
    }
}
