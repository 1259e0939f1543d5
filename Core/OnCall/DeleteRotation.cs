using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Ends a rotation for good, at once.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall delete", "Delete a rotation", Example = "oncall delete support")]
public sealed record DeleteRotation([Arg("The rotation", Name = "rotation")] string Rotation, [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<DeleteRotation>
    {
        public async Task<Reply> Handle(DeleteRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "delete");
            if (command.Seen == Preview.SeenOf(stored))
            {
                turn.Delete(OnCall.Rotation.Type, stored);
                return Reply.Say($"{rotation.Name} is deleted. I told those who took turns.");
            }

            var now = rotation.Schedule().At(turn.Now).Select(seat => seat.Person).ToList();
            Rich who = now.Count > 0 ? (Rich)$"{OnCallText.Names(now)} would be relieved now, and nobody" : $"Nobody";
            var after = turn.Now + PlanDiff.AheadOf(rotation);
            var lost = rotation.Schedule().Shifts(turn.Now, after).GroupBy(shift => shift.Person)
                .Select(each => (each.Key, Sum: PlanDiff.Sum(each.Select(shift => new Interval(shift.Start, shift.End)), after)))
                .Select(each => (Rich)$"{each.Key} loses {OnCallText.Hours(each.Sum)}").ToList();
            return Reply.Say(new Card(null,
            [
                new Paragraph($"{who} would be on call for {rotation.Name} any more. To end it only for a while: {new Typed($"oncall pause {rotation.Name}")}"),
                .. lost.Count > 0 ? (Block[])[new PeopleList($"In the next {(int)(PlanDiff.AheadOf(rotation).TotalDays / 7)} weeks", lost)] : [],
                new Note($"Nothing is changed yet."),
            ]).With(new Button("Delete it", command with { Seen = Preview.SeenOf(stored) }, ButtonStyle.Danger)));
        }
    }
}
