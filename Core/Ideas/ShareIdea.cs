using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Shows a private idea to a channel, when it is ready for others.</summary>
[Command("idea share", "Share a private idea in a channel", Example = "idea share 12 in #team")]
public sealed record ShareIdea(
    [Arg("The number", Name = "number")] int Number,
    [Arg("The channel", After = "in")] ChannelId Channel) : ICommand
{
    public sealed class Handler : ICommandHandler<ShareIdea>
    {
        public Task<Reply> Handle(ShareIdea command, Turn turn) => IdeaBook.Change(turn, command.Number, async idea =>
        {
            var home = ConversationId.Of(command.Channel);
            if (idea.Home.Channel is not null)
                return (null, Reply.Refuse($"Idea {idea.Number} is shared in {idea.Home} already. Try: {new Typed(IdeaText.ShowCommand(idea))}"));
            if (!await turn.Sees(home))
                return (null, Reply.Refuse($"You are not in {home}. Try: {new Typed($"idea share {idea.Number} in #team")}"));
            if (await turn.Find(command.Channel) is not { IsArchived: false, CanPost: true })
            {
                return (null, Reply.Refuse(
                    $"I can’t post in {home}: it is archived, or I am not in it. Invite me there with {new Typed("/invite @asyncbot")}"));
            }
            var after = idea.After(new IdeaEvent(turn.Now, turn.Caller.Person, IdeaDeed.Shared)) with { Home = home };
            after = after with { Post = turn.Post(home, IdeaText.Posted(after), subject: $"{Idea.Kind} {idea.Number}") };
            return (after, Reply.Say($"Shared {IdeaText.Named(after)} in {home}."));
        });
    }
}
