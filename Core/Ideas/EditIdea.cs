using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Puts an idea into better words.</summary>
[Command("idea edit", "Change the words of your idea", Example = "idea edit 12 Rotate the demo host weekly")]
public sealed record EditIdea(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The new text", Rest = true, Max = Idea.LongestText)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<EditIdea>
    {
        public Task<Reply> Handle(EditIdea command, Turn turn) =>
            IdeaBook.Change(turn, command.Number, idea => Task.FromResult(Edit(idea, command.Text, turn)));

        private static (Idea?, Reply) Edit(Idea idea, string text, Turn turn)
        {
            if (!IdeaBook.MayRewrite(turn, idea))
                return (null, IdeaBook.NotYours(idea, "edit"));
            if (idea.Text == text)
                return (null, Reply.Refuse($"Idea {idea.Number} says that already. Try: {new Typed(IdeaText.ShowCommand(idea))}"));
            var after = idea.After(new IdeaEvent(turn.Now, turn.Caller.Person, IdeaDeed.Edited)) with { Text = text };
            return (after, Reply.Say($"Idea {idea.Number} now says: {Excerpt.Of(text, IdeaText.ShowCommand(idea))}"));
        }
    }
}
