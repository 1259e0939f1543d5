using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>An idea with its whole text and everything that happened to it.</summary>
[Command("idea show", "Show an idea with its history", Example = "idea show 12", Question = true)]
public sealed record ShowIdea([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ShowIdea>
    {
        public async Task<Reply> Handle(ShowIdea command, Turn turn)
        {
            if (await IdeaBook.Find(turn, command.Number) is not { Value: var idea })
                return IdeaBook.NotFound(command.Number);
            var facts = new List<Fact>
            {
                new("Author", $"{idea.Author}"),
                new("In", $"{IdeaText.Of(idea.Bucket)} of {idea.Home}"),
                new("State", $"{IdeaText.Of(idea.State)}{IdeaText.Because(idea)}"),
                new("Votes", idea.Votes.Count == 0 ? (Rich)$"none yet" : $"{idea.Votes.Count} ({Rich.Join(", ", idea.Votes.Select(vote => (Rich)$"{vote}"))})"),
            };
            if (idea.Tags.Count > 0)
                facts.Add(new Fact("Tags", $"{string.Join(' ', idea.Tags)}"));
            if (idea.Source is { } source)
            {
                facts.Add(new Fact("From", source.Link is { } link
                    ? (Rich)$"{new Link(link, "the message")}, captured by {source.CapturedBy}"
                    : $"a message, captured by {source.CapturedBy}"));
            }
            var card = new Card($"Idea #{idea.Number}",
                [new Paragraph($"{idea.Text}"), new Facts(facts), new PeopleList("History", [.. idea.History.Select(Line)])]);
            return Reply.Say(idea.IsOpen ? card.With(IdeaText.VoteButton(idea)) : card.With(new Button("Reopen", new ReopenIdea(idea.Number))));
        }

        private static Rich Line(IdeaEvent happened)
        {
            Rich detail = happened.Detail is { } said ? (Rich)$" {Excerpt.Plain(said, Excerpt.Longest)}" : $"";
            return happened.What switch
            {
                IdeaDeed.Added => $"{happened.At}: added by {happened.By}",
                IdeaDeed.Captured => $"{happened.At}: captured by {happened.By}",
                IdeaDeed.Edited => $"{happened.At}: edited by {happened.By}",
                IdeaDeed.Moved => $"{happened.At}: moved by {happened.By} to{detail}",
                IdeaDeed.Done => $"{happened.At}: done, says {happened.By}{(happened.Detail is null ? "" : ":")}{detail}",
                IdeaDeed.Dropped => $"{happened.At}: dropped by {happened.By}{(happened.Detail is null ? "" : ":")}{detail}",
                IdeaDeed.Reopened => $"{happened.At}: reopened by {happened.By}",
                IdeaDeed.Merged => $"{happened.At}: merged by {happened.By} into{detail}",
                IdeaDeed.Absorbed => $"{happened.At}: {happened.By} merged idea{detail} into it",
                IdeaDeed.Shared => $"{happened.At}: shared by {happened.By}",
                _ => $"{happened.At}: {happened.By}",
            };
        }
    }
}
