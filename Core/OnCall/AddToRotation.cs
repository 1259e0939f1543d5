using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Has somebody take turns too, behind the others, from the next handoff on.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall add", "Add somebody to a rotation, with a preview", Example = "oncall add support @emi")]
public sealed record AddToRotation(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The person", Name = "person")] PersonId Person,
    [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<AddToRotation>
    {
        public async Task<Reply> Handle(AddToRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "change");
            if (rotation.People.Contains(command.Person))
                return Reply.Refuse($"{command.Person} takes turns in {rotation.Name} already. Try: {OnCallText.See(rotation)}");
            if (rotation.People.Count >= OnCall.Rotation.MostPeople)
            {
                return Reply.Refuse($"{rotation.Name} has {OnCall.Rotation.MostPeople} people, which is as many as I keep. "
                    + $"Try: {new Typed($"oncall remove {rotation.Name} @ana")}");
            }

            var after = rotation with { Plan = RosterEdit.Add(rotation.Plan, command.Person, turn.Now) };
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"{command.Person} would take turns in {rotation.Name} from the next handoff on; the present shift stays.",
                "Add them",
                seen => command with { Seen = seen },
                $"{command.Person} takes turns in {rotation.Name} from the next handoff on. I told those whose shifts moved.");
        }
    }
}
