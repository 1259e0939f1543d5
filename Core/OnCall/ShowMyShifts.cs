using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>When somebody is on call next, in all rotations, and the link by which their calendar knows it.</summary>
[Command("oncall mine", "See when I am on call next, and my calendar link", Example = "oncall mine")]
public sealed record ShowMyShifts : ICommand
{
    private const int MostShown = 10;

    public sealed class Handler(ICalendarHost host) : ICommandHandler<ShowMyShifts>
    {
        public async Task<Reply> Handle(ShowMyShifts command, Turn turn)
        {
            var shifts = await MyShifts.Of(turn, turn.Caller.Person);
            var (calendar, renew) = await FeedBook.Link(turn, host, rotation: null);
            if (shifts.Count == 0)
                return Reply.Say($"You are not on call in the next {MyShifts.Days} days. Who is: {new Typed("oncall")}. {calendar}", renew);
            var zone = turn.Caller.Zone;
            var blocks = shifts.Take(MostShown).Select(mine => new Section(
                MyShifts.Line(mine, turn.Now, zone),
                new Button("Ask for cover", MyShifts.CoverOf(mine)))).ToList<Block>();
            if (shifts.Count > MostShown)
                blocks.Add(new Note($"And {shifts.Count - MostShown} more in the next {MyShifts.Days} days."));
            return Reply.Say(new Card($"My shifts, on the clock of {zone.Id}", [.. blocks, new Note(calendar)]).With(renew));
        }
    }
}
