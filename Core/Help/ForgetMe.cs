using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Says what forgetting somebody will do, and asks first.</summary>
[Command("async forget", "Have everything you wrote here forgotten", Example = "async forget me")]
public sealed record ForgetMe([Arg("The word “me”")] Myself Whom) : ICommand
{
    public sealed class Handler : ICommandHandler<ForgetMe>
    {
        public Task<Reply> Handle(ForgetMe command, Turn turn) => Task.FromResult(Reply.Say(Card.Of(
                $"If you say so, I delete the texts you gave me, also where I posted them. Counts stay: ideas keep their numbers and votes, "
                + $"and their author becomes “former member”. This can’t be undone.")
            .With(new Note($"You may want {new Typed("async export me")} first. Messages that you wrote yourself belong to the chat, and I can’t delete them."))
            .With(new Button("Forget me", new ConfirmForget(), ButtonStyle.Danger))));
    }
}

/// <summary>Somebody meant it.</summary>
[Command("async forget confirmed", "Forget somebody who meant it", Hidden = true)]
public sealed record ConfirmForget : ICommand
{
    public sealed class Handler : ICommandHandler<ConfirmForget>
    {
        public Task<Reply> Handle(ConfirmForget command, Turn turn)
        {
            turn.Schedule($"forget {turn.Id}", turn.Now, new ForgetPerson(turn.Caller.Person));
            return Task.FromResult(Reply.Say($"I am forgetting you now. It takes a moment, and this is the last I say of it."));
        }
    }
}
