using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Takes a day off away again.</summary>
[Command("online holiday remove", "Remove a day off", Hidden = true, Role = Role.Admin)]
public sealed record RemoveHoliday([Arg("Which")] string Id) : ICommand
{
    public sealed class Handler : ICommandHandler<RemoveHoliday>
    {
        public async Task<Reply> Handle(RemoveHoliday command, Turn turn)
        {
            if (await turn.Find(DayOff.Type, command.Id) is not { } day || await HolidayText.PeopleOf(turn, day.Value) is not { } people)
                return Reply.Refuse($"That day off is gone already. See what is left: {new Typed("online holiday list")}");
            turn.Delete(DayOff.Type, day);
            return Reply.Say($"No longer a day off: {HolidayText.Line(day.Value, people)}.");
        }
    }
}
