using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>The platform says that somebody came to this channel or left it, or that it was archived or brought back.</summary>
[Command("online members changed", "Notice who is in a channel", Hidden = true)]
public sealed record MembersChanged : ICommand
{
    public sealed class Handler(IEnumerable<IChannelBound> features) : ICommandHandler<MembersChanged>
    {
        public async Task<Reply> Handle(MembersChanged command, Turn turn)
        {
            if (turn.Caller.Conversation.Channel is { } channel)
            {
                foreach (var feature in features)
                    await feature.Changed(turn, channel);
            }

            return Reply.Nothing;
        }
    }
}
