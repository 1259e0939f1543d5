using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Finds an idea by the words one remembers, decided or not.</summary>
[Command("idea search", "Search ideas by their words", Example = "idea search demo host", Question = true)]
public sealed record SearchIdeas(
    [Arg("The text to search for", Rest = true)] string Words,
    [Arg("Before", Hidden = true)] int? Before = null) : ICommand
{
    private const int Page = 10;

    public sealed class Handler(IdeaTexts texts) : ICommandHandler<SearchIdeas>
    {
        public async Task<Reply> Handle(SearchIdeas command, Turn turn)
        {
            var numbers = new List<int>();
            var homes = await IdeaList.HomesOf(turn);
            foreach (var home in homes)
                numbers.AddRange(await texts.Search(turn, home, command.Words));
            var found = new List<Idea>();
            foreach (var number in numbers.Where(number => command.Before is not { } before || number < before).Distinct().OrderDescending())
            {
                if (found.Count > Page)
                    break;
                if (await IdeaBook.Find(turn, number) is { Value: { State: not IdeaState.Merged } idea })
                    found.Add(idea);
            }

            if (found.Count == 0)
                return Reply.Say($"Nothing here has “{Excerpt.Plain(command.Words, 60)}”. Try fewer words, or {new Typed("idea list")}");
            var page = found.Take(Page).ToList();
            var lines = page.Select(idea => IdeaText.Line(idea, isAmongHomes: homes.Count > 1));
            var card = new Card($"Ideas with “{Excerpt.Plain(command.Words, 60)}”, newest first", [.. lines]);
            return Reply.Say(found.Count > Page ? card.With(new Button("More", command with { Before = page[^1].Number })) : card);
        }
    }
}
