using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Shifts in the calendar that somebody looks at anyway, up to date by itself.</summary>
[Command("oncall calendar", "Get a private link to shifts for your calendar app", Example = "oncall calendar")]
public sealed record ShowCalendar([Arg("The rotation; your own shifts in all of them without one", Name = "rotation")] string? Rotation = null) : ICommand
{
    public sealed class Handler(ICalendarHost host) : ICommandHandler<ShowCalendar>
    {
        public Task<Reply> Handle(ShowCalendar command, Turn turn) => FeedBook.Of(turn, command.Rotation, async rotation =>
        {
            var (line, renew) = await FeedBook.Link(turn, host, rotation);
            return Reply.Say(line, renew);
        });
    }
}
