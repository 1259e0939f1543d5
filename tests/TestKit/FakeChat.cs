using AsyncBot.Core.Messages;

namespace AsyncBot.TestKit;

/// <summary>A chat platform that remembers what it was told, and fails when the test wants it to.</summary>
public sealed class FakeChat(EagerTime time) : IChat
{
    private readonly Lock _gate = new();
    private readonly List<Message> _messages = [];
    private readonly List<Attempt> _attempts = [];
    private readonly List<Fault> _faults = [];
    private readonly List<(PersonId Person, Card Card)> _homes = [];
    private readonly List<GroupSync> _groups = [];
    private int _given;

    /// <summary>Whether the platform can be asked for a message by the id it was sent with.</summary>
    public bool CanLookUp { get; set; } = true;

    /// <summary>Every message as it is now, in the order in which they came.</summary>
    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>Every page that was published, in order.</summary>
    public IReadOnlyList<(PersonId Person, Card Card)> Homes
    {
        get
        {
            lock (_gate)
                return [.. _homes];
        }
    }

    /// <summary>Every state that a user group was given, in order.</summary>
    public IReadOnlyList<GroupSync> Groups
    {
        get
        {
            lock (_gate)
                return [.. _groups];
        }
    }

    /// <summary>What the platform has against changing user groups; null where it does it.</summary>
    public string? RefusesGroups { get; set; }

    /// <summary>Every call, in order.</summary>
    public IReadOnlyList<Attempt> Attempts
    {
        get
        {
            lock (_gate)
                return [.. _attempts];
        }
    }

    /// <summary>What becomes of the next deliveries to a conversation; a null conversation means any.</summary>
    public void Will(FaultKind kind, int times = 1, ConversationId? to = null, Duration? after = null)
    {
        lock (_gate)
            _faults.Add(new Fault(kind, to, after) { Left = times });
    }

    /// <summary>A message that somebody typed, for others to react to.</summary>
    public Message Write(PersonId author, ConversationId to, string text)
    {
        lock (_gate)
            return Keep(new Message(new MessageId($"m{++_given}"), null, to, null, Card.Of($"{text}"), null) { Author = author, Text = text });
    }

    public Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct) =>
        Attempt("post", post.To, () => Keep(new Message(new MessageId($"m{++_given}"), envelope.Id, post.To, post.Thread, post.Card, post.Zone)).Id);

    public Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct) =>
        Attempt("whisper", whisper.In, () =>
            Keep(new Message(new MessageId($"m{++_given}"), envelope.Id, whisper.In, whisper.Thread, whisper.Card, whisper.Zone) { OnlyFor = whisper.To }).Id);

    public Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct) =>
        Attempt("update", update.In, () =>
        {
            var at = _messages.FindIndex(each => each.Id == message);
            _messages[at] = _messages[at] with { Card = update.Card, Edits = _messages[at].Edits + 1 };
            return message;
        });

    public Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct) =>
        Attempt("upload", upload.To, () =>
            Keep(new Message(new MessageId($"m{++_given}"), envelope.Id, upload.To, null, upload.Card, null) { File = upload.Content }).Id);

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct)
    {
        if (RefusesGroups is { } reason)
            return Task.FromResult<Outcome>(new Refused(reason));
        lock (_gate)
            _groups.Add(group);
        return Task.FromResult<Outcome>(new Delivered(null));
    }

    public Task<Outcome> Send(Envelope envelope, Picture picture, CancellationToken ct) =>
        Attempt("picture", picture.To, () => Keep(
            new Message(new MessageId($"m{++_given}"), envelope.Id, picture.To, picture.Thread, picture.Card, picture.Zone) { Chart = picture.Chart }).Id);

    public Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct)
    {
        lock (_gate)
            _homes.Add((home.Person, home.Card));
        return Task.FromResult<Outcome>(new Delivered(null));
    }

    public Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct)
    {
        lock (_gate)
        {
            var found = _messages.Find(message => message.Post == envelope.Id);
            Outcome outcome = !CanLookUp ? new Unknown("can't be looked up") : found is null ? new NotThere() : new Delivered(found.Id);
            _attempts.Add(new Attempt("look up", outcome));
            return Task.FromResult(outcome);
        }
    }

    private Task<Outcome> Attempt(string what, ConversationId to, Func<MessageId> accept)
    {
        lock (_gate)
        {
            var fault = _faults.Find(each => each.Left > 0 && (each.To is null || each.To == to));
            if (fault is not null)
                fault.Left--;
            Outcome outcome;
            switch (fault?.Kind)
            {
                case null:
                    outcome = new Delivered(accept());
                    break;
                case FaultKind.Slow:
                    time.Pass(fault.After ?? Duration.FromSeconds(10));
                    outcome = new Delivered(accept());
                    break;
                case FaultKind.DropBefore:
                    outcome = new Unknown("the connection broke");
                    break;
                case FaultKind.DropAfter:
                    accept();
                    outcome = new Unknown("the answer was lost");
                    break;
                case FaultKind.TryLater:
                    outcome = new TryLater(fault.After, "too many messages");
                    break;
                case FaultKind.Refuse:
                    outcome = new Refused("the channel is gone");
                    break;
                case FaultKind.Throw:
                    throw new InvalidOperationException("The client broke.");
                case FaultKind.KillAfter:
                    accept();
                    throw new OperationCanceledException("The process was killed.");
                default:
                    throw new InvalidOperationException($"No such fault: {fault.Kind}");
            }

            _attempts.Add(new Attempt(what, outcome));
            return Task.FromResult(outcome);
        }
    }

    private Message Keep(Message message)
    {
        _messages.Add(message);
        return message;
    }

    private sealed record Fault(FaultKind Kind, ConversationId? To, Duration? After)
    {
        public int Left { get; set; }
    }
}

public enum FaultKind
{
    /// <summary>Nothing arrives, and nobody can tell.</summary>
    DropBefore,

    /// <summary>The message arrives, and its answer is lost.</summary>
    DropAfter,

    /// <summary>As a 429: later, perhaps with a time.</summary>
    TryLater,

    /// <summary>It will never arrive.</summary>
    Refuse,

    /// <summary>It arrives after a while of real time.</summary>
    Slow,

    /// <summary>The client fails in a way that nobody foresaw.</summary>
    Throw,

    /// <summary>The message arrives, and the process ends before it can write that down.</summary>
    KillAfter,
}

/// <summary>A message as the platform shows it now.</summary>
public sealed record Message(MessageId Id, PostId? Post, ConversationId In, MessageId? Thread, Card Card, string? Zone)
{
    /// <summary>Null for the bot.</summary>
    public PersonId? Author { get; init; }

    /// <summary>What a person typed.</summary>
    public string? Text { get; init; }

    public string? File { get; init; }

    /// <summary>The picture that came with it.</summary>
    public Chart? Chart { get; init; }

    /// <summary>The only one who sees it; null where everybody in the conversation does.</summary>
    public PersonId? OnlyFor { get; init; }

    public int Edits { get; init; }

    /// <summary>What it was when it was posted.</summary>
    public Card First { get; init; } = Card;
}

/// <summary>One call to the platform.</summary>
public sealed record Attempt(string What, Outcome Outcome);
