using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Keeps a new blocker, shows it in its home, and answers what happens next: who is told when, and who else could help now.</summary>
public sealed class RaiseBlocker(BlockerTexts texts, Helpers helpers)
{
    /// <summary>Names that nobody has and that are repeated.</summary>
    private const int MostUnknown = 3;

    internal async Task<Reply> Raise(Turn turn, ConversationId home, BlockerWords words, BlockerSource? source = null)
    {
        var me = turn.Caller.Person;
        var solved = await texts.Solved(turn, home, words.Text);
        var raised = new BlockerEvent(turn.Now, me, source is null ? BlockerDeed.Raised : BlockerDeed.Flagged);
        var blocker = new Blocker(
            await turn.Number(Blocker.Kind), home, me, words.Text, BlockerState.Open, turn.Now, turn.Now,
            [.. words.People.Select(person => new Need(person, me, turn.Now))], [raised], Source: source);
        var (shown, where) = await Show(turn, blocker);
        await BlockerBook.Create(turn, shown);

        var blocks = new List<Block> { new Paragraph($"🚧 #{shown.Number} flagged: {Excerpt.Of(shown.Text, BlockerText.ShowCommand(shown))}{where}") };
        blocks.AddRange(await Told(turn, shown, words.People));
        if (solved is not null)
        {
            var by = solved.SolvedBy ?? solved.Author;
            blocks.Add(new Section($"Like it, and resolved by {by}: {BlockerText.Named(solved)}{BlockerText.How(solved)}", BlockerText.ShowButton(solved)));
        }

        if (words.IsOfCaller)
            blocks.Add(new Note($"You raise it, so I don’t ask you."));
        if (words.Unknown.Count > 0)
        {
            var names = Rich.Join(" or ", words.Unknown.Take(MostUnknown).Select(name => (Rich)$"“{Excerpt.Word(name)}”"));
            var more = words.Unknown.Count > MostUnknown ? $" or {words.Unknown.Count - MostUnknown} more" : "";
            blocks.Add(new Note($"I know nobody here by the name {names}{more}, so I ask nobody of that name."));
        }

        return Reply.Say(new Card(null, blocks).With(new Button("Ask somebody", new NeedHelp(shown.Number))));
    }

    /// <summary>When those who are needed get it, and who else could help meanwhile.</summary>
    internal async Task<IReadOnlyList<Block>> Told(Turn turn, Blocker blocker, IReadOnlyList<PersonId> needed)
    {
        var blocks = new List<Block>();
        var isAnybodyThere = false;
        foreach (var id in needed)
        {
            var person = await Colleagues.Find(turn, id);
            var at = BlockerPlan.Reach(person, turn.Now);
            var isTold = await Readers.MayLearnAbout(turn, ConversationId.Of(turn.Caller.Person), person);
            isAnybodyThere |= at == turn.Now && isTold;
            blocks.Add(new Paragraph(Told(turn, person, at, isTold)));
        }

        if (!isAnybodyThere)
            blocks.Add(new Paragraph((await helpers.Now(turn, blocker, ConversationId.Of(turn.Caller.Person))).Said(turn.Caller.Zone)));
        return blocks;
    }

    private static Rich Told(Turn turn, Colleague person, Instant? at, bool isTold)
    {
        if (!isTold)
            return $"{person.Id} gets it in their working hours; when those are, ask them.";
        if (at is not { } start)
            return $"I don’t know when {person.Id} works next, so I can’t say when they get it.";
        var state = person.At(turn.Now);
        if (start > turn.Now)
        {
            Rich why = state.Standing == Standing.Away ? (Rich)$"is away until" : $"starts at";
            return $"{person.Id} {why} {Say(start)}. I tell them then.";
        }

        return state.Because switch
        {
            { Because: Because.AtWork, ExpiresAt: { } end } => $"{person.Id} is at work until {Say(end)}. I tell them now.",
            { Because: Because.Focus, ExpiresAt: { } end } => $"{person.Id} is focusing until {Say(end)}. I tell them now.",
            _ => $"I tell {person.Id} now.",
        };

        Rich Say(Instant then) => TwoClocks.Say(person, then, turn.Now, turn.Caller.Zone);
    }

    /// <summary>Posts it in its home.</summary>
    /// <returns>The blocker with its post, and a sentence on where it can be seen.</returns>
    private static async Task<(Blocker, Rich)> Show(Turn turn, Blocker blocker)
    {
        if (blocker.Home.Channel is not { } id)
            return (blocker, $" (only you and those whom you ask see it)");
        var channel = await turn.Find(id);
        if (channel is { IsArchived: false, CanPost: true })
        {
            var post = turn.Post(blocker.Home, BlockerText.Posted(blocker, await QuietNames.Of(turn, blocker)), subject: BlockerText.ItemOf(blocker));
            return (blocker with { Post = post }, turn.Caller.Conversation == blocker.Home ? Rich.Empty : (Rich)$" (posted in {blocker.Home})");
        }

        return (blocker, channel is { IsArchived: true }
            ? (Rich)$" (not posted, because {blocker.Home} is archived; somebody who may can unarchive it)"
            : $" (not posted, because I am not in {blocker.Home}; invite me there with {new Typed("/invite @asyncbot")})");
    }
}
