using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Puts a blocker into better words, wherever it is shown. Whoever is named in them is needed, too.</summary>
[Command("blocker edit", "Change the words of your blocker", Example = "blocker edit 12 The deploy key of staging expired")]
public sealed record EditBlocker(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The new text", Rest = true, Ids = true, Max = Blocker.LongestText)] string Text) : ICommand
{
    public sealed class Handler(RaiseBlocker raise) : ICommandHandler<EditBlocker>
    {
        public Task<Reply> Handle(EditBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker => Edit(turn, blocker, command));

        private async Task<(Blocker?, Reply)> Edit(Turn turn, Blocker blocker, EditBlocker command)
        {
            if (!BlockerBook.MayRewrite(turn, blocker))
                return (null, BlockerBook.NotYours(blocker, $"edit", $"blocker note {blocker.Number} It is about staging"));
            if (blocker.IsForgotten)
                return (null, BlockerBook.NotOpen(blocker));
            var words = await BlockerWords.Read(turn, command.Text, text => command with { Text = text }, asItStands: null);
            if (words.Refusal is { } refusal)
                return (null, refusal);
            List<PersonId> people = blocker.IsOpen ? [.. words.People.Where(person => !blocker.IsNeeded(person) && person != blocker.Author)] : [];
            if (blocker.Needs.Count + people.Count > BlockerWords.MostPeople)
                return (null, BlockerBook.TooMany(blocker));
            if (words.Text == blocker.Text && people.Count == 0)
                return (null, Reply.Refuse($"#{blocker.Number} says that already. Try: {new Typed(BlockerText.ShowCommand(blocker))}"));
            var after = blocker.Needing(people, turn.Caller.Person, turn.Now).After(new BlockerEvent(turn.Now, turn.Caller.Person, BlockerDeed.Edited)) with
            {
                Text = words.Text,
            };
            var said = new Paragraph($"#{blocker.Number} now says: {Excerpt.Of(after.Text, BlockerText.ShowCommand(after))}");
            return (after, Reply.Say(new Card(null, people.Count == 0 ? [said] : [said, .. await raise.Told(turn, after, people)])));
        }
    }
}
