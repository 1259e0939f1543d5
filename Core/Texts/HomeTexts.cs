using System.Collections.Concurrent;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Texts;

/// <summary>
/// What is alike, and where words stand, among the items of one kind in each home. The index of a home is built when it is first needed
/// and kept up to date as items change; whoever asks checks what it finds against the items as they are now.
/// </summary>
public abstract class HomeTexts<T> : IWorkspaceMemory where T : class
{
    private const int ReadAtOnce = 500;

    /// <summary>A home with tens of thousands of items is read on in the background rather than keeping the first caller waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<(WorkspaceId, ConversationId), Home> _homes = new();

    /// <summary>The runs that hold all items of a home together.</summary>
    protected abstract IEnumerable<string> KeysOf(ConversationId home);

    /// <summary>A part of such a run, newest first.</summary>
    /// <param name="before">Only items with a smaller number.</param>
    protected abstract Task<IReadOnlyList<T>> Read(Turn turn, string key, int? before, int take);

    protected abstract HomeText TextOf(T item);

    /// <summary>Keeps the index of a home in step with a change.</summary>
    public void Changed(WorkspaceId workspace, T? before, T? after)
    {
        HomeText? was = before is null ? null : TextOf(before);
        HomeText? now = after is null ? null : TextOf(after);
        if (was is not null && was.Home != now?.Home && _homes.TryGetValue((workspace, was.Home), out var left))
            left.Index.Remove(was.Number);
        if (now is not null && _homes.TryGetValue((workspace, now.Home), out var home))
            home.Index.Put(now.Number, now.Text);
    }

    public void Forget(WorkspaceId workspace)
    {
        foreach (var key in _homes.Keys.Where(key => key.Item1 == workspace))
            _homes.TryRemove(key, out _);
    }

    protected async Task<TextIndex> Of(Turn turn, ConversationId home)
    {
        var entry = _homes.GetOrAdd((turn.Caller.Workspace, home), _ => new Home());
        var read = entry.Read(index => ReadAll(turn, home, index));
        if (!read.IsCompleted)
            await Task.WhenAny(read, Task.Delay(Patience));
        if (read is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _homes.TryRemove((turn.Caller.Workspace, home), out _);
            await read;
        }

        return entry.Index;
    }

    private async Task ReadAll(Turn turn, ConversationId home, TextIndex index)
    {
        foreach (var key in KeysOf(home))
        {
            IReadOnlyList<T> read;
            int? before = null;
            do
            {
                read = await Read(turn, key, before, ReadAtOnce);
                foreach (var item in read.Select(TextOf))
                    index.PutFirst(item.Number, item.Text);
                before = read.Count > 0 ? TextOf(read[^1]).Number : null;
            }
            while (read.Count == ReadAtOnce);
        }
    }

    private sealed class Home
    {
        private readonly Lock _gate = new();
        private Task? _read;

        public TextIndex Index { get; } = new();

        public Task Read(Func<TextIndex, Task> readAll)
        {
            lock (_gate)
                return _read ??= readAll(Index);
        }
    }
}

/// <summary>An item's text, and where it lives.</summary>
public sealed record HomeText(int Number, ConversationId Home, string Text);
