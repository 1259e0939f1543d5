using System.Collections.Concurrent;
using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;
using SortKey = AsyncBot.Core.Documents.SortKey;

namespace AsyncBot.Bot.Playground;

/// <summary>
/// What was said. What everybody or a direct conversation sees is stored; what only one person sees for a moment is kept in memory,
/// as a chat platform does, and is gone after a restart.
/// </summary>
public sealed class Transcript(IStore store, Numbers numbers) : IWorkspaceMemory
{
    private const int EphemeralsKept = 1_000;
    private const int TurnsKept = 500;
    private const int ReadAtOnce = 500;

    private readonly Recent<int, ChatMessage> _ephemeral = new(EphemeralsKept);
    private readonly Recent<string, TurnPosts> _byTurn = new(TurnsKept);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _bulbs = new();
    private ConcurrentQueue<ChatMessage>? _recorded;

    /// <summary>The next place in the order of everything.</summary>
    public Task<int> Next(CancellationToken ct) => numbers.Next(PlaygroundDirectory.Workspace, "playground message", ct);

    /// <summary>Keeps a message that everybody in its conversation sees.</summary>
    public async Task Store(ChatMessage message, CancellationToken ct)
    {
        var batch = new Batch(PlaygroundDirectory.Workspace, "playground");
        batch.Put(ChatMessage.Type, message, Batch.New);
        await store.Commit(batch, ct);
    }

    /// <summary>Keeps a message that one person sees for a while.</summary>
    public void Show(ChatMessage message)
    {
        _ephemeral.Set(message.Number, message);
    }

    /// <summary>Notes that the bot posted this because of a turn.</summary>
    public void Posted(string turn, ChatMessage message)
    {
        Turn(turn).Messages.Enqueue(message);
        _recorded?.Enqueue(message);
    }

    /// <summary>Shows the answer to a turn, unless an earlier delivery of the same thing was answered already.</summary>
    public async Task AnswerOnce(string turn, Func<Task> show)
    {
        var posts = Turn(turn);
        await posts.Gate.WaitAsync();
        try
        {
            if (!posts.IsAnswered)
                await show();
            posts.IsAnswered = true;
        }
        finally
        {
            posts.Gate.Release();
        }
    }

    /// <summary>Everything that the bot posted because of a turn, each message in its last state.</summary>
    public IReadOnlyList<ChatMessage> Of(string turn) => _byTurn.Find(turn) is { } posts ? InOrder(posts.Messages) : [];

    /// <summary>Notes from now on everything that is posted, for one who moves the clock.</summary>
    public void StartRecording() => _recorded = new();

    public IReadOnlyList<ChatMessage> StopRecording() => InOrder(Interlocked.Exchange(ref _recorded, null) ?? []);

    public async Task<ChatMessage?> Find(string id, CancellationToken ct)
    {
        if (!id.StartsWith('m') || !int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return _ephemeral.Find(number) ?? (await store.Find(PlaygroundDirectory.Workspace, ChatMessage.Type, id, ct))?.Value;
    }

    /// <summary>What one person sees in a conversation, in the order in which it was said or changed.</summary>
    /// <param name="since">Only what came after this place; 0 for everything.</param>
    /// <param name="newest">At most so many, the newest ones; null for all.</param>
    public async Task<IReadOnlyList<ChatMessage>> Read(string conversation, string? person, int since, int? newest, CancellationToken ct)
    {
        var key = ChatMessage.KeyOf(conversation, person);
        var found = new List<ChatMessage>();
        if (newest is { } most)
            found.AddRange(await Stored(new Slice("in", key, SortKey.Of(since + 1), Newest: true, Take: most), ct));
        else
        {
            IReadOnlyList<ChatMessage> read;
            var from = since + 1;
            do
            {
                read = await Stored(new Slice("in", key, SortKey.Of(from), Take: ReadAtOnce), ct);
                found.AddRange(read);
                from = read.Count > 0 ? read[^1].Changed + 1 : from;
            }
            while (read.Count == ReadAtOnce);
        }

        found.AddRange(_ephemeral.Values.Where(message => message.Changed > since && message.To == person && message.In == conversation));
        return InOrder(found);
    }

    /// <summary>Notes that somebody put a bulb on a message, or took it away; like what is ephemeral, it is gone after a restart.</summary>
    public void React(string person, string messageId, bool isTaken)
    {
        _bulbs.AddOrUpdate(messageId, _ => Changed([]), (_, before) => Changed(before));

        IReadOnlyList<string> Changed(IReadOnlyList<string> before)
        {
            var others = before.Where(other => other != person);
            return isTaken ? [.. others] : [.. others, person];
        }
    }

    public IReadOnlyList<string> BulbsOn(string messageId) => _bulbs.GetValueOrDefault(messageId) ?? [];

    public void Forget(WorkspaceId workspace)
    {
        _bulbs.Clear();
        _ephemeral.Clear();
        _byTurn.Clear();
    }

    private TurnPosts Turn(string turn) => _byTurn.GetOrAdd(turn, _ => new TurnPosts());

    private static IReadOnlyList<ChatMessage> InOrder(IEnumerable<ChatMessage> messages) =>
        [.. messages.GroupBy(message => message.Number).Select(same => same.MaxBy(message => message.Changed)!).OrderBy(message => message.Changed)];

    private async Task<IReadOnlyList<ChatMessage>> Stored(Slice slice, CancellationToken ct) =>
        [.. (await store.Query(PlaygroundDirectory.Workspace, ChatMessage.Type, slice, ct)).Select(stored => stored.Value)];

    private sealed class TurnPosts
    {
        public ConcurrentQueue<ChatMessage> Messages { get; } = new();

        public SemaphoreSlim Gate { get; } = new(1);

        public bool IsAnswered { get; set; }
    }
}
