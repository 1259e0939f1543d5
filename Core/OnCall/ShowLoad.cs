using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>How much each person has, and how much of it in their own nights and weekends, so that a rotation can be made fair.</summary>
[Command("oncall load", "See hours, nights and weekends per person", Example = "oncall load support 90", Question = true)]
public sealed record ShowLoad(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("How many days", Name = "days")] int? Days = null) : ICommand
{
    private const int Usual = 90;

    public sealed class Handler : ICommandHandler<ShowLoad>
    {
        public async Task<Reply> Handle(ShowLoad command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { Value: var rotation })
                return await RotationBook.NotFound(turn, command.Rotation);
            if (ScheduleDays.Refuse(command.Days, "load", rotation) is { } tooMany)
                return tooMany;
            var days = command.Days ?? Usual;
            var shifts = rotation.Schedule().Shifts(turn.Now, turn.Now + Duration.FromDays(days));
            if (shifts.Count == 0)
                return Reply.Say($"Nobody is on call for {rotation.Name} in the next {Counted.Of(days, "day", "days")}.");
            var lines = new List<Rich>();
            foreach (var person in shifts.GroupBy(shift => shift.Person).OrderByDescending(each => each.Sum(shift => (shift.End - shift.Start).TotalHours)))
            {
                var colleague = await Colleagues.Find(turn, person.Key);
                var load = Load.Of(person.Select(shift => new Interval(shift.Start, shift.End)), colleague.Clock);
                var (all, nights, weekends) = (OnCallText.Hours(load.All), OnCallText.Hours(load.Nights), OnCallText.Hours(load.Weekends));
                lines.Add(await IsTold(turn, colleague)
                    ? (Rich)$"{person.Key}: {all}, {nights} at night, {weekends} on weekends"
                    : $"{person.Key}: {all}; of nights and weekends ask them");
            }

            return Reply.Say(new Card(null,
            [
                new PeopleList($"Load of {rotation.Name} in the next {Counted.Of(days, "day", "days")}", lines),
                new Note($"Nights are 22:00–06:00 and weekends Saturday and Sunday, both on each person’s own clock."),
            ]));
        }

        private static async Task<bool> IsTold(Turn turn, Colleague person) =>
            person.IsZoneKnown && person.IsToldTo(turn.Caller.Person) && await Whom.IsKnown(turn, person.Id);
    }
}
