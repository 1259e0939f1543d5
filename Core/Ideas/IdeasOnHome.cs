using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Somebody's own open ideas, and when those of their channels are looked at next.</summary>
public sealed class IdeasOnHome : IHomeSection
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var blocks = new List<Block> { new Paragraph($"💡 Ideas") };
        var mine = (await IdeaList.Newest(turn, IdeaList.KeyOf(person, IdeaState.Open), null, Most + 1)).ToList();
        blocks.AddRange(mine.Take(Most).Select(idea => IdeaText.Line(idea, isAmongHomes: true)));
        if (mine.Count == 0)
            blocks.Add(new Note($"None of yours is open. Keep the next one: {new Typed("idea add Rotate the demo host #demo")}, or put a 💡 on any message."));
        var buttons = new Buttons([new Button("Add an idea", OpenForm.For<AddIdea>(), ButtonStyle.Primary)]);
        blocks.Add(mine.Count > Most ? new Buttons([.. buttons.Items, new Button("All of mine", new ListIdeas(Which: IdeaFilter.Mine))]) : buttons);
        blocks.AddRange(await Next(turn, person));
        return blocks;
    }

    private static async Task<IReadOnlyList<Block>> Next(Turn turn, PersonId person)
    {
        var runs = new List<(Instant At, Digest Digest)>();
        foreach (var channel in await turn.ChannelsOf(person))
        {
            if (await turn.Find(Digest.Type, ConversationId.Of(channel).Value) is { Value: var digest } && digest.When.NextAfter(turn.Now) is { } at)
                runs.Add((at, digest));
        }

        return [.. runs.OrderBy(run => run.At).Take(Most).Select(run => new Note($"Next digest in {run.Digest.Home}: {run.At}"))];
    }
}
