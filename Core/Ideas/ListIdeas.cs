using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>What is waiting to be decided here, newest first.</summary>
[Command("idea list", "List ideas, newest first", Example = "idea list tasks #demo", Alone = true, Question = true)]
public sealed record ListIdeas(
    [Arg("The bucket")] Bucket? Bucket = null,
    [Arg("The tag")] Tag? Tag = null,
    [Arg("Which ones", Name = "which")] IdeaFilter? Which = null,
    [Arg("Before", Hidden = true)] int? Before = null) : ICommand
{
    private const int Page = 10;

    public sealed class Handler : ICommandHandler<ListIdeas>
    {
        public async Task<Reply> Handle(ListIdeas command, Turn turn)
        {
            var found = new List<Idea>();
            foreach (var key in await KeysOf(command, turn))
                found.AddRange(await Matching(turn, command, key));
            var newest = found.OrderByDescending(idea => idea.Number).Take(Page + 1).ToList();
            var add = new Button("Add", OpenForm.For<AddIdea>());
            if (newest.Count == 0)
            {
                var next = command.Which is IdeaFilter.Done or IdeaFilter.Dropped ? "idea list" : "idea add Rotate the demo host #demo";
                var before = command.Before is null ? "" : " before those";
                return Reply.Say(Card.Of($"No {Described(command)} here{before}. Try: {new Typed(next)}", add));
            }

            var page = newest.Take(Page).ToList();
            var isAmongHomes = command.Which == IdeaFilter.Mine || (await IdeaList.HomesOf(turn)).Count > 1;
            var where = isAmongHomes ? (Rich)$" wherever you see them" : $" in {turn.Caller.Conversation}";
            var card = new Card(
                $"{Capital(Described(command))}{where}, newest first", [.. page.Select(idea => IdeaText.Line(idea, isAmongHomes))]);
            return Reply.Say(newest.Count > Page
                ? card.With(new Button("More", command with { Before = page[^1].Number }), add)
                : card.With(add));
        }

        /// <summary>The shortest run of the index that holds what is asked for, in each place that the caller sees.</summary>
        private static async Task<IReadOnlyList<string>> KeysOf(ListIdeas command, Turn turn)
        {
            var state = StateOf(command);
            if (command.Which == IdeaFilter.Mine)
                return [IdeaList.KeyOf(turn.Caller.Person, state)];
            return [.. (await IdeaList.HomesOf(turn)).Select(home =>
                command.Tag is { } tag ? IdeaList.KeyOf(home, state, tag)
                : command.Bucket is { } bucket and not Ideas.Bucket.Ideas ? IdeaList.KeyOf(home, state, bucket)
                : IdeaList.KeyOf(home, state))];
        }

        /// <summary>Reads on until the page is full, because the index may hold more than what is asked for.</summary>
        private static async Task<IReadOnlyList<Idea>> Matching(Turn turn, ListIdeas command, string key)
        {
            var matching = new List<Idea>();
            var before = command.Before;
            while (matching.Count <= Page)
            {
                var read = await IdeaList.Newest(turn, key, before, Page + 1);
                foreach (var idea in read)
                {
                    if (IsAskedFor(idea, command) && await turn.Sees(idea.Home))
                        matching.Add(idea);
                }

                if (read.Count <= Page)
                    break;
                before = read[^1].Number;
            }

            return matching;
        }

        private static bool IsAskedFor(Idea idea, ListIdeas command) =>
            (command.Bucket is null || idea.Bucket == command.Bucket) && (command.Tag is not { } tag || idea.Tags.Contains(tag));

        private static IdeaState StateOf(ListIdeas command) => command.Which switch
        {
            IdeaFilter.Done => IdeaState.Done,
            IdeaFilter.Dropped => IdeaState.Dropped,
            _ => IdeaState.Open,
        };

        private static string Described(ListIdeas command)
        {
            var which = command.Which switch
            {
                IdeaFilter.Mine => "open ideas of yours",
                IdeaFilter.Done => "ideas that are done",
                IdeaFilter.Dropped => "dropped ideas",
                _ => "open ideas",
            };
            return which + (command.Bucket is { } bucket ? $" in {IdeaText.Of(bucket)}" : "") + (command.Tag is { } tag ? $" tagged {tag}" : "");
        }

        private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
    }
}

public enum IdeaFilter
{
    Mine,
    Open,
    Done,
    Dropped,
}
