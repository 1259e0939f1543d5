using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>
/// What one command or one job reads, and what it describes should happen. Nothing happens before the turn is committed, all of it at once.
/// Reads stay within the caller's workspace.
/// </summary>
/// <param name="id">Unique; the same for every attempt at the same turn, and part of the id of everything it posts.</param>
/// <param name="cause">The id of the turn at the root of this one.</param>
public sealed class Turn(string id, string cause, Caller caller, Instant now, IStore store, IDirectory directory, NumbersOfTurn numbers, CancellationToken ct)
{
    private readonly List<Change> _changes = [];
    private readonly HashSet<(string Kind, string Id)> _changed = [];
    private readonly List<Action> _onceCommitted = [];
    private readonly Dictionary<object, Task> _read = [];
    private readonly List<PostId> _sent = [];

    public string Id { get; } = id;

    public Caller Caller { get; } = caller;

    public Instant Now { get; } = now;

    public CancellationToken Cancellation { get; } = ct;

    /// <summary>Whether what the answer would lack is worth a moment's wait, because nobody can add it later.</summary>
    public bool IsPatient { get; internal set; }

    public Batch Batch { get; } = new(caller.Workspace, cause);

    public IReadOnlyList<Change> Changes => _changes;

    public Task<Stored<T>?> Find<T>(DocumentType<T> type, string documentId) where T : class =>
        store.Find(Caller.Workspace, type, documentId, Cancellation);

    public Task<IReadOnlyList<Stored<T>>> Query<T>(DocumentType<T> type, Slice slice) where T : class =>
        store.Query(Caller.Workspace, type, slice, Cancellation);

    /// <summary>Reads something once, however many ask for it: nothing that is stored changes within a turn.</summary>
    /// <param name="what">Tells it from all else, such as a document's id with its type.</param>
    public Task<T> Once<T>(object what, Func<Task<T>> read)
    {
        lock (_read)
        {
            if (!_read.TryGetValue(what, out var known))
                _read[what] = known = read();
            return (Task<T>)known;
        }
    }

    public Task<IReadOnlyList<Parked<T>>> Parked<T>(DueQueue<T> queue) where T : class => store.Parked(queue, Caller.Workspace, Cancellation);

    public void Create<T>(DocumentType<T> type, T document) where T : class => Record(type, null, document);

    public void Change<T>(DocumentType<T> type, Stored<T> before, T after) where T : class => Record(type, before, after);

    public void Delete<T>(DocumentType<T> type, Stored<T> before) where T : class => Record(type, before, null);

    /// <summary>The next number of a series such as <c>idea</c>: never given twice, the same in every attempt at this turn.</summary>
    public Task<int> Number(string series) => numbers.Next(Caller.Workspace, series, Cancellation);

    /// <summary>A number that no item of the series is above.</summary>
    public Task<int> LastNumber(string series) => numbers.Last(Caller.Workspace, series, Cancellation);

    /// <summary>Posts a message; its times are shown on the caller's clock unless it has a single reader.</summary>
    /// <param name="quotes">Other items whose text it shows, which go from it when they are deleted.</param>
    /// <param name="isAwaiting">Whether an <see cref="Update"/> follows although it shows no item.</param>
    /// <param name="threadOf">The message of the bot in the same conversation that it answers.</param>
    public PostId Post(
        ConversationId to,
        Card card,
        MessageId? thread = null,
        string? subject = null,
        DateTimeZone? zone = null,
        IReadOnlyList<string>? quotes = null,
        bool isAwaiting = false,
        PostId? threadOf = null) =>
        Send(to.Value, new Post(to, card, thread, subject, (zone ?? Caller.Zone).Id, quotes, IsAwaiting: isAwaiting, ThreadOf: threadOf));

    /// <summary>Says something to one person where others are; it waits for nobody else's messages there.</summary>
    public PostId Whisper(ConversationId conversation, PersonId to, Card card, MessageId? thread = null) =>
        Send($"{conversation} {to}", new Whisper(conversation, to, card, thread, Caller.Zone.Id));

    /// <summary>Has something remembered in memory once the turn is on disk, and not if it never is.</summary>
    public void OnceCommitted(Action remember) => _onceCommitted.Add(remember);

    /// <summary>The turn is on disk.</summary>
    internal void Committed() => _onceCommitted.ForEach(remember => remember());

    /// <summary>Gives an earlier message a new state.</summary>
    public void Update(PostId post, ConversationId conversation, Card card, bool isLast = false) =>
        Send(conversation.Value, new Update(post, conversation, card, Caller.Zone.Id, isLast));

    /// <summary>Sends a text file.</summary>
    public void Upload(ConversationId to, string fileName, string mediaType, string content, Card card) =>
        Send(to.Value, new Upload(to, fileName, mediaType, content, card));

    /// <summary>Posts a picture with a message; its days are those of the caller's clock unless it has a single reader.</summary>
    /// <param name="fileName">Without an ending.</param>
    public PostId Picture(ConversationId to, string fileName, Chart chart, Card card, MessageId? thread = null, DateTimeZone? zone = null) =>
        Send(to.Value, new Picture(to, fileName, chart, card, thread, (zone ?? Caller.Zone).Id));

    /// <summary>Shows somebody their page on the platform.</summary>
    public void PublishHome(PersonId person, Card card) => Send($"home {person}", new PublishHome(person, card));

    /// <summary>Has a job done at a time. The same id again, while the first is waiting, changes nothing.</summary>
    public void Schedule(string jobId, Instant due, IJob job, string lane = "") => Batch.Enqueue(Queues.Jobs, jobId, lane, due, job);

    public void Unschedule(string jobId) => Batch.Cancel(Queues.Jobs, jobId);

    /// <summary>Whether the caller may know of what lives in this conversation.</summary>
    public ValueTask<bool> Sees(ConversationId home) => Sees(Caller.Person, home);

    /// <summary>Whether somebody else may know of what lives in this conversation.</summary>
    public ValueTask<bool> Sees(PersonId person, ConversationId home) => home.Channel is { } channel
        ? directory.IsMember(Caller.Workspace, channel, person, Cancellation)
        : ValueTask.FromResult(home == ConversationId.Of(person));

    public ValueTask<Person?> Find(PersonId person) => directory.Find(Caller.Workspace, person, Cancellation);

    public ValueTask<Channel?> Find(ChannelId channel) => directory.Find(Caller.Workspace, channel, Cancellation);

    /// <summary>The people whom a name, an id or an e-mail address may mean.</summary>
    public ValueTask<IReadOnlyList<Person>> Named(string name) => directory.Named(Caller.Workspace, name, Cancellation);

    /// <summary>The channel of that name or id, without <c>#</c>, if the caller is in it.</summary>
    public ValueTask<Channel?> ChannelNamed(string name) => directory.Named(Caller.Workspace, name, Caller.Person, Cancellation);

    /// <summary>The people in a channel, without bots and those who left.</summary>
    public ValueTask<IReadOnlyList<Person>> MembersOf(ChannelId channel) => directory.Members(Caller.Workspace, channel, Cancellation);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOfCaller() => ChannelsOf(Caller.Person);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(PersonId person) => directory.ChannelsOf(Caller.Workspace, person, Cancellation);

    public ValueTask<IReadOnlyList<Person>> Admins() => directory.Admins(Caller.Workspace, Cancellation);

    /// <summary>Where a message can be read again; null where there is no such address.</summary>
    public ValueTask<string?> LinkTo(ConversationId conversation, MessageId message, MessageId? thread) =>
        directory.LinkTo(Caller.Workspace, conversation, message, thread, Cancellation);

    /// <summary>Whether a message is one of this turn's own.</summary>
    public bool HasPosted(PostId post) => _sent.Contains(post);

    private PostId Send(string lane, Effect effect)
    {
        var post = new PostId($"{Id}.{_sent.Count + 1}");
        _sent.Add(post);
        Batch.Enqueue(Queues.Outbox, post.Value, lane, Now, effect);
        return post;
    }

    private void Record<T>(DocumentType<T> type, Stored<T>? before, T? after) where T : class
    {
        // Both would have started from what is stored, and the second would take back the first.
        var id = type.IdOf(after ?? before!.Value);
        if (!_changed.Add((type.Kind, id)))
            throw new InvalidOperationException($"{type.Kind} {id} is changed twice in one turn: decide on all of it, then change it once.");
        if (after is null)
            Batch.Delete(type, id, before!.Version);
        else
            Batch.Put(type, after, before?.Version ?? Batch.New);
        _changes.Add(new Change<T>(type, before, after));
    }
}
