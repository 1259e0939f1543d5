using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>The platform says that somebody left the workspace.</summary>
[Command("online left", "Pass on what somebody had who left", Hidden = true)]
public sealed record PersonLeft([Arg("Who left")] PersonId Person) : ICommand
{
    public sealed class Handler(IEnumerable<ILeaving> features) : ICommandHandler<PersonLeft>
    {
        public async Task<Reply> Handle(PersonLeft command, Turn turn)
        {
            if (await turn.Find(command.Person) is not { IsGone: true })
                return Reply.Nothing;
            foreach (var feature in features)
                await feature.Left(turn, command.Person);
            await Replan.Of(turn, command.Person);
            return Reply.Nothing;
        }
    }
}
