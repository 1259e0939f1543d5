using System.Collections.Concurrent;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>
/// What is alike, and where words stand, in each home. The index of a home is built from its ideas when it is first needed and
/// kept up to date as they change; what it finds is checked against the ideas as they are now.
/// </summary>
public sealed class IdeaTexts : IWorkspaceMemory
{
    private const int MostSimilar = 3;
    private const int MostFound = 500;
    private const int ReadAtOnce = 500;

    /// <summary>A home with tens of thousands of ideas is read on in the background rather than keeping the first caller waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<(WorkspaceId, ConversationId), Home> _homes = new();

    /// <summary>Up to three open ideas of the home that say much the same, the most alike first.</summary>
    public async Task<IReadOnlyList<Idea>> Similar(Turn turn, ConversationId home, string text, int except = 0)
    {
        var similar = new List<Idea>();
        foreach (var number in (await Of(turn, home)).Similar(text, MostSimilar * 4, except))
        {
            if (similar.Count == MostSimilar)
                break;
            if (await turn.Find(Idea.Type, Idea.IdOf(number)) is { Value: { IsOpen: true } idea } && idea.Home == home
                && IdeaTextIndex.Similarity(idea.Text, text) >= IdeaTextIndex.Threshold)
                similar.Add(idea);
        }

        return similar;
    }

    /// <summary>The numbers of ideas of the home with all the words, newest first.</summary>
    public async Task<IReadOnlyList<int>> Search(Turn turn, ConversationId home, string words) =>
        (await Of(turn, home)).Search(words, MostFound);

    /// <summary>Keeps the index of a home in step with a change.</summary>
    public void Changed(WorkspaceId workspace, Idea? before, Idea? after)
    {
        if (before is not null && before.Home != after?.Home && _homes.TryGetValue((workspace, before.Home), out var left))
            left.Index.Remove(before.Number);
        if (after is not null && _homes.TryGetValue((workspace, after.Home), out var home))
            home.Index.Put(after.Number, after.Text);
    }

    public void Forget(WorkspaceId workspace)
    {
        foreach (var key in _homes.Keys.Where(key => key.Item1 == workspace))
            _homes.TryRemove(key, out _);
    }

    private async Task<IdeaTextIndex> Of(Turn turn, ConversationId home)
    {
        var entry = _homes.GetOrAdd((turn.Caller.Workspace, home), _ => new Home());
        var read = entry.Read(turn, home);
        if (!read.IsCompleted)
            await Task.WhenAny(read, Task.Delay(Patience));
        if (read is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _homes.TryRemove((turn.Caller.Workspace, home), out _);
            await read;
        }

        return entry.Index;
    }

    private sealed class Home
    {
        private readonly Lock _gate = new();
        private Task? _read;

        public IdeaTextIndex Index { get; } = new();

        public Task Read(Turn turn, ConversationId home)
        {
            lock (_gate)
                return _read ??= ReadAll(turn, home);
        }

        private async Task ReadAll(Turn turn, ConversationId home)
        {
            foreach (var state in Enum.GetValues<IdeaState>())
            {
                IReadOnlyList<Idea> read;
                int? before = null;
                do
                {
                    read = await IdeaList.Newest(turn, IdeaList.KeyOf(home, state), before, ReadAtOnce);
                    foreach (var idea in read)
                        Index.PutFirst(idea.Number, idea.Text);
                    before = read.Count > 0 ? read[^1].Number : null;
                }
                while (read.Count == ReadAtOnce);
            }
        }
    }
}
