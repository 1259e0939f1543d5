using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Saves an idea, so that teammates in other time zones can vote on it in their own morning.</summary>
[Command("idea add", "Save an idea for the team", Example = "idea add Rotate the demo host #demo", Default = true, Once = true, OfferedAs = "Save as an idea")]
public sealed record AddIdea(
    [Arg("The idea", Rest = true, Max = Idea.LongestText)] string Text,
    [Arg("The bucket", After = "in", Trailing = true)] Bucket? Bucket = null,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null) : ICommand
{
    public sealed class Handler(IdeaTexts texts) : ICommandHandler<AddIdea>
    {
        public async Task<Reply> Handle(AddIdea command, Turn turn)
        {
            var home = command.Channel is { } named ? ConversationId.Of(named) : turn.Caller.Conversation;
            if (!await turn.Sees(home))
                return Reply.Refuse($"You are not in {home}. Try: {new Typed($"idea add {Excerpt.Plain(command.Text, 60)}")} to keep it here.");
            var similar = await texts.Similar(turn, home, command.Text);
            var (idea, posted) = await Save(turn, home, turn.Caller.Person, command.Text, command.Bucket ?? Ideas.Bucket.Ideas);
            return Reply.Say(Saved(idea, posted, similar));
        }

        private static Card Saved(Idea idea, Rich posted, IReadOnlyList<Idea> similar)
        {
            Rich tags = idea.Tags.Count == 0 ? (Rich)$"" : $", tagged {string.Join(' ', idea.Tags)}";
            var card = Card.Of($"#{idea.Number} saved in {IdeaText.Of(idea.Bucket)}{tags}: {Excerpt.Of(idea.Text, IdeaText.ShowCommand(idea))}{posted}");
            if (similar.Count > 0)
                card = card.With([new Note($"Like it already:"), .. similar.Select(each => IdeaText.Line(each))]);
            return card;
        }
    }

    /// <summary>Saves an idea and shows it in its home.</summary>
    /// <returns>The idea, and a sentence on where it can be seen.</returns>
    internal static async Task<(Idea Idea, Rich Posted)> Save(
        Turn turn, ConversationId home, PersonId author, string text, Bucket bucket, IdeaSource? source = null)
    {
        var deed = source is null ? IdeaDeed.Added : IdeaDeed.Captured;
        var idea = new Idea(
            await turn.Number(Idea.Kind), home, author, text, bucket, IdeaState.Open, [], turn.Now,
            [new IdeaEvent(turn.Now, turn.Caller.Person, deed)], Source: source);
        Rich posted = $" (private to you; {new Typed($"idea share {idea.Number} in #team")} shows it to others)";
        if (home.Channel is { } id)
        {
            var channel = await turn.Find(id);
            if (channel is { IsArchived: false, CanPost: true })
            {
                MessageId? thread = source is null ? null : turn.Caller.Thread ?? source.Message;
                idea = idea with { Post = turn.Post(home, IdeaText.Posted(idea), thread, IdeaText.ItemOf(idea)) };
                posted = turn.Caller.Conversation == home ? (Rich)$"" : $" (posted in {home})";
            }
            else
            {
                posted = channel is { IsArchived: true }
                    ? (Rich)$" (not posted, because {home} is archived; somebody who may can unarchive it)"
                    : $" (not posted, because I am not in {home}; invite me there with {new Typed("/invite @asyncbot")})";
            }
        }

        turn.Create(Idea.Type, idea);
        return (idea, posted);
    }
}
