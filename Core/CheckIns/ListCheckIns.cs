using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The check-ins of one's channels.</summary>
[Command("checkin list", "List the check-ins of my channels", Example = "checkin list", Question = true)]
public sealed record ListCheckIns([Arg("Behind", Hidden = true)] int? Behind = null) : ICommand
{
    private const int Page = 10;

    public sealed class Handler : ICommandHandler<ListCheckIns>
    {
        public async Task<Reply> Handle(ListCheckIns command, Turn turn)
        {
            var all = (await CheckInBook.Seen(turn)).Select(stored => stored.Value).ToList();
            if (all.Count == 0)
            {
                return Reply.Say(
                    $"There are no check-ins in your channels. Try: {new Typed(await Examples.OfNew(turn))}",
                    [.. Template.All.Select(template => new Button(template.Name, new NewCheckIn(template.Name)))]);
            }

            var first = command.Behind ?? 0;
            var lines = new List<Block>();
            foreach (var checkIn in all.Skip(first).Take(Page))
                lines.Add(Line(turn, checkIn, await Keepers.Name(turn, checkIn)));
            var card = new Card($"Check-ins, {all.Count}", lines);
            return Reply.Say(all.Count > first + Page ? card.With(new Button("More", new ListCheckIns(first + Page))) : card);
        }

        private static Section Line(Turn turn, CheckIn checkIn, Rich keeper)
        {
            var paused = checkIn.IsActive ? "" : ", paused";
            var mine = checkIn.Asks(turn.Caller.Person) ? ", you too" : "";
            var people = Counted.Of(checkIn.Members.Count, "person", "people");
            return new Section(
                $"{checkIn.Name} in {checkIn.Home} — {Preview.HowOften(checkIn)}, {people}{mine}, kept by {keeper}{paused}",
                new Button("Status", new ShowStatus(CheckIn.IdOf(checkIn.Number))));
        }
    }
}
