using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Needs nobody any more.</summary>
[Command("oncall call off", "Call a page off", Hidden = true)]
public sealed record CallOffPage([Arg("Which")] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<CallOffPage>
    {
        public async Task<Reply> Handle(CallOffPage command, Turn turn)
        {
            var me = turn.Caller.Person;
            if (await turn.Find(Page.Type, Page.IdOf(command.Number)) is not { Value: var page } stored || page.Person != me)
                return Reply.Refuse($"You have no such page. Who is on call: {new Typed("oncall")}");
            if (page.State != PageState.Open)
            {
                return page.State == PageState.CalledOff
                    ? Reply.Say($"You called it off already.")
                    : Reply.Say($"{page.Steps[^1].Who![0]} has it already; tell them.");
            }

            Paging.Keep(turn, stored, page.After(new PageStep(turn.Now, PageDeed.CalledOff, [me])) with { State = PageState.CalledOff });
            var told = page.Paged.Select(paged => paged.Person).Distinct().ToList();
            return told.Count > 0 ? Reply.Say($"Called off. I changed the messages to {OnCallText.Names(told)}.") : Reply.Say($"Called off.");
        }
    }
}
