using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Home;

/// <summary>Somebody looks at their page: it is shown as things are now, and from then on kept so.</summary>
[Command("home", "Open my page", Hidden = true)]
public sealed record OpenHome : ICommand
{
    public sealed class Handler : ICommandHandler<OpenHome>
    {
        public async Task<Reply> Handle(OpenHome command, Turn turn)
        {
            var person = turn.Caller.Person;
            if (await turn.Find(HomePage.Type, person.Value) is null)
                turn.Batch.Put(HomePage.Type, new HomePage(person), Batch.New);
            HomePage.Refresh(turn, person);
            return Reply.Nothing;
        }
    }
}
