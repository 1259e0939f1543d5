using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Ends an address that somebody has who should not, or that was lost.</summary>
[Command("oncall renew", "Get a new calendar link; the old one stops working", Example = "oncall renew")]
public sealed record RenewCalendar([Arg("The rotation; your own shifts in all of them without one", Name = "rotation")] string? Rotation = null) : ICommand
{
    public sealed class Handler(ICalendarHost host) : ICommandHandler<RenewCalendar>
    {
        public Task<Reply> Handle(RenewCalendar command, Turn turn) => FeedBook.Of(turn, command.Rotation, async rotation =>
            Reply.Say($"The old link shows nothing any more. {await FeedBook.Renew(turn, host, rotation)}"));
    }
}
