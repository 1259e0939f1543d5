using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>For those who would rather be asked: nobody, admins included, learns from the bot when they are around.</summary>
[Command("online share", "Say whether others may see when I am around", Example = "online share off")]
public sealed record ShareMyTime([Arg("On or off")] Switch Switch) : ICommand
{
    public sealed class Handler : ICommandHandler<ShareMyTime>
    {
        public async Task<Reply> Handle(ShareMyTime command, Turn turn)
        {
            var isOn = command.Switch == Commands.Switch.On;
            var said = await Profile.Of(turn, turn.Caller.Person);
            if (said.IsShared == isOn)
                return Reply.Refuse($"It is {(isOn ? "on" : "off")} already. Try: {new Typed($"online share {(isOn ? "off" : "on")}")}");
            await Profile.Change(turn, turn.Caller.Person, before => before with { IsShared = isOn });
            return isOn
                ? Reply.Say($"People who share a channel with you can see again when you are around.")
                : Reply.Say($"From now on I tell others to ask you, and nothing more. What you say about your time still counts for what I ask of you.");
        }
    }
}
