using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Says that one has it, so that nobody else is messaged, and who asked knows.</summary>
[Command("oncall acknowledge", "Have a page", Hidden = true)]
public sealed record AcknowledgePage([Arg("Which")] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<AcknowledgePage>
    {
        public async Task<Reply> Handle(AcknowledgePage command, Turn turn)
        {
            var me = turn.Caller.Person;
            if (await Paging.Find(turn, command.Number) is not { Value: var page } stored)
                return Paging.Over();
            if (page.State == PageState.CalledOff)
                return Reply.Say($"{page.Person} called it off already.");
            if (page.State == PageState.Acknowledged)
            {
                var first = page.Steps.Last(step => step.What == PageDeed.Acknowledged).Who![0];
                return first == me ? Reply.Say($"You have it already.") : Reply.Say($"{first} has it already.");
            }

            if (page.Person == me)
            {
                return Reply.Refuse(
                    $"You asked for somebody else, so this waits for them. If you have it yourself now, call it off.",
                    new Button("Call it off", new CallOffPage(page.Number)));
            }

            Paging.Keep(turn, stored, page.After(new PageStep(turn.Now, PageDeed.Acknowledged, [me])) with { State = PageState.Acknowledged });
            turn.Post(ConversationId.Of(page.Person), Card.Of($"✅ {me} has your page to {page.Rotation}."), quotes: [page.Item]);
            return Reply.Say($"You have it. I told {page.Person}.");
        }
    }
}
