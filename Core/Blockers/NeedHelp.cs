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
    internal static string Instead(Blocker blocker) => $"blocker note {blocker.Number} I can’t help";

    public sealed class Handler(RaiseBlocker raise) : ICommandHandler<NeedHelp>
    {
        public Task<Reply> Handle(NeedHelp command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker => Need(turn, blocker, command));

        private async Task<(Blocker?, Reply)> Need(Turn turn, Blocker blocker, NeedHelp command)
        {
            if (!blocker.IsOpen)
                return (null, BlockerBook.NotOpen(blocker));
            if (!await BlockerBook.MayName(turn, blocker))
            {
                Rich may = blocker.Home.Channel is null ? (Rich)$"they can name more people" : $"they and the people of its channel can name more";
                return (null, Reply.Refuse($"#{blocker.Number} is {blocker.Author}’s; only {may}. To tell them something: {new Typed(Instead(blocker))}"));
            }

            if (command.Whom is null)
                return (null, Reply.Open(CommandShape.Of<NeedHelp>().ToForm(new Dictionary<string, string> { ["number"] = Blocker.IdOf(blocker.Number) })));
            var words = await BlockerWords.ReadPeople(
                turn, command.Whom, $"blocker needs {blocker.Number} @Ben", whom => command with { Whom = whom });
            if (words.Refusal is { } refusal)
                return (null, refusal);
            var people = words.People.Where(person => !blocker.IsNeeded(person) && person != blocker.Author).ToList();
            if (people.Count == 0)
            {
                return (null, Reply.Refuse(
                    $"#{blocker.Number} {BlockerText.State(blocker, person => $"{person}")} already. Try: {new Typed($"blocker nudge {blocker.Number}")}"));
            }

            if (blocker.Needs.Count + people.Count > BlockerWords.MostPeople)
                return (null, Reply.Refuse($"A blocker needs at most {BlockerWords.MostPeople} people. Try: {new Typed(BlockerText.ShowCommand(blocker))}"));
            var me = turn.Caller.Person;
            var after = people.Aggregate(blocker, (sofar, person) => sofar.After(new BlockerEvent(turn.Now, me, BlockerDeed.Needed, To: person))) with
            {
                Needs = [.. blocker.Needs, .. people.Select(person => new Need(person, me, turn.Now))],
            };
            var who = Rich.Join(", ", " and ", people.Select(person => (Rich)$"{person}"));
            var said = new Card(null, [new Paragraph($"{BlockerText.Named(after)} needs {who} now.")]);
            return (after, Reply.Say(after.State == BlockerState.Taken
                ? said.With(new Note($"{after.TakenBy!.Value} is on it, so I ask nobody else unless it is opened again."))
                : said.With([.. await raise.Told(turn, after, people)])));
        }
    }
}
