using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Names somebody who can help; they are told in their working hours.</summary>
/// <param name="Whom">Without it, a form asks.</param>
[Command("blocker needs", "Name who can help with a blocker", Example = "blocker needs 12 @Ben")]
public sealed record NeedHelp(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("Whom it needs", Name = "@person …", Rest = true, Ids = true, Max = 2_000)] string? Whom = null) : ICommand
{
    /// <summary>What whoever may name nobody can do.</summary>
    internal static Typed Instead(Blocker blocker) => new($"blocker note {blocker.Number} I can’t help");

    public sealed class Handler(RaiseBlocker raise, Helpers helpers) : ICommandHandler<NeedHelp>
    {
        public Task<Reply> Handle(NeedHelp command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker => Need(turn, blocker, command));

        private async Task<(Blocker?, Reply)> Need(Turn turn, Blocker blocker, NeedHelp command)
        {
            if (!blocker.IsOpen)
                return (null, BlockerBook.NotOpen(blocker));
            if (!await BlockerBook.MayName(turn, blocker))
            {
                Rich may = blocker.Home.Channel is null ? (Rich)$"they can name more people" : $"they and the people of its channel can name more";
                return (null, Reply.Refuse($"#{blocker.Number} is {blocker.Author}’s; only {may}. To tell them something: {Instead(blocker)}"));
            }

            if (command.Whom is null)
                return (null, Reply.Open(CommandShape.Of<NeedHelp>().ToForm(new Dictionary<string, string> { ["number"] = Blocker.IdOf(blocker.Number) })));
            var example = (await helpers.Now(turn, blocker, ConversationId.Of(turn.Caller.Person))).Ask(blocker);
            var words = await BlockerWords.ReadPeople(
                turn, command.Whom, example, whom => command with { Whom = whom });
            if (words.Refusal is { } refusal)
                return (null, refusal);
            var people = words.People.Where(person => !blocker.IsNeeded(person) && person != blocker.Author).ToList();
            var isOfAuthor = words.People.Contains(blocker.Author);
            if (people.Count == 0 && isOfAuthor)
            {
                return (null, Reply.Refuse($"#{blocker.Number} can’t need {blocker.Author}, who raised it and hears of all that happens. "
                    + $"Try: {example}"));
            }

            if (people.Count == 0)
            {
                return (null, Reply.Refuse(
                    $"#{blocker.Number} {BlockerText.State(blocker, person => $"{person}")} already. Try: {new Typed($"blocker nudge {blocker.Number}")}"));
            }

            if (blocker.Needs.Count + people.Count > BlockerWords.MostPeople)
                return (null, BlockerBook.TooMany(blocker));
            var after = blocker.Needing(people, turn.Caller.Person, turn.Now);
            var who = Rich.Join(", ", " and ", people.Select(person => (Rich)$"{person}"));
            var said = new Card(null, [new Paragraph($"{BlockerText.Named(after)} needs {who} now.")]);
            if (isOfAuthor)
                said = said.With(new Note($"{blocker.Author} raised it, so I don’t ask them."));
            return (after, Reply.Say(after.State == BlockerState.Taken
                ? said.With(new Note($"{after.TakenBy!.Value} is on it, so I ask nobody else unless it is opened again."))
                : said.With([.. await raise.Told(turn, after, people)])));
        }
    }
}
