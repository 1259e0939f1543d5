using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>The schedule as everybody in a channel can see it at one glance.</summary>
[Command("oncall picture", "Post the schedule as a picture", Example = "oncall picture support 14")]
public sealed record PostSchedule(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("How many days", Name = "days")] int? Days = null) : ICommand
{
    public sealed class Handler : ICommandHandler<PostSchedule>
    {
        public async Task<Reply> Handle(PostSchedule command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { Value: var rotation })
                return await RotationBook.NotFound(turn, command.Rotation);
            var here = turn.Caller.Conversation;
            ScheduleChart.Post(turn, here, turn.Caller.Thread, rotation, command.Days, here.Channel is null
                ? CardOf(rotation)
                : Card.Of($"{turn.Caller.Person} shows who is on call for {rotation.Name}"));
            return Reply.Nothing;
        }
    }

    /// <summary>What stands beside a picture that is for one person.</summary>
    internal static Card CardOf(Rotation rotation) => Card.Of($"Who is on call for {rotation.Name}");
}
