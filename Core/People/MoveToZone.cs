using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>What somebody scheduled moves with them: nine o'clock stays nine o'clock, in their new zone.</summary>
[Command("online zone move", "Move what I scheduled to another zone", Hidden = true)]
public sealed record MoveToZone([Arg("Whose")] PersonId Of, [Arg("The old zone")] string From, [Arg("The new zone")] string To) : ICommand
{
    public sealed class Handler(IEnumerable<IZoneBound> features) : ICommandHandler<MoveToZone>
    {
        public async Task<Reply> Handle(MoveToZone command, Turn turn)
        {
            if (command.Of != turn.Caller.Person)
                return ZoneQuestion.NotYours(command.Of);
            var count = (await ZoneQuestion.All(turn, features, command.From)).Count;
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(command.To) is null || count == 0)
                return ZoneQuestion.NothingLeft(command.From);
            if (turn.Caller.Zone.Id is var here && here != command.To)
            {
                return Reply.Refuse(
                    $"You are on {here} time now, no longer on {command.To}. Shall it move there?",
                    new Button($"Move to {here}", command with { To = here }));
            }
            foreach (var feature in features)
                await feature.Move(turn, command.Of, command.From, command.To);
            return count == 1
                ? Reply.Say($"Moved: what you scheduled comes at the same time of day in {command.To} now.")
                : Reply.Say($"Moved: the {count} things that you scheduled come at the same time of day in {command.To} now.");
        }
    }
}
