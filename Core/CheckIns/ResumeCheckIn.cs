using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks again, from the next window on.</summary>
[Command("checkin resume", "Resume a paused check-in", Example = "checkin resume Daily")]
public sealed record ResumeCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ResumeCheckIn>
    {
        public Task<Reply> Handle(ResumeCheckIn command, Turn turn) =>
            ChangeOf.CheckIn(turn, command.Name, "resume", name => command with { Name = name }, async checkIn =>
            {
                if (checkIn.IsActive)
                    return (null, Reply.Refuse($"{checkIn.Name} is not paused. To see what comes: {new Typed($"checkin preview {checkIn.Name}")}"));
                if (await Channels.Trouble(turn, checkIn) is { } reason)
                    return (null, Reply.Refuse(reason));
                var after = checkIn with { State = CheckInState.Active, Since = turn.Now, PausedAt = null };
                Rich next = await Preview.NextOf(turn, after) is { } at ? (Rich)$" The next is asked {at}." : Rich.Empty;
                return (after, Reply.Say($"Resumed: {checkIn.Name}.{next}"));
            });
    }
}
