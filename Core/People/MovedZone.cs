using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>The platform says that somebody is in another zone now, as after a flight. Whoever scheduled something is asked once what becomes of it.</summary>
[Command("online zone moved", "Ask about what I scheduled in my old zone", Hidden = true)]
public sealed record MovedZone([Arg("The old zone")] string From, [Arg("The new zone")] string To) : ICommand
{
    public sealed class Handler(IEnumerable<IZoneBound> features) : ICommandHandler<MovedZone>
    {
        public async Task<Reply> Handle(MovedZone command, Turn turn)
        {
            var me = turn.Caller.Person;
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(command.To) is null || (await Profile.Of(turn, me)).Zone is not null)
                return Reply.Nothing;
            await Replan.Of(turn, me);
            if (await ZoneQuestion.About(turn, features, command.From, command.To) is { } question)
            {
                var moved = new Paragraph($"Your platform says that you are on {command.To} time now.");
                turn.Post(ConversationId.Of(me), question with { Blocks = [moved, .. question.Blocks] });
            }
            return Reply.Nothing;
        }
    }
}
