using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Says hello in a channel it was invited to, once, in three lines.</summary>
[Command("introduce", "Say hello", Hidden = true)]
public sealed record Introduce : ICommand
{
    public sealed class Handler : ICommandHandler<Introduce>
    {
        private static readonly DocumentType<Introduction> Type = new("introduction", introduction => introduction.Home.Value);

        public async Task<Reply> Handle(Introduce command, Turn turn)
        {
            var home = turn.Caller.Conversation;
            if (await turn.Find(Type, home.Value) is not null)
                return Reply.Nothing;
            turn.Batch.Put(Type, new Introduction(home, turn.Now), Batch.New);
            turn.Post(home, new Card(null, [
                new Paragraph($"Hello! I help people who work at different times of day."),
                new Paragraph($"Keep an idea: {new Typed("idea add Rotate the demo host")}, or put a 💡 on any message."),
                new Paragraph($"Everything else: {new Typed("help")}"),
            ]));
            return Reply.Nothing;
        }

        private sealed record Introduction(ConversationId Home, Instant At);
    }
}
